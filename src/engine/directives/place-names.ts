import { perParagraph, type SourceText } from '../text';

/** Knows the bare names of places that can be told to do something: 「江苏要…」. */
export type IsPlace = (phrase: string) => boolean;

/** How much of a text is searched, in UTF-16 code units. */
const HEAD = 40_000;
const UNIT = /[省市县区州]|自治区/gu;

/** What stands before the unit of a division, two to four characters long: 江苏 of 江苏省委. */
const stemsOf = perParagraph(({ folded }): readonly string[] => Array.from(folded.matchAll(UNIT), ({ index }) => [2, 3, 4].flatMap((n) => (n <= index ? [folded.slice(index - n, index)] : []))).flat());

/** The places that a text names with their unit somewhere: 江苏 is known by 江苏省, 江苏省委. */
export class PlaceNames {
  #stems: ReadonlySet<string> = new Set();
  readonly #answers = new Map<string, boolean>();

  /** Reads a text. Says whether an answer that was given before would be another one now; then all answers are forgotten. */
  update({ paragraphs }: SourceText): boolean {
    const stems = new Set<string>();
    for (const paragraph of paragraphs) {
      if (paragraph.start >= HEAD) break;
      for (const stem of stemsOf(paragraph)) stems.add(stem);
    }
    this.#stems = stems;
    for (const [phrase, answer] of this.#answers) if (this.#names(phrase) !== answer) { this.#answers.clear(); return true; }
    return false;
  }

  readonly isPlace: IsPlace = (phrase) => {
    let answer = this.#answers.get(phrase);
    if (answer === undefined) this.#answers.set(phrase, answer = this.#names(phrase));
    return answer;
  };

  #names(phrase: string): boolean { return /^[一-龥]{2,4}$/u.test(phrase) && !/^(?:全|本|各|我|该)/u.test(phrase) && this.#stems.has(phrase); }
}
