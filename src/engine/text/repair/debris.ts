import type { Defect } from '../../analysis';
import type { Repaired } from '../offset-map';
import { Edits } from './edits';

export interface Cleaned { readonly repaired: Repaired | undefined; readonly defects: readonly Defect[] }

/** Any unit that could be debris. */
const SUSPECT = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd\ue000-\uf8ff]|&(?:[a-zA-Z]{2,8}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6})\b/;
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/y;
const REPLACEMENT = /\ufffd+/y, PRIVATE = /[\ue000-\uf8ff]+/y;
const ENTITY = /&(?:amp;){0,3}(?:([a-zA-Z]{2,8})|#(\d{2,7})|#[xX]([0-9a-fA-F]{2,6}))(?:;|(?![a-zA-Z0-9;]))/y;
/** in a text of mark-up its entities are no defect */
const MARKUP = /<\/?(?:html|head|body|div|p|span|br|a|td|tr|table|li|ul|img|script)\b[^<>]{0,200}>/i;
/** the character references of HTML 4 that texts of this genre meet; spaces of all kinds become the plain one and the ideographic one, what nobody sees goes */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: '\u3000', thinsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’',
  mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•', times: '×', deg: '°', permil: '‰', laquo: '«', raquo: '»', copy: '©', reg: '®', yen: '¥', sect: '§', shy: '', zwnj: '', zwj: '', lrm: '', rlm: '',
};

interface Finding { readonly end: number; readonly text: string | undefined; readonly defect: Omit<Defect, 'start' | 'end'> | undefined }

/** Takes out invisible characters, resolves HTML entities, and reports what cannot be repaired. A byte-order mark at the very start goes without a word. */
export function cleanDebris(given: string): Cleaned {
  const defects: Defect[] = [], edits = new Edits(given), markup = MARKUP.test(given), suspect = new RegExp(SUSPECT.source, 'g');
  for (let m = suspect.exec(given); m; m = suspect.exec(given)) {
    const found = findAt(given, m.index, markup);
    if (!found) continue;
    if (found.defect) defects.push({ start: m.index, end: found.end, ...found.defect });
    if (found.text !== undefined) edits.replace(m.index, found.end, found.text);
    suspect.lastIndex = Math.max(found.end, suspect.lastIndex);
  }
  return { repaired: edits.result(), defects };
}

function findAt(text: string, at: number, markup: boolean): Finding | undefined {
  const unit = text.charCodeAt(at);
  if (unit === 0x26) return markup ? undefined : entity(text, at);
  if (unit === 0xfffd) return { end: run(REPLACEMENT, text, at), text: undefined, defect: { kind: 'replacementCharacter', code: 'replacementCharacter.lost', message: 'Replacement character: what stood here was lost when the file was decoded' } };
  if (unit >= 0xe000 && unit <= 0xf8ff) return { end: run(PRIVATE, text, at), text: undefined, defect: { kind: 'privateUse', code: 'privateUse.unknown', message: 'Private-use character: it means something only in the font it was written for' } };
  return invisible(text, at);
}

function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 1);
}

/** Joiners inside scripts that need them (emoji, Indic) and a lone byte-order mark at the start are no defect. */
function invisible(text: string, at: number): Finding | undefined {
  const end = run(INVISIBLE, text, at), first = text.charCodeAt(at);
  if (at === 0 && first === 0xfeff) return { end: 1, text: '', defect: undefined };
  if (end === at + 1 && (first === 0x200d || first === 0x200c) && !isEastAsian(text.charCodeAt(at - 1)) && !isEastAsian(text.charCodeAt(end))) return undefined;
  const code = first.toString(16).toUpperCase().padStart(4, '0');
  return { end, text: '', defect: { kind: 'invisible', code: 'invisible.removed', args: { code }, message: `Invisible character U+${code}`, repair: '' } };
}

function isEastAsian(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef) || unit === 0x0a;
}

function entity(text: string, at: number): Finding | undefined {
  ENTITY.lastIndex = at;
  const m = ENTITY.exec(text);
  if (!m) return undefined;
  const repair = m[1] !== undefined ? namedEntity(m[1], m[0]) : numbered(m[2] !== undefined ? parseInt(m[2], 10) : parseInt(m[3] ?? '', 16));
  if (repair === undefined) return undefined;
  return { end: at + m[0].length, text: repair, defect: { kind: 'htmlEntity', code: 'htmlEntity.resolved', args: { entity: m[0], character: repair }, message: `HTML entity ${m[0]}`, repair } };
}

/** A name without its semicolon is taken for an entity only where no word could be meant. */
function namedEntity(name: string, whole: string): string | undefined {
  if (!whole.endsWith(';') && name !== 'nbsp') return undefined;
  return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
}

function numbered(code: number): string | undefined {
  const valid = code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code <= 0x9f) && !(code >= 0xd800 && code <= 0xdfff);
  if (!valid) return undefined;
  INVISIBLE.lastIndex = 0;
  const character = code === 0xa0 ? ' ' : String.fromCodePoint(code);
  return INVISIBLE.test(character) ? '' : character;
}
