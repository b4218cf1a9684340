import * as l10n from '@vscode/l10n';
import type { Defect, DefectKind } from '../../engine/analysis';
import { shorten, squash } from '../../ledger';

/** Longest wording of the text that a message quotes. */
const MOST_QUOTED = 40;

/** A kind of damage, as a person calls it. */
export function damageName(kind: DefectKind): string {
  switch (kind) {
    case 'pinyin': return l10n.t('readings in brackets');
    case 'mojibake': return l10n.t('shifted or lost bytes');
    case 'encoding': return l10n.t('text in a wrong encoding');
    case 'invisible': return l10n.t('invisible characters and odd spaces');
    case 'htmlEntity': return l10n.t('HTML entities');
    case 'replacementCharacter': return l10n.t('lost characters');
    case 'privateUse': return l10n.t('private-use characters');
    default: return l10n.t('other damage');
  }
}

/** What is wrong at one place, and why it is read as it is, in the reader's language. */
export function defectText({ code, message, args = {}, candidates = [] }: Defect): string {
  const { marker = '', expected = '', character = '' } = args, quoted = (key: string): string => shorten(squash(args[key] ?? ''), MOST_QUOTED);
  switch (code) {
    case 'numbering.gap': return l10n.t('“{0}”: a number is missing before it; “{1}” would follow', marker, expected);
    case 'numbering.duplicate': return l10n.t('“{0}” is used twice; “{1}” would follow', marker, expected);
    case 'numbering.disorder': return l10n.t('“{0}” is out of order; “{1}” would follow', marker, expected);
    case 'numbering.mixed': return l10n.t('“{0}” goes on with numbers of another style', marker);
    case 'numbering.lone': return l10n.t('“{0}” has no second point', marker);
    case 'pinyin.injected': return l10n.t('The page put the reading of {0} into the text', character);
    case 'mojibake.shifted': return l10n.t('Read one byte out of step; all bytes are there');
    case 'mojibake.completed': return l10n.t('Bytes are lost; one reading alone makes words');
    case 'mojibake.likely': return l10n.t('Bytes are lost; the likeliest of: {0}', offered(candidates));
    case 'mojibake.unclear': return l10n.t('Bytes are lost; one of: {0}', offered(candidates));
    case 'lost.completed': return l10n.t('A character is lost; one alone makes words here');
    case 'lost.unclear': return l10n.t('A character is lost; one of: {0}', offered(candidates));
    case 'consistency.spelling': return l10n.t('“{0}” is written “{1}” elsewhere in this text', quoted('written'), quoted('other'));
    case 'consistency.title': return l10n.t('{0} is “{1}” here and “{2}” elsewhere in this text', quoted('name'), quoted('written'), quoted('other'));
    case 'consistency.place': return l10n.t('“{0}” is not in “{1}” but in {2} (GB/T 2260)', quoted('division'), quoted('parent'), quoted('right'));
    case 'consistency.weekday': return l10n.t('{0} is “{1}”, not “{2}”', quoted('day'), quoted('right'), quoted('written'));
    case 'consistency.weekdayInferred': return l10n.t('{0} is “{1}” in {2}, the year that this text seems to be of, not “{3}”', quoted('day'), quoted('right'), quoted('year'), quoted('written'));
    case 'replacementCharacter.lost': return l10n.t('What stood here was lost when the file was decoded');
    case 'privateUse.unknown': return l10n.t('A private-use character: it means something only in the font it was written for');
    default: return debrisText(code, args) ?? message;
  }
}

function debrisText(code: string, { code: unit = '', entity = '', is = '', readAs = '' }: Record<string, string>): string | undefined {
  switch (code) {
    case 'invisible.removed': return l10n.t('An invisible character, U+{0}', unit);
    case 'invisible.spaces': return l10n.t('Spaces that a page left behind');
    case 'htmlEntity.resolved': return l10n.t('An HTML entity, {0}', entity);
    case 'encoding.decoded': return l10n.t('{0} that was read as {1}', is, readAs);
    case 'encoding.partly': return l10n.t('{0} that was read as {1}; some bytes are lost', is, readAs);
    default: return undefined;
  }
}

const offered = (candidates: readonly string[]): string => candidates.map((c) => c || l10n.t('nothing')).join(l10n.t(', '));

/** What is to be seen at the other place that a defect points at. */
export function relatedText({ code, args = {} }: Defect): string {
  const other = shorten(squash(args['other'] ?? ''), MOST_QUOTED);
  return code === 'consistency.weekdayInferred' ? l10n.t('The year is taken from here') : l10n.t('Here it is “{0}”', other);
}
