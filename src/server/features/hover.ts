import * as l10n from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver/node';
import type { Defect, OutlineNode, Span } from '../../engine/analysis';
import { partiesOf, shorten, squash } from '../../ledger';
import type { EntityView, MentionOf } from '../report-view';
import { ruleText } from '../rule-text';
import { forceName, kindName, ledgerWords } from '../../wording';
import { isSlip, isUncertain } from './damage';
import { defectText } from './defect-text';
import { entityBlock, prepareEntityBlock } from './hover-entity';
import { render, type HoverBlock } from './hover-text';

/** Longest repaired stretch that a hover reads out. */
const MOST_READ = 120;
/** Longest marker, as given: a longer stretch before a label is no marker alone. */
const MOST_MARKER = 40;

/** textDocument/hover: the name, the marker or cue and the damage at a position; null where there is none of them. */
export function* hover(view: EntityView, position: Position, markdown: boolean): Generator<void, Hover | null> {
  const offset = view.document.offsetAt(position);
  const mention = view.mentionAt(offset), node = nodeAt(view, offset), defect = defectAt(view, offset);
  if (mention) yield* prepareEntityBlock(view, mention.entity);
  const blocks = [
    ...(defect ? defectBlock(view, defect, mention) : []),
    ...(mention ? [entityBlock(view, mention)] : []),
    ...(node ? [nodeBlock(node.node)] : []),
  ];
  if (blocks.length === 0) return null;
  return { contents: render(blocks, markdown), range: view.range(mention?.mention ?? node?.span ?? defect!) };
}

/** The node whose marker or cue is at the offset. */
function nodeAt(view: EntityView, offset: number): { node: OutlineNode; span: Span } | undefined {
  for (const node of view.pathAt(offset).reverse()) {
    const spans = [markerSpan(view, node), node.directive?.cueSpan].filter((s) => s !== undefined);
    const span = spans.find((s) => s.start <= offset && offset < s.end);
    if (span) return { node, span };
  }
  return undefined;
}

/** The marker is what stands before the label. */
function markerSpan(view: EntityView, { marker, span, labelSpan }: OutlineNode): Span | undefined {
  if (!marker || labelSpan.start <= span.start || labelSpan.start - span.start > MOST_MARKER) return undefined;
  const trimmed = view.given.slice(span.start, labelSpan.start).trimEnd().length;
  return { start: span.start, end: span.start + trimmed };
}

function nodeBlock(node: OutlineNode): HoverBlock {
  const { directive } = node;
  const targets = directive?.targets?.map((t) => squash(t.text)).join(l10n.t(', ')) ?? '';
  return {
    head: shorten(node.label, MOST_READ) || squash(node.marker ?? ''), kind: kindName(node.kind),
    lines: [
      directive ? [partiesOf(node, ledgerWords()), forceName(directive.force)].filter((p) => p).join(' · ') : '',
      directive?.cue ? l10n.t('Introduced by: {0}', directive.cue) : '',
      directive?.deadline ? l10n.t('Deadline: {0}', directive.deadline) : '',
      targets ? l10n.t('Targets: {0}', targets) : '',
    ].filter((line) => line),
    foot: l10n.t('Found by: {0}', ruleText(node.rule)),
  };
}

function defectAt(view: EntityView, offset: number): Defect | undefined {
  return view.analysis.defects.find((d) => !isSlip(d) && d.start <= offset && offset < Math.max(d.end, d.start + 1));
}

/**
 * Reads out the damaged word: the mention it is part of, else the clause's characters around it; and says why it is read so. What is
 * uncertain is a problem of its own, which editors show in the same hover, so that is not said twice.
 */
function defectBlock(view: EntityView, defect: Defect, mention: MentionOf | undefined): HoverBlock[] {
  if (defect.repair === undefined) return [];
  const reads = l10n.t('Reads: {0}', view.excerpt(mention?.mention ?? damagedStretch(view, defect), MOST_READ));
  return [{ head: l10n.t('Damaged text'), lines: [reads, ...(isUncertain(defect) ? [] : [shorten(defectText(defect), MOST_READ)])] }];
}

/** The damage with the characters on both sides up to the next punctuation, so that what is read out is words. */
function damagedStretch({ given }: EntityView, { start, end }: Span): Span {
  const inside = /[\p{Script=Han}\p{Ll}()]/u;
  while (start > 0 && end - start < MOST_READ && inside.test(given.charAt(start - 1))) start--;
  while (end < given.length && end - start < 2 * MOST_READ && inside.test(given.charAt(end))) end++;
  return { start, end };
}
