import type { Position, Range, TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { exchanged, firstStartingFrom, LongString } from '../engine/text';

/** What answers ask a document for. */
export type PlacedText = Pick<TextDocument, 'uri' | 'languageId' | 'version' | 'lineCount' | 'getText' | 'positionAt' | 'offsetAt'>;

/** A document as the client has it. Its text is kept in pieces: a key in a long one copies none but the lines near it. */
export class ReportDocument implements PlacedText {
  #version: number;
  #content = LongString.of('');
  /** where each line begins */
  #lines: number[] = [0];

  private constructor(readonly uri: string, readonly languageId: string, version: number, content: string) {
    this.#version = version;
    this.#replace(content);
  }

  static create(uri: string, languageId: string, version: number, content: string): ReportDocument { return new ReportDocument(uri, languageId, version, content); }

  /** Makes changes in a document, one after the other. */
  static update(document: ReportDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): ReportDocument {
    for (const change of changes) if ('range' in change) document.#exchange(change.range, change.text); else document.#replace(change.text);
    document.#version = version;
    return document;
  }

  get version(): number { return this.#version; }
  get lineCount(): number { return this.#lines.length; }

  /** the whole text */
  get content(): LongString { return this.#content; }

  getText(range?: Range): string {
    if (!range) return this.#content.toString();
    const { start, end } = this.#spanOf(range);
    return this.#content.slice(start, end);
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#content.length)), line = this.#lineAt(at), start = this.#lines[line]!;
    return { line, character: this.#beforeLineEnd(at, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.#lines.length) return this.#content.length;
    const start = this.#lines[line]!;
    return this.#beforeLineEnd(Math.min(start + Math.max(0, character), this.#lines[line + 1] ?? this.#content.length), start);
  }

  /** The offsets of a range, the lesser one first. */
  #spanOf({ start, end }: Range): { start: number; end: number } {
    const from = this.offsetAt(start), to = this.offsetAt(end);
    return { start: Math.min(from, to), end: Math.max(from, to) };
  }

  #replace(text: string): void {
    this.#content = LongString.of(text);
    this.#lines = [0, ...lineStarts(text, 0)];
  }

  /** Of the lines those around the change are read again: by it two of them may have become one, or half a line end a whole one. */
  #exchange(range: Range, text: string): void {
    const { start, end } = this.#spanOf(range), by = text.length - (end - start), first = Math.max(0, this.#lineAt(start) - 1), last = this.#lineAt(end) + 2, lines = this.#lines;
    this.#content = this.#content.exchange(start, end, text);
    for (let i = last; i < lines.length; i++) lines[i]! += by;
    const from = lines[first]!, to = lines[last] ?? this.#content.length, starts = lineStarts(this.#content.slice(from, to), from);
    // the line behind them begins where it did
    if (last < lines.length) starts.pop();
    this.#lines = exchanged(lines, first + 1, last - first - 1, starts);
  }

  /** Number of the line that holds an offset. */
  #lineAt(offset: number): number { return firstStartingFrom(this.#lines, offset + 1, (start) => start) - 1; }

  /** An offset in a line that begins at another one; one in or behind its line end is moved before that. */
  #beforeLineEnd(offset: number, start: number): number {
    let at = offset;
    while (at > start && isLineEnd(this.#content.charAt(at - 1))) at--;
    return at;
  }
}

const isLineEnd = (unit: string): boolean => unit === '\n' || unit === '\r';

/** Where lines begin behind the line ends of a text (LF, CR, or both), whose own offset is given. */
function lineStarts(text: string, offset: number): number[] {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a) starts.push(offset + i + 1);
  }
  return starts;
}
