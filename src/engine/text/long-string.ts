import { sameEnds } from './same-ends';
import { firstStartingFrom } from './spans';

/** Length of a piece, in UTF-16 code units. */
const PIECE = 1 << 16;

/** A string in pieces: an edit of a long one copies a piece and not all of it. */
export class LongString {
  /** where each piece begins */
  readonly #starts: readonly number[];
  readonly length: number;

  private constructor(private readonly pieces: readonly string[]) {
    let length = 0;
    this.#starts = pieces.map((piece) => { const start = length; length += piece.length; return start; });
    this.length = length;
  }

  /** A string in pieces; one that is in pieces already stays as it is. */
  static of(text: string | LongString): LongString { return typeof text === 'string' ? new LongString(piecesOf(text)) : text; }

  /** The units from an offset up to but not with another one; both may lie behind the end. */
  slice(start: number, end = this.length): string {
    let text = '';
    for (let i = this.#pieceAt(start); i < this.pieces.length && this.#starts[i]! < end; i++) text += this.pieces[i]!.slice(Math.max(0, start - this.#starts[i]!), end - this.#starts[i]!);
    return text;
  }

  /** The first place of some words from an offset on; -1 where there is none. */
  indexOf(words: string, from = 0): number {
    for (let i = this.#pieceAt(from); i < this.pieces.length; i++) {
      const start = this.#starts[i]!, end = start + this.pieces[i]!.length, inside = this.pieces[i]!.indexOf(words, from - start);
      if (inside >= 0) return start + inside;
      // across the border to the next piece
      const before = Math.max(from, start, end - words.length + 1), across = this.slice(before, end + words.length - 1).indexOf(words);
      if (across >= 0) return before + across;
    }
    return -1;
  }

  /** The last place of one unit up to an offset; -1 where there is none. */
  lastIndexOf(unit: string, from: number): number {
    for (let i = this.#pieceAt(from); i >= 0; i--) {
      const start = this.#starts[i] ?? 0, inside = from < start ? -1 : (this.pieces[i] ?? '').lastIndexOf(unit, from - start);
      if (inside >= 0) return start + inside;
    }
    return -1;
  }

  /** The unit at an offset; empty where none is. */
  charAt(at: number): string {
    const i = this.#pieceAt(at);
    return (this.pieces[i] ?? '').charAt(at - (this.#starts[i] ?? 0));
  }

  /** How many units of whole pieces at the front, and behind those at the back, are the same in another string. */
  sharedWith({ pieces: others }: LongString): { front: number; back: number } {
    const { front, back } = sameEnds(this.pieces, others, (a, b) => a === b), startOf = (piece: number): number => this.#starts[piece] ?? this.length;
    return { front: startOf(front), back: this.length - startOf(this.pieces.length - back) };
  }

  /** Adds the units that another string of the same length writes otherwise. */
  addUnlike(other: LongString, units: Set<number>): void {
    for (const [i, piece] of this.pieces.entries()) {
      const start = this.#starts[i]!, others = other.slice(start, start + piece.length);
      if (piece !== others) for (let at = 0; at < piece.length; at++) if (piece.charCodeAt(at) !== others.charCodeAt(at)) units.add(piece.charCodeAt(at));
    }
  }

  /** The string with a stretch of it exchanged for another text. */
  exchange(start: number, end: number, text: string): LongString {
    const first = this.#pieceAt(start), last = this.#pieceAt(end), { pieces } = this;
    const head = (pieces[first] ?? '').slice(0, start - (this.#starts[first] ?? 0)), tail = (pieces[last] ?? '').slice(end - (this.#starts[last] ?? 0));
    return new LongString([...pieces.slice(0, first), ...piecesOf(head + text + tail), ...pieces.slice(last + 1)]);
  }

  toString(): string { return this.pieces.join(''); }

  /** Number of the piece that holds an offset; of the last one for what lies behind. */
  #pieceAt(offset: number): number {
    return Math.max(0, firstStartingFrom(this.#starts, offset + 1, (start) => start) - 1);
  }
}

function piecesOf(text: string): string[] {
  if (text.length <= 2 * PIECE) return text === '' ? [] : [text];
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) => text.slice(i * PIECE, (i + 1) * PIECE));
}
