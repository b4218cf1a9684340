import type { Span } from '../analysis';
import type { EntitiesOfText, FoundMention } from '../entities';
import type { HeldTitle } from '../entities/facts/titles';
import type { Places } from '../entities/gazetteers/places';
import { inSteps } from '../steps';
import { perParagraph, type Paragraph, type SourceText } from '../text';

/** What the rules look at. */
export interface Findings {
  readonly text: SourceText;
  readonly entities: EntitiesOfText;
  readonly places: Places | undefined;
}

/** What was found in one paragraph: its mentions and the titles beside persons' mentions, in text order. */
export interface ParagraphFindings { readonly paragraph: Paragraph; readonly mentions: readonly FoundMention[]; readonly titles: readonly HeldTitle[] }

/**
 * A list made of nothing but what was found in a paragraph, kept for as long as that stays as it is: after an edit only what the edit changed is
 * looked at. What it holds may point at mentions, which move with the text, but at no offsets of the text. The lists of all paragraphs are put together in steps.
 */
export function perFindings<T>(make: (found: ParagraphFindings, places: Places | undefined) => readonly T[]): (findings: Findings) => Generator<void, T[]> {
  const keptWith = perParagraph((): { mentions?: readonly FoundMention[]; made?: readonly T[] } => ({}));
  const of = (paragraph: Paragraph, { entities, places }: Findings): readonly T[] => {
    const mentions = entities.mentionsIn(paragraph);
    if (mentions.length === 0) return [];
    const kept = keptWith(paragraph);
    if (kept.mentions !== mentions || !kept.made) {
      kept.made = make({ paragraph, mentions, titles: entities.titlesIn(paragraph) }, places);
      kept.mentions = mentions;
    }
    return kept.made;
  };
  return (findings) => gathered(findings, of);
}

function* gathered<T>(findings: Findings, of: (paragraph: Paragraph, findings: Findings) => readonly T[]): Generator<void, T[]> {
  const all: T[] = [];
  yield* inSteps(findings.text.paragraphs, (paragraph) => { for (const one of of(paragraph, findings)) all.push(one); });
  return all;
}

/** Characters of a sentence looked at on each side of a place: what is further away says little about it, and a text may be one sentence. */
const MOST_AROUND = 300;

/** The sentence around an offset into a paragraph, as offsets into it, as far as it is near. */
export function sentenceAround({ sentences, folded }: Pick<Paragraph, 'sentences' | 'folded'>, at: number): Span {
  const { start, end } = sentences[firstIndex(sentences.length, (i) => sentences[i]!.end > at)] ?? { start: 0, end: folded.length };
  return { start: Math.max(start, at - MOST_AROUND), end: Math.min(end, at + MOST_AROUND) };
}

/** The folded characters of the sentence around a mention, as far as they are near. */
export function sentenceOf({ paragraph, from }: FoundMention): string {
  const { start, end } = sentenceAround(paragraph, from);
  return paragraph.folded.slice(start, end);
}

/** The first of `count` indices for which the test holds, which then holds for all after it; `count` where it holds for none. */
export function firstIndex(count: number, test: (index: number) => boolean): number {
  let low = 0, high = count;
  while (low < high) { const middle = (low + high) >> 1; if (test(middle)) high = middle; else low = middle + 1; }
  return low;
}

/** A wording without the white space that a line end or a layout may have left in it. */
export const squeezed = (wording: string): string => wording.replace(/\s+/gu, '');

export const spanOf = ({ start, end }: Span): Span => ({ start, end });
