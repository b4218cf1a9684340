import type { OutlineItem } from '../../protocol';
import { escapeMarkdown } from '../shared/markdown';
import type { Translate } from '../shared/words';
import { forceName, issuerName, kindName } from './describe';
import { labelOf } from './model';

/** Markdown of the tooltip: the full sentence, who wants what of whom by when, and why the node is there. All text of the file is escaped. */
export function tooltipMarkdown(item: OutlineItem, t: Translate): string {
  const sentence = item.excerpt === '' ? labelOf(item) : item.excerpt;
  const rows = directiveRows(item, t).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`);
  const rule = `${escapeMarkdown(item.ruleText)} (\`${item.rule.replace(/[^\w.-]/gu, '')}\`)`;
  return [`**${kindName(item.kind, t)}**`, escapeMarkdown(sentence), rows.join('\n'), `*${t('Rule')}:* ${rule}`].filter((part) => part !== '').join('\n\n');
}

function directiveRows({ directive }: OutlineItem, t: Translate): [string, string][] {
  if (!directive) return [];
  const rows: [string, string | undefined][] = [
    [t('Issuer'), issuerName(directive.issuer, t)],
    [t('Cue'), directive.cue],
    [t('Force'), forceName(directive.force, t)],
    [t('Addressee'), directive.addressee],
    [t('Deadline'), directive.deadline],
    [t('Targets'), directive.targets.map((target) => target.text).join('、')],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
}
