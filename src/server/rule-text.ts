import * as l10n from '@vscode/l10n';
import { ruleText as nodeRuleText } from '../engine/rules';
import { currentLocale } from '../node/l10n';

/** What the rule of a node means, in the reader's language; its name where no more is known. */
export function ruleText(rule: string): string {
  return nodeRuleText(rule, currentLocale());
}

/** What found a mention: the model, or a family of rules with the rule's name. */
export function mentionRuleText(rule: string): string {
  const family = familyText(rule.split('.', 1)[0]!);
  return family && rule.includes('.') ? l10n.t('{0} ({1})', family, rule) : (family ?? rule);
}

function familyText(family: string): string | undefined {
  switch (family) {
    case 'dictionary': return l10n.t('the dictionary');
    case 'model': return l10n.t('the trained recognizer');
    case 'title': return l10n.t('words for positions');
    case 'person': return l10n.t('the form of persons’ names');
    case 'body': return l10n.t('the form of names of bodies');
    case 'place': return l10n.t('names of places');
    case 'time': return l10n.t('the form of dates and periods');
    case 'quantity': return l10n.t('the form of quantities');
    case 'document': return l10n.t('the form of document titles and numbers');
    case 'term': return l10n.t('the form of policy terms');
    default: return undefined;
  }
}
