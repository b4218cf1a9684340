import * as l10n from '@vscode/l10n';
import type { Entity, EntityType, OutlineNode, Span } from '../../engine/analysis';
import { otherWordings } from '../../engine/entities/other-wordings';
import { paragraphAt, sentenceAt } from '../../engine/text';
import { shorten } from '../../ledger';
import type { EntityView, MentionOf } from '../report-view';
import { mentionRuleText } from '../rule-text';
import { entityTypeName } from '../../wording';
import { indexRequirements, requirementsIn } from './hover-directives';
import { factLines } from './hover-facts';
import { symbolName } from './symbols';

const MOST_EXCERPT = 60, MOST_GIST = 24, MOST_GISTS = 3, MOST_FORMS = 4, MOST_NOTE = 300;

/** Makes in steps what the block of an entity is made of, so that that is short work. */
export function* prepareEntityBlock(view: EntityView, { type }: Entity): Generator<void, void> {
  yield* view.prepareInSteps([type]);
  if (hasRequirements(type)) yield* indexRequirements(view);
}

/** Can it require something, or something be required of it? */
const hasRequirements = (type: EntityType): boolean => type === 'PER' || type === 'ORG' || type === 'LOC';

/** What is known of the entity of a mention: its facts, how often and where first it is named, what it requires and what is required of it. */
export function entityBlock(view: EntityView, { entity, mention }: MentionOf): HoverBlockOfEntity {
  const first = entity.mentions.reduce((a, b) => (b.start < a.start ? b : a));
  return {
    head: shorten(entity.name, MOST_EXCERPT), kind: entityTypeName(entity.type),
    lines: [
      ...factLines(entity),
      ...dictionaryLines(entity),
      countLine(entity),
      ...directiveLines(view, entity),
      ...(entity.mentions.length === 1 ? [] : [mention === first ? l10n.t('This is the first mention') : l10n.t('First: {0}', excerptAround(view, first))]),
    ],
    foot: l10n.t('Found by: {0}', mentionRuleText(mention.rule)),
  };
}

interface HoverBlockOfEntity { head: string; kind: string; lines: string[]; foot: string }

/** What the user's dictionary says, and which one that is. */
function dictionaryLines({ facts: { note, dictionary } }: Entity): string[] {
  return [...(note ? [shorten(note, MOST_NOTE)] : []), ...(dictionary ? [dictionaryText(dictionary)] : [])];
}

export function dictionaryText(source: string): string {
  switch (source) {
    case 'workspace': return l10n.t('In the dictionary of this workspace');
    case 'user': return l10n.t('In your own dictionary');
    default: return l10n.t('In the dictionary file');
  }
}

function countLine(entity: Entity): string {
  const { mentions } = entity;
  const count = mentions.length === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', mentions.length);
  const forms = otherWordings(entity).slice(0, MOST_FORMS);
  return forms.length > 0 ? `${count} · ${l10n.t('also written {0}', forms.map((f) => shorten(f, MOST_GIST)).join(l10n.t(', ')))}` : count;
}

function directiveLines(view: EntityView, entity: Entity): string[] {
  if (!hasRequirements(entity.type)) return [];
  const index = requirementsIn(view), issued = index.issuedBy(entity), addressed = index.addressedTo(entity);
  return [
    ...(issued.length > 0 ? [l10n.t('Issued {0}: {1}', count(issued.length), gists(issued))] : []),
    ...(addressed.length > 0 ? [l10n.t('Must carry out {0}: {1}', count(addressed.length), gists(addressed))] : []),
  ];
}

function count(n: number): string {
  return n === 1 ? l10n.t('1 directive') : l10n.t('{0} directives', n);
}

function gists(nodes: readonly OutlineNode[]): string {
  const shown = nodes.slice(0, MOST_GISTS).map((n) => shorten(symbolName(n), MOST_GIST)).join(l10n.t('; '));
  return nodes.length > MOST_GISTS ? `${shown}${l10n.t('; ')}…` : shown;
}

/** The sentence of a mention; of a long one the part from the clause before it, so that the excerpt holds the name. */
function excerptAround(view: EntityView, mention: Span): string {
  const { text } = view, at = text.toRepaired(mention.start);
  const paragraph = paragraphAt(text.paragraphs, at), sentence = paragraph && sentenceAt(paragraph, at);
  if (!sentence) return view.excerpt(mention, MOST_EXCERPT);
  const head = text.folded.slice(Math.max(sentence.start, at - MOST_EXCERPT / 2), at);
  const start = head.length < MOST_EXCERPT / 2 ? sentence.start : at - head.length + Math.max(0, head.search(/[，；：]/u) + 1);
  const quoted = shorten(text.repaired.slice(Math.min(start, at), Math.min(sentence.end, start + 4 * MOST_EXCERPT)), MOST_EXCERPT);
  return start > sentence.start ? `…${quoted}` : quoted;
}
