import type { Range, Stretch } from '../../protocol';

/** An edit as the editor tells of it: what it replaced, in positions before it, and by which text. */
export interface Change { readonly range: Range; readonly text: string }

/** The stretches that the editor holds decorated. It moves them while the text is edited; so do we, and set only others than those. */
export class HeldStretches {
  #stretches: readonly Stretch[] | undefined = [];

  /** Whether the editor is to be given these stretches, since it holds others. It is taken to hold them from now on. */
  take(stretches: readonly Stretch[]): boolean {
    const held = this.#stretches;
    this.#stretches = stretches;
    return held?.length !== stretches.length || stretches.some((stretch, i) => stretch.some((number, k) => number !== held[i]![k]));
  }

  /** The text was edited by these changes, all at once. One inside of a stretch or beside it may do anything to it. */
  edit(changes: readonly Change[]): void {
    const moves = changes.map(moveBy).sort((a, b) => b.startLine - a.startLine || b.startCharacter - a.startCharacter);
    if (this.#stretches?.every((stretch) => moves.every((by) => move(stretch, by))) === false) this.forget();
  }

  /** What the editor holds is not known any more. */
  forget(): void { this.#stretches = undefined; }
}

/** What a change does to places behind it. */
interface Move { startLine: number; startCharacter: number; endLine: number; endCharacter: number; /** where its text ends */ line: number; character: number }

function moveBy({ range: { start, end }, text }: Change): Move {
  const lines = text.split(/\r\n|\r|\n/u), last = lines.at(-1)!.length;
  return {
    startLine: start.line, startCharacter: start.character, endLine: end.line, endCharacter: end.character,
    line: start.line + lines.length - 1, character: lines.length === 1 ? start.character + last : last,
  };
}

/** Moves a stretch that stands behind a change; says whether it is certain where it is then. */
function move(stretch: Stretch, { startLine, startCharacter, endLine, endCharacter, line, character }: Move): boolean {
  if (stretch[2] < startLine || stretch[2] === startLine && stretch[3] < startCharacter) return true;
  if (stretch[0] < endLine || stretch[0] === endLine && stretch[1] <= endCharacter) return false;
  if (stretch[0] === endLine) stretch[1] += character - endCharacter;
  if (stretch[2] === endLine) stretch[3] += character - endCharacter;
  stretch[0] += line - endLine;
  stretch[2] += line - endLine;
  return true;
}
