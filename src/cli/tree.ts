import * as l10n from '@vscode/l10n';
import { ENTITY_TYPES, type Entity, type OutlineNode, type ReportAnalysis } from '../engine/analysis';
import { partiesOf, shorten, squash, titleOf } from '../ledger';
import { entityTypeName, forceName, genreName, ledgerWords } from '../wording';

const MOST_LABEL = 100, MOST_NAMES = 8;

const SYMBOLS: Record<OutlineNode['kind'], string> = {
  title: '★', section: '§', directive: '☑', measure: '·', item: '-', caption: '▫', lead: '¶', group: '▸', paragraph: '¶', closing: '¶', signature: '✎',
};

type Paint = (text: string) => string;
interface Style { bold: Paint; dim: Paint; strong: Paint }

const paint = (code: number): Paint => (text) => (text ? `\u001B[${code}m${text}\u001B[0m` : '');
const PLAIN: Style = { bold: (t) => t, dim: (t) => t, strong: (t) => t };
const COLOURED: Style = { bold: paint(1), dim: paint(2), strong: paint(36) };

/** The analysis as a tree to read in a terminal: what the text is, its outline, its entities by type. */
export function formatTree(file: string, analysis: ReportAnalysis, colour: boolean): string {
  const style = colour ? COLOURED : PLAIN;
  const percent = Math.round(analysis.confidence * 100);
  const what = analysis.isReport ? `${genreName(analysis.genre)} · ${l10n.t('confidence {0} %', percent)}` : l10n.t('does not read like a report');
  const directives = countOf(analysis.outline, 'directive');
  return [
    `${style.bold(file === '-' ? l10n.t('standard input') : harmless(file))}  ${what} · ${directives === 1 ? l10n.t('1 directive') : l10n.t('{0} directives', directives)}`,
    ...branches(analysis.outline, '', style),
    ...entityLines(analysis.entities, style),
    '',
  ].join('\n');
}

function branches(nodes: readonly OutlineNode[], indent: string, style: Style): string[] {
  return nodes.flatMap((node, i) => {
    const last = i === nodes.length - 1;
    return [
      `${style.dim(indent + (last ? '└─ ' : '├─ '))}${line(node, style)}`,
      ...branches(node.children, indent + (last ? '   ' : '│  '), style),
    ];
  });
}

function line(node: OutlineNode, style: Style): string {
  const label = shorten(harmless(titleOf(node)), MOST_LABEL);
  const parts = [`${symbolOf(node)} ${node.kind === 'section' || node.kind === 'title' ? style.bold(label) : label}`];
  if (node.directive) {
    // 要 and 应 are the rule of the genre and need no word
    const { force, deadline, targets } = node.directive;
    parts.push(style.strong(harmless(partiesOf(node, ledgerWords()))));
    const more = [force === 'should' ? '' : forceName(force), deadline ?? '', ...(targets ?? []).map((t) => t.text)].map((t) => squash(harmless(t))).filter((t) => t);
    if (more.length > 0) parts.push(style.dim(`[${more.join(l10n.t(', '))}]`));
  }
  return parts.filter((p) => p).join('  ');
}

function symbolOf({ kind, directive }: OutlineNode): string {
  if (directive?.force === 'mustNot') return '☒';
  if (directive?.force === 'may') return '☐';
  return SYMBOLS[kind];
}

function entityLines(entities: readonly Entity[], style: Style): string[] {
  return ENTITY_TYPES.flatMap((type) => {
    const of = entities.filter((e) => e.type === type).sort((a, b) => b.mentions.length - a.mentions.length);
    if (of.length === 0) return [];
    const names = of.slice(0, MOST_NAMES).map((e) => `${shorten(harmless(e.name), 30)}${e.mentions.length > 1 ? style.dim(` ×${e.mentions.length}`) : ''}`);
    return [`${style.bold(entityTypeName(type))} ${of.length}: ${names.join(l10n.t(', '))}${of.length > MOST_NAMES ? ' …' : ''}`];
  });
}

function countOf(nodes: readonly OutlineNode[], kind: OutlineNode['kind']): number {
  return nodes.reduce((sum, n) => sum + (n.kind === kind ? 1 : 0) + countOf(n.children, kind), 0);
}

/** Without control characters: a text must not steer the terminal. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
