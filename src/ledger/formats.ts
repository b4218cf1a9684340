import { mapInSteps, toTheEnd } from '../engine/steps';
import type { DirectiveRow } from './rows';

/** Heads of the columns, in the reader's language, in the order of the columns, and names for the issuers that have none of their own. */
export interface LedgerWords {
  number: string;
  directive: string;
  issuer: string;
  addressee: string;
  deadline: string;
  targets: string;
  source: string;
  /** in place of the issuer `speaker` */
  speaker: string;
  /** in place of the issuer `document` */
  document: string;
}

/** A table in GitHub-flavoured Markdown, ending with a line end. Whatever a cell holds is shown as text. */
export function toMarkdown(rows: readonly DirectiveRow[], words: LedgerWords): string { return toTheEnd(toMarkdownInSteps(rows, words)); }

/** The same in steps. */
export function* toMarkdownInSteps(rows: readonly DirectiveRow[], words: LedgerWords): Generator<void, string> {
  return markdownHead(columns(words)) + (yield* mapInSteps(rows, (r) => markdownLine(cellsOf(r, words)))).join('');
}

/** A table whose first column is numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string { return markdownHead(head) + rows.map(markdownLine).join(''); }

const markdownHead = (head: readonly string[]): string => `${markdownLine(head)}| ---: |${' --- |'.repeat(head.length - 1)}\n`;

const markdownLine = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |\n`;

/**
 * Comma-separated values as RFC 4180 has them, with a byte-order mark, without which Excel reads UTF-8 as the system's code page. Cells that
 * a spreadsheet would take for a formula get an apostrophe before them.
 */
export function toCsv(rows: readonly DirectiveRow[], words: LedgerWords): string { return toTheEnd(toCsvInSteps(rows, words)); }

/** The same in steps. */
export function* toCsvInSteps(rows: readonly DirectiveRow[], words: LedgerWords): Generator<void, string> {
  return csvHead(columns(words)) + (yield* mapInSteps(rows, (r) => csvLine(cellsOf(r, words)))).join('');
}

/** The same of any table. */
export function csvTable(head: readonly string[], rows: readonly (readonly string[])[]): string { return csvHead(head) + rows.map(csvLine).join(''); }

const csvHead = (head: readonly string[]): string => `\uFEFF${csvLine(head)}`;

const csvLine = (cells: readonly string[]): string => `${cells.map(quoteCell).join(',')}\r\n`;

/** The rows as a JSON array, with the machine names of issuers. */
export function toJson(rows: readonly DirectiveRow[]): string { return toTheEnd(toJsonInSteps(rows)); }

/** The same in steps: each row as `JSON.stringify` writes it in a list of one. */
export function* toJsonInSteps(rows: readonly DirectiveRow[]): Generator<void, string> {
  const written = yield* mapInSteps(rows, (row) => JSON.stringify([row], null, 2).slice(2, -2));
  return written.length === 0 ? '[]\n' : `[\n${written.join(',\n')}\n]\n`;
}

function columns(h: LedgerWords): string[] {
  return [h.number, h.directive, h.issuer, h.addressee, h.deadline, h.targets, h.source];
}

function cellsOf(r: DirectiveRow, words: LedgerWords): string[] {
  return [String(r.number), r.directive, issuerName(r.issuer, words), r.addressee, r.deadline, r.targets.join('；'), r.source];
}

/** The issuer as a person reads it. */
export function issuerName(issuer: string, words: Pick<LedgerWords, 'speaker' | 'document'>): string {
  return issuer === 'speaker' || issuer === 'document' ? words[issuer] : issuer;
}

function quoteCell(cell: string): string {
  const safe = /^[\t\r ]*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Text that a Markdown renderer shows as it is: no mark-up, HTML, link, command, icon or formula of the text comes to life, and it stays in
 * one line. Made for the beginning of a line, a list item or a cell, or any place behind that. CommonMark lets a backslash stand before any
 * ASCII punctuation; only what could act gets one, so that the text stays readable where nothing renders it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    // marks that turn the direction of writing could make a line read as what it is not
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .replace(/[\\`*[\]<>|~&$@]/gu, '\\$&')
    // inside a word an underscore is a letter
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu, '\\_')
    // addresses become links by themselves
    .replace(/:(?=\/\/)/gu, '\\:').replace(/\bwww\./giu, (m) => `${m.slice(0, -1)}\\.`)
    // headings, lists and rules begin a line
    .replace(/^[#+\-=]/u, '\\$&').replace(/^(\d+)([.)])/u, '$1\\$2');
}
