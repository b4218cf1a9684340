import { TYPE_WORDS, LIMITS } from './format';
import type { Problem } from './parse';

/** `l10n.t` of the host; the English message is the key of its bundle. */
type Translate = (message: string, ...args: (string | number)[]) => string;

/** What is wrong, and what follows from it, in the reader's language. */
export function problemText({ code, word = '' }: Problem, t: Translate): string {
  switch (code) {
    case 'syntax': return t('This is not valid JSON with comments.');
    case 'tooLong': return t('The file is too long and is not read.');
    case 'notObject': return t('A dictionary is an object with the field "entries".');
    case 'noEntries': return t('The field "entries" with a list of entries is missing.');
    case 'unknownKey': return t('The field "{0}" is not known and is ignored.', word);
    case 'entryNotObject': return t('An entry is an object with "type" and "name".');
    case 'noName': return t('The entry has no "name" and is ignored.');
    case 'noType': return t('The entry has no "type" and is ignored.');
    case 'unknownType': return t('The type must be one of: {0}. The entry is ignored.', Object.values(TYPE_WORDS).join(', '));
    case 'notText': return t('A text is expected here.');
    case 'notTexts': return t('A list of texts is expected here.');
    case 'tooShort': return t('“{0}” is too short: fewer than {1} characters would be found everywhere.', word, LIMITS.shortest);
    case 'wordingTooLong': return t('A wording has at most {0} characters.', LIMITS.wording);
    case 'double': return t('“{0}” is in this dictionary already; the first entry has it.', word);
    case 'tooMany': return t('A dictionary has at most {0} entries; the rest is ignored.', LIMITS.entries);
  }
}

/** Does an editor that knows the schema say it as well? */
export function isInSchema({ code }: Problem): boolean {
  return code !== 'double' && code !== 'tooMany' && code !== 'tooLong';
}
