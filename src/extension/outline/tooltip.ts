import type { OutlineDetails, OutlineHead } from '../../protocol';
import { escapeMarkdown } from '../shared/markdown';
import type { Translate } from '../shared/words';
import { forceName, issuerName, kindName, targetsOf } from './describe';
import { labelOf } from './node';

/** Markdown of the tooltip: the full sentence, who wants what of whom by when, and why the node is there. All text of the file is escaped. */
export function tooltipMarkdown(head: OutlineHead, details: OutlineDetails | null, t: Translate): string {
  const sentence = details?.excerpt ? details.excerpt : labelOf(head);
  const rows = directiveRows(head, details?.cue, t).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`);
  const rule = details ? `*${t('Rule')}:* ${escapeMarkdown(details.ruleText)} (\`${details.rule.replace(/[^\w.-]/gu, '')}\`)` : '';
  return [`**${kindName(head.kind, t)}**`, escapeMarkdown(sentence), rows.join('\n'), rule].filter((part) => part !== '').join('\n\n');
}

function directiveRows({ directive }: OutlineHead, cue: string | undefined, t: Translate): [string, string][] {
  if (!directive) return [];
  const rows: [string, string | undefined][] = [
    [t('Issuer'), issuerName(directive.issuer, t)],
    [t('Cue'), cue],
    [t('Force'), forceName(directive.force, t)],
    [t('Addressee'), directive.addressee],
    [t('Deadline'), directive.deadline],
    [t('Targets'), targetsOf(directive)],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
}
