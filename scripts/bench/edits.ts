import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from './server';
import type { Texts } from './texts';

/** What somebody does to a text, and where: as a share of its length. */
export interface EditKind {
  name: string;
  /** offset of the edit near `around`, and what is put there */
  place: (text: string, around: number, turn: number, texts: Texts) => { offset: number; insert: string };
  at: number;
}

/** Characters that are typed, one after the other, so that no paragraph is ever what it was before. */
const TYPED = '新增强稳推进发展水平全面加快落实重点工作安全治理服务改革创新';
const PAGE = 800;
export const PASTE = 'paste of a page';

/** The kinds of edits. Each happens somewhere else every turn, so that no paragraph is edited twice in a row. */
export const EDITS: readonly EditKind[] = [
  { name: 'middle', at: 0.5, place: (text, around, turn) => ({ offset: after(text, /[^\n]，/gu, around), insert: typed(turn) }) },
  { name: 'start', at: 0, place: (_text, _around, turn) => ({ offset: 2, insert: typed(turn) }) },
  { name: 'end', at: 1, place: (text, _around, turn) => ({ offset: text.length, insert: typed(turn) }) },
  { name: 'inside a marker', at: 0.4, place: (text, around) => ({ offset: after(text, /\n（/gu, around), insert: '十' }) },
  { name: 'inside a name', at: 0.6, place: (text, around, turn) => ({ offset: after(text, /[\u4e00-\u9fff]{2}(?=强调，|指出，|要求，)/gu, around) - 1, insert: typed(turn) }) },
  { name: 'new line', at: 0.3, place: (text, around) => ({ offset: after(text, /。(?=[^\n])/gu, around), insert: '\n' }) },
  { name: PASTE, at: 0.7, place: (text, around, turn, texts) => ({ offset: after(text, /\n/gu, around), insert: `${texts.reports(PAGE, 70_000 + turn)}\n` }) },
];

const typed = (turn: number): string => TYPED[turn % TYPED.length]!;

/** The end of the first match behind `around`; of the first in the text where none follows; `around` itself in a text without any. */
function after(text: string, pattern: RegExp, around: number): number {
  pattern.lastIndex = around;
  const match = pattern.exec(text) ?? pattern.exec(text);
  return match ? match.index + match[0].length : around;
}

/** A document as the editor has it: makes edits and knows its version. */
export class Edited {
  readonly #document: TextDocument;
  readonly #texts: Texts;

  constructor(uri: string, text: string, texts: Texts) {
    this.#document = TextDocument.create(uri, 'plaintext', 1, text);
    this.#texts = texts;
  }

  get uri(): string { return this.#document.uri; }
  get version(): number { return this.#document.version; }
  get text(): string { return this.#document.getText(); }

  /** Makes the edit here and returns what the server is to be told. */
  apply({ place, at }: EditKind, turn: number): Change {
    // a few hundred characters on at every turn
    const { text } = this, around = Math.min(text.length - 1, Math.floor(at * text.length) + (turn * 389) % Math.max(1, Math.floor(text.length / 10)));
    const { offset, insert } = place(text, around, turn, this.#texts);
    return this.insert(offset, insert);
  }

  /** Puts characters at an offset. */
  insert(offset: number, text: string): Change {
    const position = this.#document.positionAt(offset), change = { range: { start: position, end: position }, text };
    TextDocument.update(this.#document, [change], this.version + 1);
    return change;
  }
}
