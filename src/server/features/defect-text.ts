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
    case 'invisible': return l10n.t('invisible characters');
    case 'htmlEntity': return l10n.t('HTML entities');
    case 'replacementCharacter': return l10n.t('lost characters');
    case 'privateUse': return l10n.t('private-use characters');
    default: return l10n.t('other damage');
  }
}

/** What is wrong at one place, in the reader's language. */
export function defectText({ code, message, args = {}, candidates = [] }: Defect): string {
  const { marker = '', expected = '' } = args, quoted = (key: string): string => shorten(squash(args[key] ?? ''), MOST_QUOTED);
  switch (code) {
    case 'numbering.gap': return l10n.t('“{0}”: a number is missing before it; “{1}” would follow', marker, expected);
    case 'numbering.duplicate': return l10n.t('“{0}” is used twice; “{1}” would follow', marker, expected);
    case 'numbering.disorder': return l10n.t('“{0}” is out of order; “{1}” would follow', marker, expected);
    case 'numbering.mixed': return l10n.t('“{0}” goes on with numbers of another style', marker);
    case 'numbering.lone': return l10n.t('“{0}” has no second point', marker);
    case 'consistency.spelling': return l10n.t('“{0}” is written “{1}” elsewhere in this text', quoted('written'), quoted('other'));
    case 'consistency.title': return l10n.t('{0} is “{1}” here and “{2}” elsewhere in this text', quoted('name'), quoted('written'), quoted('other'));
    case 'consistency.place': return l10n.t('“{0}” is not in “{1}” but in {2} (GB/T 2260)', quoted('division'), quoted('parent'), quoted('right'));
    case 'consistency.weekday': return l10n.t('{0} is “{1}”, not “{2}”', quoted('day'), quoted('right'), quoted('written'));
    case 'consistency.weekdayInferred': return l10n.t('{0} is “{1}” in {2}, the year that this text seems to be of, not “{3}”', quoted('day'), quoted('right'), quoted('year'), quoted('written'));
    case 'mojibake.guessed': return l10n.t('Damaged text, perhaps: {0}', candidates.join(l10n.t(', ')));
    case 'replacementCharacter.lost': return l10n.t('What stood here was lost when the file was decoded');
    case 'privateUse.unknown': return l10n.t('A private-use character: it means something only in the font it was written for');
    default: return message;
  }
}

/** What is to be seen at the other place that a defect points at. */
export function relatedText({ code, args = {} }: Defect): string {
  const other = shorten(squash(args['other'] ?? ''), MOST_QUOTED);
  return code === 'consistency.weekdayInferred' ? l10n.t('The year is taken from here') : l10n.t('Here it is “{0}”', other);
}
