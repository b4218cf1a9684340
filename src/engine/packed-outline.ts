import { outlineId, outlineStep, type Directive, type NodeKind, type OutlineNode, type Span } from './analysis';
import { numberOf } from './entities/packed-mentions';
import { PlainNode, type Outline } from './outline';

/** The outline of a sound text in a form that is cheap to send to another thread: ids and most labels are made again there, of the text. */
export interface PackedOutline {
  /**
   * how many nodes there are on top, and of each node what `Packer` writes, those below it next; no floats, since V8 makes fields of those for good in every
   * object of the shape that they are read into, and all spans of the engine are of one
   */
  readonly numbers: Int32Array<ArrayBuffer>;
  /** everything else as JSON, a `Rest` */
  readonly rest: string;
}

interface Rest extends Omit<Outline, 'outline'> {
  /** kinds, rules and markers */
  readonly words: readonly string[];
  /** those that the text does not have where they stand */
  readonly labels: readonly string[];
  readonly directives: readonly Directive[];
  /** ordinals that 32 bits do not hold */
  readonly ordinals: readonly number[];
}

/** Stands for what a node does not have, and for what stands in a list of its own. */
const NONE = -1, LISTED = -2;

/** @param given the text of the outline */
export function packOutline({ outline, ...head }: Outline, given: string): PackedOutline {
  const packer = new Packer(given);
  packer.add(outline, '');
  const { words, labels, directives, ordinals, numbers } = packer, rest: Rest = { ...head, words: [...words.keys()], labels, directives, ordinals };
  return { numbers: Int32Array.from(numbers), rest: JSON.stringify(rest) };
}

/** @param given the text that the outline was packed with */
export function unpackOutline({ numbers, rest }: PackedOutline, given: string): Outline {
  const { schema, isReport, confidence, genre, defects, words, labels, directives, ordinals } = JSON.parse(rest) as Rest;
  return { schema, isReport, confidence, genre, outline: new Unpacker(numbers, given, { words, labels, directives, ordinals }).level(''), defects };
}

class Packer {
  readonly numbers: number[] = [];
  readonly words = new Map<string, number>();
  readonly labels: string[] = [];
  readonly directives: Directive[] = [];
  readonly ordinals: number[] = [];

  constructor(private readonly given: string) {}

  add(nodes: readonly OutlineNode[], path: string): void {
    this.numbers.push(nodes.length);
    for (const node of nodes) {
      const { id, kind, rule, marker, ordinal, span, labelSpan, directive } = node;
      this.numbers.push(
        numberOf(this.words, kind), numberOf(this.words, rule), marker === undefined ? NONE : numberOf(this.words, marker), this.#ordinal(ordinal), span.start, span.end, labelSpan.start, labelSpan.end,
        this.#label(node), directive ? this.directives.push(directive) - 1 : NONE, countOf(id, path + outlineStep(node)),
      );
      this.add(node.children, id);
    }
  }

  #ordinal(ordinal: number | undefined): number {
    if (ordinal === undefined) return NONE;
    if (ordinal >= 0 && ordinal === (ordinal | 0)) return ordinal;
    this.ordinals.push(ordinal);
    return LISTED;
  }

  /** The length of a label that the text has at its place. */
  #label({ label, labelSpan }: OutlineNode): number {
    if (this.given.startsWith(label, labelSpan.start)) return label.length;
    this.labels.push(label);
    return NONE;
  }
}

/** Which of the equal siblings a node is, by its id. */
const countOf = (id: string, own: string): number => (id.length === own.length ? 1 : Number(id.slice(own.length + 1)));

class Unpacker {
  #at = 0;
  #label = 0;
  #ordinal = 0;

  constructor(private readonly numbers: Int32Array, private readonly given: string, private readonly rest: Pick<Rest, 'words' | 'labels' | 'directives' | 'ordinals'>) {}

  /** The nodes of a level with all below them. */
  level(path: string): OutlineNode[] {
    const nodes: OutlineNode[] = [];
    for (let left = this.#next(); left > 0; left--) nodes.push(this.#node(path));
    return nodes;
  }

  #node(path: string): OutlineNode {
    const { words, labels, directives, ordinals } = this.rest, kind = words[this.#next()] as NodeKind, rule = words[this.#next()]!, marker = words[this.#next()], number = this.#next(), ordinal = number === LISTED ? ordinals[this.#ordinal++]! : number;
    const span = this.#span(), labelSpan = this.#span(), length = this.#next(), label = length === NONE ? labels[this.#label++]! : this.given.slice(labelSpan.start, labelSpan.start + length);
    const directive = directives[this.#next()], id = outlineId(path + outlineStep({ kind, label, ...(marker !== undefined && { marker }) }), this.#next());
    return new PlainNode({ id, kind, label, marker, ordinal: ordinal === NONE ? undefined : ordinal, span, labelSpan, directive, rule, children: this.level(id) });
  }

  #span(): Span { return { start: this.#next(), end: this.#next() }; }

  #next(): number { return this.numbers[this.#at++]!; }
}
