import type { OutlineNode, Span } from '../../engine/analysis';
import { toTheEnd } from '../../engine/steps';
import { Anchor, sameEnds } from '../../engine/text';
import type { NodeStep, OutlineItem, OutlineStep } from '../../protocol';
import type { OutlineView } from '../report-view';
import { Script } from '../script';
import { headOf, looksSame } from './items';
import type { Move } from './moves';

/** A node that the client holds. */
interface Sent {
  node: OutlineNode;
  below: Sent[];
  /** does the client hold all that is below it? */
  whole: boolean;
}

/**
 * The outline as a client holds it. An answer tells how that becomes the outline as it is now, and the client then holds that, or as much of it
 * as the answer has room for. Nodes that the reading of an edit kept are known by being the same objects.
 */
export class SentOutline {
  #nodes: Sent[] = [];

  /** The whole outline, or its beginning of so many nodes, in steps. */
  *begin(view: OutlineView, most: number): Generator<void, { outline: OutlineItem[]; complete: boolean }> {
    const writer = new Writer(view, [], most), { items, sent, whole } = yield* writer.add(view.analysis.outline);
    this.#nodes = sent;
    return { outline: items, complete: whole };
  }

  /**
   * What is new since the last answer, as far as so many nodes go.
   * @param moves how places moved since then
   */
  advance(view: OutlineView, moves: readonly Move[], most: number): { steps: OutlineStep[]; complete: boolean; isReliable: boolean } {
    const writer = new Writer(view, moves, most), { steps, sent, whole } = writer.change(this.#nodes, view.analysis.outline);
    this.#nodes = sent;
    return { steps, complete: whole, isReliable: view.text.isSound || !writer.hasSkipped };
  }
}

interface Changed { steps: OutlineStep[]; sent: Sent[]; whole: boolean }

/** Writes one answer. */
class Writer {
  /** were nodes of the client left as they were because there was no room? */
  hasSkipped = false;

  /** @param room nodes that may still be written */
  constructor(private readonly view: OutlineView, private readonly moves: readonly Move[], private room: number) {}

  /** Nodes with all below them, as far as there is room, a node a step. */
  *add(nodes: readonly OutlineNode[]): Generator<void, { items: OutlineItem[]; sent: Sent[]; whole: boolean }> {
    const items: OutlineItem[] = [], sent: Sent[] = [];
    let whole = true;
    for (const node of nodes) {
      if (this.room <= 0) return { items, sent, whole: false };
      this.room--;
      const below = yield* this.add(node.children);
      items.push({ ...headOf(this.view, node), ...(below.items.length > 0 && { children: below.items }) });
      sent.push({ node, below: below.sent, whole: below.whole });
      whole &&= below.whole;
      yield;
    }
    return { items, sent, whole };
  }

  /** Makes of a level that the client holds the level as it is now. What both have at their ends is the same; only the middle is looked into. */
  change(held: Sent[], now: readonly OutlineNode[]): Changed {
    const { front, back } = sameEnds(held, now, ({ node, whole }, other) => node === other && whole);
    if (front === held.length && front === now.length) return { steps: [], sent: held, whole: true };
    const script = new LevelScript(front), middle = this.#middle(held.slice(front, held.length - back), now.slice(front, now.length - back), script);
    return { steps: script.steps, sent: held.slice(0, front).concat(middle, held.slice(held.length - back)), whole: script.isComplete };
  }

  /** Nodes that are still there stand in their old order; between them stands what is new in place of what is gone. */
  #middle(held: readonly Sent[], now: readonly OutlineNode[], script: LevelScript): Sent[] {
    if (held.length === 0) return this.#replace(0, now, script);
    const places = new Map(held.map(({ node }, i) => [node, i])), parts: Sent[][] = [];
    let from = 0, h = 0;
    now.forEach((node, i) => {
      const place = places.get(node);
      if (place === undefined || place < h) return;
      parts.push(this.#between(held.slice(h, place), now.slice(from, i), script), [this.#pair(held[place]!, node, script)]);
      h = place + 1;
      from = i + 1;
    });
    return [...parts, this.#between(held.slice(h), now.slice(from), script)].flat();
  }

  /** Nodes that look alike from both ends are pairs; what is left between them are pairs too where it is as many, and is replaced where it is not. */
  #between(held: readonly Sent[], now: readonly OutlineNode[], script: LevelScript): Sent[] {
    const { front, back } = held.length === now.length ? { front: held.length, back: 0 } : sameEnds(held, now, ({ node }, other) => isAlike(node, other));
    const first = this.#pairs(held.slice(0, front), now.slice(0, front), script);
    const added = this.#replace(held.length - front - back, now.slice(front, now.length - back), script);
    return [...first, ...added, ...this.#pairs(held.slice(held.length - back), now.slice(now.length - back), script)];
  }

  #replace(dropped: number, nodes: readonly OutlineNode[], script: LevelScript): Sent[] {
    const { items, sent, whole } = toTheEnd(this.add(nodes));
    script.drop(dropped);
    script.add(items);
    script.note(whole);
    return sent;
  }

  #pairs(held: readonly Sent[], now: readonly OutlineNode[], script: LevelScript): Sent[] {
    return held.map((sent, i) => this.#pair(sent, now[i]!, script));
  }

  #pair(sent: Sent, node: OutlineNode, script: LevelScript): Sent {
    const isKept = sent.node === node && sent.whole;
    if (!isKept && this.room <= 0) this.hasSkipped = true;
    if (isKept || this.room <= 0) { script.note(isKept); script.keep(); return sent; }
    const isSame = sent.node === node || looksSame(sent.node, node) && this.#standsAsBefore(sent.node.span, node.span) && this.#standsAsBefore(sent.node.labelSpan, node.labelSpan);
    if (!isSame) this.room--;
    const { steps, sent: below, whole } = this.change(sent.below, node.children);
    script.note(whole);
    if (isSame && steps.length === 0) script.keep();
    else script.put({ ...(!isSame && { head: headOf(this.view, node) }), ...(steps.length > 0 && { below: steps }) });
    return { node, below, whole };
  }

  /** Does the client have a place right, once it has moved all lines that moved? */
  #standsAsBefore(before: Span, now: Span): boolean {
    if (before instanceof Anchor) return now instanceof Anchor && before.equals(now);
    return !(now instanceof Anchor) && this.#moved(before.start) === now.start && this.#moved(before.end) === now.end;
  }

  #moved(offset: number): number | undefined {
    let at: number | undefined = offset;
    for (const { place } of this.moves) at = at === undefined ? undefined : place?.(at);
    return at;
  }
}

const isAlike = (a: OutlineNode, b: OutlineNode): boolean => a === b || a.kind === b.kind && a.marker === b.marker && a.label === b.label;

/** The steps of a level, and whether they lead to all that there is. */
class LevelScript extends Script<OutlineItem, NodeStep> {
  isComplete = true;

  note(whole: boolean): void { this.isComplete &&= whole; }
}
