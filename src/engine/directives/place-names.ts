import { firstMatch } from '../lexicon/first-match';
import { perParagraph, TextHead, type Paragraph, type SourceText } from '../text';

/** Knows the bare names of places that can be told to do something: 「江苏要…」. */
export type IsPlace = (phrase: string) => boolean;

/** How much of a text is searched, in UTF-16 code units. */
const HEAD = 40_000;
const UNIT = /[省市县区州]|自治区/gu;

/** What stands before the unit of a division, two to four characters long: 江苏 of 江苏省委. */
const stemsOf = perParagraph(({ folded }): readonly string[] => {
  const stems: string[] = [];
  for (let m = firstMatch(UNIT, folded); m; m = UNIT.exec(folded)) for (let length = 2; length <= 4 && length <= m.index; length++) stems.push(folded.slice(m.index - length, m.index));
  return stems;
});

/** The places that a text names with their unit somewhere: 江苏 is known by 江苏省, 江苏省委. */
export class PlaceNames {
  readonly #head = new TextHead(HEAD);
  /** how often each stands before a unit */
  readonly #stems = new Map<string, number>();
  readonly #answers = new Map<string, boolean>();

  /** Reads a text. Says whether an answer that was given before would be another one now; then all answers are forgotten. */
  update(text: SourceText): boolean {
    const changes = this.#head.update(text);
    if (!changes) return false;
    for (const paragraph of changes.gone) this.#count(paragraph, -1);
    for (const paragraph of changes.come) this.#count(paragraph, 1);
    for (const [phrase, answer] of this.#answers) if (this.#stems.has(phrase) !== answer) { this.#answers.clear(); return true; }
    return false;
  }

  readonly isPlace: IsPlace = (phrase) => {
    if (!MAY_BE_PLACE.test(phrase)) return false;
    let answer = this.#answers.get(phrase);
    if (answer === undefined) this.#answers.set(phrase, answer = this.#stems.has(phrase));
    return answer;
  };

  #count(paragraph: Paragraph, sign: number): void {
    for (const stem of stemsOf(paragraph)) {
      const count = (this.#stems.get(stem) ?? 0) + sign;
      if (count > 0) this.#stems.set(stem, count); else this.#stems.delete(stem);
    }
  }
}

const MAY_BE_PLACE = /^(?![全本各我该])[一-龥]{2,4}$/u;
