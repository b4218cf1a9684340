import type { Directive } from '../analysis';
import { Anchor } from '../text';
import type { Made } from './made';

/** A list longer than this is no overview any more. */
const FLAT_MAX = 9;
/** How many requirements a group holds where nothing in the text divides them. */
const CHUNK = 8;

/**
 * Groups requirement sentences that stand side by side in a long row, so that a communiqué with forty of them has a few entries: by who
 * speaks, each time somebody takes the floor anew, and failing that by number. Nodes that are no plain requirement stay where they are.
 */
export function groupFlat(nodes: readonly Made[]): Made[] {
  const out: Made[] = [];
  for (let i = 0; i < nodes.length;) {
    let end = i;
    while (end < nodes.length && isSentence(nodes[end]!) && nodes[end]!.directive?.issuer === nodes[i]!.directive?.issuer) end++;
    if (end - i > FLAT_MAX) out.push(...chunksOf(nodes.slice(i, end)).map(groupOf));
    else out.push(...nodes.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  return out;
}

const isSentence = (node: Made): boolean => node.kind === 'directive' && node.marker === undefined && node.rule.startsWith('requirement.');

/** Stretches that begin where somebody takes the floor, joined or cut to a handy size. */
function chunksOf(nodes: readonly Made[]): Made[][] {
  const chunks: Made[][] = [];
  for (const node of nodes) {
    const last = chunks.at(-1);
    if (!last || last.length >= CHUNK || last.length >= CHUNK / 2 && takesFloor(node)) chunks.push([node]); else last.push(node);
  }
  return chunks;
}

function takesFloor(node: Made): boolean {
  const cue = node.directive?.cueSpan;
  return cue !== undefined && cue.start >= node.span.start && cue.end <= node.span.end;
}

function groupOf(children: Made[]): Made {
  const first = children[0]!, last = children.at(-1)!;
  return { id: '', kind: 'group', rule: 'group.speaker', span: new Anchor(first.span.paragraph, first.span.from, last.span.last, last.span.to), labelSpan: first.labelSpan, label: groupLabel(first), children };
}

/** Who requires, by which verb, and the first thing required: 「会议强调：坚持稳中求进」. */
export function groupLabel(first: { label: string; directive?: Directive }): string {
  const issuer = first.directive?.issuer, who = issuer === undefined || issuer === 'speaker' || issuer === 'document' ? '' : `${issuer}${first.directive?.cue ?? ''}：`;
  return `${who}${first.label.length > 20 ? first.label.split(/[，；,;]/u)[0]! : first.label}`;
}
