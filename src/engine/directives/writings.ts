import { LongString, paragraphAt, type Paragraph, type SourceText } from '../text';

interface Writing { readonly written: string; /** where the name first stands; nowhere if undefined */ readonly home: Paragraph | undefined }

/** How the text writes names that were read in its folded form: 「会议」 is 「會議」 where the text is traditional. */
export class Writings {
  #text: SourceText | undefined;
  readonly #known = new Map<string, Writing>();
  /** folded units that the document writes otherwise, or did before an edit; undefined before the first name. One without any of them is written as it is read */
  #unlike: Set<number> | undefined;

  /** Goes on with another version of the text. Says whether an answer that was given before would be another one now; then all are forgotten. */
  update(text: SourceText): boolean {
    this.#text = text;
    if (!text.edit) this.#unlike = undefined;
    else if (this.#unlike) for (const { start, end, folded } of text.edit.added) LongString.of(folded).addUnlike(LongString.of(text.shown.slice(start, end)), this.#unlike);
    for (const [name, { written, home }] of this.#known) {
      const isNear = text.edit && home && text.paragraphs[home.index] === home && !text.edit.added.some((p) => p.index < home.index && p.folded.includes(name));
      if (isNear) continue;
      const now = this.#read(name);
      if (now.written !== written) { this.#known.clear(); return true; }
      this.#known.set(name, now);
    }
    return false;
  }

  readonly of = (name: string): string => {
    let known = this.#known.get(name);
    if (!known) this.#known.set(name, known = this.#read(name));
    return known.written;
  };

  /** A look at the whole text for each name would make many names slow; few hold anything that is folded. */
  #read(name: string): Writing {
    const text = this.#text!;
    if (!this.#unlike) text.folded.addUnlike(text.shown, this.#unlike = new Set());
    if (!holdsAny(name, this.#unlike)) return { written: name, home: undefined };
    const at = text.folded.indexOf(name);
    return at < 0 ? { written: name, home: undefined } : { written: text.shown.slice(at, at + name.length), home: paragraphAt(text.paragraphs, at) };
  }
}

function holdsAny(name: string, units: ReadonlySet<number>): boolean {
  for (let i = 0; i < name.length; i++) if (units.has(name.charCodeAt(i))) return true;
  return false;
}
