import type { OutlineNode } from '../engine/analysis';
import { mapInSteps, toTheEnd } from '../engine/steps';
import { escapeMarkdown, issuerName, type LedgerWords } from './formats';
import { squash } from './line';
import { nodesIn } from './nodes';

type IssuerWords = Pick<LedgerWords, 'speaker' | 'document'>;

/** The outline as a nested Markdown list, a directive with its issuer → addressee, ending with a line end; empty for an empty outline. */
export function outlineToMarkdown(outline: readonly OutlineNode[], words: IssuerWords): string { return toTheEnd(outlineToMarkdownInSteps(outline, words)); }

/** The same in steps. */
export function* outlineToMarkdownInSteps(outline: readonly OutlineNode[], words: IssuerWords): Generator<void, string> {
  return (yield* mapInSteps(nodesIn(outline), ({ node, depth }) => `${'  '.repeat(depth)}- ${escapeMarkdown(titleOf(node))}${suffixOf(node, words)}\n`)).join('');
}

/** Marker and label in one line, as a tree shows them. Never empty. */
export function titleOf(node: OutlineNode): string {
  const label = squash(node.label), marker = squash(node.marker ?? '');
  if (!label) return marker || '…';
  if (!marker) return label;
  return /[、．.）)是要]$/u.test(marker) ? `${marker}${label}` : `${marker} ${label}`;
}

/** `issuer → addressee`, with what is known of the two; empty where neither is. */
export function partiesOf(node: OutlineNode, words: IssuerWords): string {
  const issuer = issuerName(squash(node.directive?.issuer ?? ''), words), addressee = squash(node.directive?.addressee ?? '');
  return addressee ? `${issuer} → ${addressee}`.trim() : issuer;
}

function suffixOf(node: OutlineNode, words: IssuerWords): string {
  const parties = partiesOf(node, words);
  return parties ? ` *(${escapeMarkdown(parties)})*` : '';
}
