import type { Siblings, StructureNode } from '../structure';
import { firstAtOrAfter } from '../text';
import { reaching, type Made, type Place } from './made';
import type { Speech } from './speech';
import type { Lasting, Most, Visit, Visits } from './visits';

/** So many nodes side by side are taken over together where they can be; fewer are asked one by one. */
const LONG = 32;
/** What is noted of a node in a row: did it ask about the others, does it frame those behind it, and four times how many nodes came of it. */
const ASKED = 1, FRAMES = 2, NODES = 4;

/** What came of reading a long row of siblings. */
interface Row extends Lasting {
  readonly stamp: number;
  readonly visits: readonly Visit[];
  readonly notes: readonly number[];
  readonly out: readonly Made[];
  /** whom the letter addresses, if any of them asked */
  readonly asking: Visit | undefined;
}

/** What comes of siblings while they are read one after the other. */
export class Walk {
  out: Made[] = [];
  visits: Visit[] = [];
  notes: number[] = [];
  asking: Visit | undefined;
  /** a node that takes the list that follows it line by line */
  frame: Made | undefined;

  /** @param here where the next node stands */
  constructor(public here: Place) {}

  /** Adds what came of a node. */
  add(node: StructureNode, visit: Visit): void {
    const { made } = visit, { frame } = this;
    this.visits.push(visit);
    if (visit.asksRecipient) this.asking = visit;
    if (frame && node.kind === 'item') {
      this.frame = { ...frame, children: [...frame.children, ...made], span: reaching(frame.span, node.span) };
      this.out[this.out.length - 1] = this.frame;
    } else {
      this.frame = made.length === 1 && made[0]!.rule === 'frame' && made[0]!.children.length === 0 ? made[0] : undefined;
      this.out.push(...made);
    }
    this.notes.push((visit.most ? ASKED : 0) | (this.frame ? FRAMES : 0) | NODES * (frame && node.kind === 'item' ? 0 : made.length));
  }

  /** Adds what came of a part of a row that was read before. */
  take(row: Row, from: number, to: number): void {
    const first = nodesOf(row, 0, from), count = nodesOf(row, from, to);
    this.out = this.out.concat(row.out.slice(first, first + count));
    this.visits = this.visits.concat(row.visits.slice(from, to));
    this.notes = this.notes.concat(row.notes.slice(from, to));
    this.asking ??= row.asking;
  }
}

/** How many nodes came of a part of a row. */
function nodesOf({ notes }: Row, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += notes[i]! >> 2;
  return count;
}

/** Says whether most of the siblings are still found to require something, or not to, where a node of them asked. */
type StillSays = (most: Most, place: Place) => boolean;

/** Long rows of siblings from version to version: what stands far from an edit is taken over as a whole. */
export class Rows {
  readonly #rows = new WeakMap<Siblings, Row>();

  constructor(private readonly visits: Visits) {}

  /** The row as it was read last, where it is long and was. `above` is the last reading of the node above. */
  known(siblings: Siblings | undefined, above: Lasting | undefined): KnownRow | undefined {
    const row = siblings && this.#rows.get(siblings);
    if (!row || row.stamp !== siblings.stamp && row.stamp !== siblings.stamp - 1) return undefined;
    this.visits.refresh(row, above);
    return new KnownRow(row, siblings, this.visits);
  }

  /** Keeps what came of siblings for the next version. */
  keep(siblings: Siblings, { out, visits, notes, asking }: Walk): void {
    if (siblings.nodes.length < LONG) this.#rows.delete(siblings);
    else this.#rows.set(siblings, { stamp: siblings.stamp, out, visits, notes, asking, ...this.visits.now() });
  }
}

/** A row that was read in an older version, and how much of it is what it was. */
export class KnownRow {
  readonly #front: number;
  readonly #back: number;
  /** may it be taken over together at all? */
  readonly #isWhole: boolean;
  #isRefused = false;

  constructor(private readonly row: Row, private readonly siblings: Siblings, private readonly visits: Visits) {
    const { nodes } = siblings, isOther = row.stamp !== siblings.stamp;
    this.#front = isOther ? siblings.front : nodes.length;
    this.#back = isOther ? siblings.back : nodes.length;
    this.#isWhole = visits.held(row, undefined) && (!row.asking || visits.isRecipient(row.asking.recipient));
    for (let i = this.#front; i < row.visits.length - this.#back; i++) visits.refreshIn(row, row.visits[i]!);
  }

  /** Takes over the nodes at the front that nothing has changed for; gives back how many. */
  takeFront(walk: Walk, speech: Speech, stillSays: StillSays): number {
    const { row: { visits, notes }, siblings: { nodes } } = this, first = visits[0];
    if (!this.#isWhole || !first || !nodes[0] || !this.visits.isComeTo(first, nodes[0], walk.here, speech)) return 0;
    let count = this.#untouched();
    const asked = notes.findIndex((note) => (note & ASKED) !== 0);
    if (asked >= 0 && asked < count && !this.#says(visits[asked]!, speech, stillSays)) count = asked;
    while (count > 0 && (notes[count - 1]! & FRAMES) !== 0) count--;
    if (count === 0) return 0;
    this.#take(walk, 0, count);
    walk.here = visits[count]?.place ?? walk.here;
    speech.state = visits[count - 1]!.after;
    return count;
  }

  /** Takes over all from a node on, if nothing has changed for them. */
  takeBack(i: number, walk: Walk, speech: Speech, stillSays: StillSays): boolean {
    const { row: { visits, notes }, siblings: { nodes } } = this, at = i - nodes.length + visits.length, known = i >= nodes.length - this.#back ? visits[at] : i < this.#front ? visits[i] : undefined;
    if (!known) return false;
    this.visits.refreshIn(this.row, known);
    if (i < nodes.length - this.#back || !this.#isWhole || this.#isRefused || walk.frame || at > 0 && (notes[at - 1]! & FRAMES) !== 0 || nodes[i]!.span.paragraph.index < this.visits.end || !this.visits.isComeTo(known, nodes[i]!, walk.here, speech)) return false;
    const asked = notes.findIndex((note, k) => k >= at && (note & ASKED) !== 0);
    if (asked >= 0 && !this.#says(visits[asked]!, speech, stillSays)) { this.#isRefused = true; return false; }
    this.#take(walk, at, visits.length);
    speech.state = visits.at(-1)!.after;
    return true;
  }

  #take(walk: Walk, from: number, to: number): void {
    walk.take(this.row, from, to);
    if (this.row.asking) this.visits.recipient();
  }

  /** How many nodes at the front are what they were, and far from the edit. What a node makes may depend on the kind of the next one. */
  #untouched(): number {
    const { nodes } = this.siblings;
    let count = Math.min(this.#front, firstAtOrAfter(nodes, this.visits.start, ({ span }) => span.paragraph, Math.min(1, nodes.length)));
    // a caption may stand inside of the root before it
    while (count > 0 && (nodes[count - 1]!.rule === 'caption' || this.visits.touches(nodes[count - 1]!))) count--;
    return count === nodes.length && count === this.row.visits.length ? count : Math.max(0, count - 1);
  }

  #says({ before, place, most }: Visit, speech: Speech, stillSays: StillSays): boolean {
    const { state } = speech;
    speech.state = before;
    const says = stillSays(most!, place);
    speech.state = state;
    return says;
  }
}
