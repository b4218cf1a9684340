import type { SourceText } from '../../engine/text';
import { differenceOf, wholeLines } from '../../engine/text/difference';
import type { LineShift } from '../../protocol';
import type { PlacedText } from '../report-document';

/** How the places of a text moved from one reading to the next. */
export interface Move {
  /** lines that moved, numbered as they were before; none where none did */
  readonly shift: LineShift | undefined;
  /** Where spans do not move by themselves, because the text is damaged: an offset as it is now, or nothing where the text around it is new. */
  readonly place?: (offset: number) => number | undefined;
}

/** A reading of a text: its lines are those of the document when it was read. */
export interface Read { readonly text: SourceText; readonly lineCount: number }

/**
 * How places moved between two readings of a document, of which the later one is that of the document as it is; nothing where that
 * cannot be said, since the text was read anew. What an edit did not touch moves by whole lines.
 */
export function moveBetween(before: Read, now: Read, document: PlacedText): Move | undefined {
  const by = now.lineCount - before.lineCount;
  if (now.text.edit) return { shift: shiftInSound(now.text, by, document) };
  if (before.text.isSound || now.text.isSound) return undefined;
  const given = now.text.given, { start, before: end, after } = wholeLines(differenceOf(before.text.given, given), given);
  return {
    shift: by === 0 ? undefined : [document.positionAt(after).line + 1 - by, by],
    place: (offset) => (offset < start ? offset : offset > end ? offset + after - end : undefined),
  };
}

/** The first paragraph behind those that the edit put in has moved with all that follows. */
function shiftInSound({ edit, paragraphs }: SourceText, by: number, document: PlacedText): LineShift | undefined {
  const next = edit && paragraphs[edit.from + edit.added.length];
  return next && by !== 0 ? [document.positionAt(next.start).line - by, by] : undefined;
}

/** Moves that are remembered; who asks more seldom gets everything. */
const MOST = 256;

/** The moves of a document from reading to reading. */
export class Moves {
  #moves: { readonly from: number; readonly move: Move }[] = [];

  /** Notes how places moved since the reading of a version. */
  add(from: number, move: Move | undefined): void {
    if (!move || this.#moves.length >= MOST) this.#moves = [];
    if (move) this.#moves.push({ from, move });
  }

  /** All moves since the reading of a version, of which `current` is the last; nothing where they are not known. */
  since(version: number, current: number): readonly Move[] | undefined {
    if (version === current) return [];
    const first = this.#moves.findIndex(({ from }) => from === version);
    return first < 0 ? undefined : this.#moves.slice(first).map(({ move }) => move);
  }
}
