import type { Siblings, StructureNode } from '../structure';
import { firstAtOrAfter, type Anchor, type Paragraph, type SourceText } from '../text';
import { recipientOf } from './letter';
import type { Made, Place } from './made';
import type { Setting } from './setting';
import { isSameState, type Speech, type SpeechState } from './speech';

/** What a level of points was found to be: do most of them require something? And on what that was said. */
export interface Most { readonly value: boolean; readonly place: Place; readonly heard: boolean; readonly requiring: boolean }

/** A reading that holds from version to version: when it was made, and the last version in which it was found to hold. */
export interface Lasting { readonly born: number; seen: number }

/** What came of reading a node, and all it depends on beside the node and what lies below it. */
export interface Visit extends Lasting {
  readonly stamp: number;
  readonly setting: Setting;
  readonly place: Place;
  readonly before: SpeechState;
  /** paragraphs from the last requirement to the node, `FAR` at most */
  readonly distance: number;
  readonly isBeforeItem: boolean;
  /** what was said of the node's level, where the node asked */
  readonly most: Most | undefined;
  /** did a request in it go to whom the letter addresses? */
  readonly asksRecipient: boolean;
  readonly recipient: Anchor | undefined;
  readonly after: SpeechState;
  readonly made: readonly Made[];
}

/** What else decides whether a point requires something, beside its words and what lies below it. */
export interface Circumstances { readonly setting: Setting; readonly place: Place; readonly heard: boolean; readonly requiring: boolean }

/** Where a node stands: all but what it is itself. */
export interface Standpoint { readonly place: Place; readonly isBeforeItem: boolean }

/** Reading a paragraph looks at no more than this many paragraphs behind it (see `signerAfter`). */
const AHEAD = 2;
/** A last requirement further away than this is as good as none. */
const FAR = 3;

/**
 * What the walk over a tree made of each node, from version to version of a text. A node is not read again if nothing is new in it or in the
 * paragraphs next to it, and it is come to in the same way.
 */
export class Visits {
  #version = 0;
  /** paragraphs that the last edit put in, by index: from the first up to but not with the last; empty where it only took some away */
  #from = 0;
  #to = Infinity;
  /** paragraphs beside these that may be read otherwise now, in text order */
  #renamed: readonly Paragraph[] = [];
  #recipient: Anchor | undefined;
  /** how often it was asked whom the letter addresses, also by what was not read again */
  #asked = 0;
  /** how many nodes were read in this version */
  read = 0;
  readonly #visits = new WeakMap<StructureNode, Visit>();
  readonly #requires = new WeakMap<StructureNode, Circumstances & { value: boolean; stamp: number }>();
  readonly #votes = new WeakMap<Siblings, Circumstances & { stamp: number; votes: readonly Vote[] }>();

  /** Goes on to the next version of the text. */
  advance(text: SourceText): void {
    this.#version++;
    this.read = 0;
    this.#recipient = recipientOf(text);
    const { edit } = text;
    this.#from = edit?.from ?? 0;
    this.#to = edit ? edit.from + edit.added.length : Infinity;
  }

  /** Notes paragraphs that may be read otherwise in this version although they are the same, in text order. */
  rename(paragraphs: readonly Paragraph[]): void { this.#renamed = paragraphs; }

  /** Whom the letter addresses. */
  recipient(): Anchor | undefined {
    this.#asked++;
    return this.#recipient;
  }

  /** How often that was asked up to now. */
  get asked(): number { return this.#asked; }

  /**
   * The last reading of a node, if it still holds. `above` is the last reading of the node above it, where that did not hold: if the node was
   * read then or later, it was found to hold as long as that was.
   */
  find(node: StructureNode, { place, isBeforeItem }: Standpoint, speech: Speech, above: Lasting | undefined): Visit | undefined {
    const known = this.#visits.get(node);
    if (!known || known.stamp !== node.stamp || known.isBeforeItem !== isBeforeItem || !this.held(known, above)) return undefined;
    return this.touches(node) || !this.isComeTo(known, node, place, speech) ? undefined : known;
  }

  /** Did the reading hold in the last version? */
  held(reading: Lasting, above: Lasting | undefined): boolean { return this.#lastSeen(reading, above) === this.#version - 1; }

  /** Is a node come to as it was when it was read, and does what its reading took from elsewhere hold? */
  isComeTo(known: Visit, node: StructureNode, place: Place, speech: Speech): boolean {
    return known.setting === speech.setting && isSamePlace(known.place, place) && known.distance === distance(node, speech) && isSameState(known.before, speech.state) && (!known.asksRecipient || this.isRecipient(known.recipient));
  }

  isRecipient(recipient: Anchor | undefined): boolean { return recipient === this.#recipient || recipient?.equals(this.#recipient) === true; }

  /** The last reading of a node with the version it held in, whether or not it holds now. */
  last(node: StructureNode, above: Lasting | undefined): Visit | undefined {
    const known = this.#visits.get(node);
    if (known) this.refresh(known, above);
    return known;
  }

  /** Notes that a reading held as long as that above it did. */
  refresh(reading: Lasting, above: Lasting | undefined): void { reading.seen = this.#lastSeen(reading, above); }

  /** Notes that a reading of a row held as long as the row did: all of them hold whenever a row is kept, also those that were taken over together and not looked at. */
  refreshIn(row: Lasting, reading: Lasting): void { reading.seen = Math.max(reading.seen, row.seen); }

  /** Notes that a reading holds in this version. */
  keep(visit: Visit): void {
    visit.seen = this.#version;
    if (visit.asksRecipient) this.#asked++;
  }

  add(node: StructureNode, { place, isBeforeItem }: Standpoint, speech: Speech, before: SpeechState, from: number, asksRecipient: boolean, most: Most | undefined, made: readonly Made[]): Visit {
    const visit = { stamp: node.stamp, setting: speech.setting, place, isBeforeItem, before, distance: from, most, asksRecipient, recipient: this.#recipient, after: speech.state, made, ...this.now() };
    this.#visits.set(node, visit);
    this.read++;
    return visit;
  }

  /** A reading that is made now. */
  now(): Lasting { return { born: this.#version, seen: this.#version }; }

  /** Whether a point requires something: as found before, where nothing is new in it and the circumstances are the same. */
  requires(node: StructureNode, now: Circumstances, find: () => boolean): boolean {
    const known = this.#requires.get(node);
    if (known?.stamp === node.stamp && isSameCase(known, now)) return known.value;
    const value = find();
    this.#requires.set(node, { ...now, value, stamp: node.stamp });
    return value;
  }

  /** What each of the siblings says, in a row: as found before, where nothing is new in it and the circumstances are the same. */
  votes(siblings: Siblings, now: Circumstances, find: (node: StructureNode) => Vote): readonly Vote[] {
    const known = this.#votes.get(siblings), { nodes, stamp, front, back } = siblings, isSame = known !== undefined && isSameCase(known, now);
    if (isSame && known.stamp === stamp) return known.votes;
    const votes = isSame && known.stamp === stamp - 1 ? known.votes.slice(0, front).concat(nodes.slice(front, nodes.length - back).map(find), known.votes.slice(known.votes.length - back)) : nodes.map(find);
    this.#votes.set(siblings, { ...now, stamp, votes });
    return votes;
  }

  #lastSeen(reading: Lasting, above: Lasting | undefined): number { return above && reading.seen >= above.born ? Math.max(reading.seen, above.seen) : reading.seen; }

  /** Did the last edit change a paragraph that reading the node looks at, or who is named in one? */
  touches({ span: { paragraph, last } }: StructureNode): boolean {
    return last.index + AHEAD >= this.#from && paragraph.index < Math.max(this.#to, this.#from) || this.#isRenamed(paragraph.index, last.index);
  }

  /** Number of the first paragraph behind all that may be read otherwise than before. */
  get end(): number { return Math.max(this.#to, this.#from, (this.#renamed.at(-1)?.index ?? -1) + 1); }

  /** Number of the first paragraph that may be read otherwise than before. */
  get start(): number { return Math.min(this.#from, this.#renamed[0]?.index ?? Infinity); }

  #isRenamed(first: number, last: number): boolean {
    const next = this.#renamed[firstAtOrAfter(this.#renamed, first, (paragraph) => paragraph)];
    return next !== undefined && next.index <= last;
  }
}

/** No point, one that requires nothing, or one that requires something. */
export type Vote = 0 | 1 | 2;

const isSameCase = (a: Circumstances, b: Circumstances): boolean => a.setting === b.setting && a.heard === b.heard && a.requiring === b.requiring && isSamePlace(a.place, b.place);

export const isSamePlace = (a: Place, b: Place): boolean => a === b || a.under === b.under && a.context === b.context && a.depth === b.depth && a.heading === b.heading;

/** Paragraphs from the last requirement to a node. */
export function distance({ span: { paragraph } }: StructureNode, { state: { at } }: Speech): number {
  return at ? Math.min(FAR, Math.max(0, paragraph.index - at.index)) : FAR;
}
