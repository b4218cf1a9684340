import { within, type Anchor, type SourceText } from '../text';

const SIGNER = /(?:政府|委员会|办公厅|办公室|国务院|党委|省委|市委|区委|县委|[部委厅局署院会])$/u;

/** The signature within two paragraphs after the given one. */
export function signerAfter(text: SourceText, index: number): Anchor | undefined {
  const p = text.paragraphs.slice(index + 1, index + 3).find((x) => x.folded.length <= 40 && SIGNER.test(x.folded));
  return p && within(p, 0, p.folded.length);
}

/** Whom the letter addresses: the line ended by ： above the text, without a document number glued to it. */
export function recipientOf(text: SourceText): Anchor | undefined {
  const p = text.paragraphs.slice(0, 8).find((x) => x.folded.endsWith('：') && x.folded.length < 240);
  return p && within(p, /^.{0,120}?\d号/u.exec(p.folded)?.[0].length ?? 0, p.folded.length - 1);
}
