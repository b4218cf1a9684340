import * as l10n from '@vscode/l10n';
import type { Defect, DefectKind } from '../../engine/analysis';

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
  const { marker = '', expected = '' } = args;
  switch (code) {
    case 'numbering.gap': return l10n.t('“{0}”: a number is missing before it; “{1}” would follow', marker, expected);
    case 'numbering.duplicate': return l10n.t('“{0}” is used twice; “{1}” would follow', marker, expected);
    case 'numbering.disorder': return l10n.t('“{0}” is out of order; “{1}” would follow', marker, expected);
    case 'numbering.mixed': return l10n.t('“{0}” goes on with numbers of another style', marker);
    case 'numbering.lone': return l10n.t('“{0}” has no second point', marker);
    case 'mojibake.guessed': return l10n.t('Damaged text, perhaps: {0}', candidates.join(l10n.t(', ')));
    case 'replacementCharacter.lost': return l10n.t('What stood here was lost when the file was decoded');
    case 'privateUse.unknown': return l10n.t('A private-use character: it means something only in the font it was written for');
    default: return message;
  }
}
