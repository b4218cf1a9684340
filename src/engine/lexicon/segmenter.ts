/** A word with its part of speech, in the order of the text. */
export interface TaggedWord {
  /** as in the text */
  word: string;
  /** ICTCLAS-like tag (nr, ns, nt, v, n …); empty where the segmenter knows none */
  tag: string;
}

/** Word segmentation behind one small interface. The words of a result, joined, are the text given. */
export interface Segmenter {
  /** shown in the log and in the status item */
  readonly name: string;
  tag(text: string): TaggedWord[];
}
