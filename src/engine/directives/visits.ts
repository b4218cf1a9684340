import type { StructureNode } from '../structure';
import type { SourceText } from '../text';
import type { Made, Place } from './made';
import type { Setting } from './setting';
import { isSameState, type Speech, type SpeechState } from './speech';

/** What a level of points was found to be: do most of them require something? And on what that was said. */
export interface Most { readonly value: boolean; readonly place: Place; readonly heard: boolean; readonly requiring: boolean }

/** What came of reading a node, and all it depends on beside the node and what lies below it. */
export interface Visit {
  readonly stamp: number;
  readonly setting: Setting;
  readonly place: Place;
  readonly before: SpeechState;
  /** paragraphs from the last requirement to the node, `FAR` at most */
  readonly distance: number;
  readonly isBeforeItem: boolean;
  /** what was said of the node's level, where the node asked */
  readonly most: Most | undefined;
  readonly after: SpeechState;
  readonly made: readonly Made[];
  /** the version in which the node was read, and the last in which that was found to hold */
  readonly born: number;
  seen: number;
}

/** What else decides whether a point requires something, beside its words and what lies below it. */
interface Circumstances { readonly setting: Setting; readonly place: Place; readonly heard: boolean; readonly requiring: boolean }

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
  readonly #visits = new WeakMap<StructureNode, Visit>();
  readonly #requires = new WeakMap<StructureNode, Circumstances & { value: boolean; stamp: number }>();

  /** Goes on to the next version of the text. */
  advance(text: SourceText): void {
    this.#version++;
    const { edit } = text;
    if (!edit) { this.#from = 0; this.#to = Infinity; return; }
    this.#from = edit.from;
    this.#to = edit.from + edit.added.length;
  }

  /**
   * The last reading of a node, if it still holds. `above` is the last reading of the node above it, where that did not hold: if the node was
   * read then or later, it was found to hold as long as that was.
   */
  find(node: StructureNode, { place, isBeforeItem }: Standpoint, speech: Speech, above: Visit | undefined): Visit | undefined {
    const known = this.#visits.get(node);
    if (!known || known.stamp !== node.stamp || known.setting !== speech.setting || known.isBeforeItem !== isBeforeItem || this.#lastSeen(known, above) !== this.#version - 1) return undefined;
    if (!isSamePlace(known.place, place) || this.#touches(node) || known.distance !== distance(node, speech) || !isSameState(known.before, speech.state)) return undefined;
    return known;
  }

  /** The last reading of a node with the version it held in, whether or not it holds now. */
  last(node: StructureNode, above: Visit | undefined): Visit | undefined {
    const known = this.#visits.get(node);
    if (known) known.seen = this.#lastSeen(known, above);
    return known;
  }

  /** Notes that a reading holds in this version. */
  keep(visit: Visit): void { visit.seen = this.#version; }

  add(node: StructureNode, { place, isBeforeItem }: Standpoint, speech: Speech, before: SpeechState, from: number, most: Most | undefined, made: readonly Made[]): void {
    this.#visits.set(node, { stamp: node.stamp, setting: speech.setting, place, isBeforeItem, before, distance: from, most, after: speech.state, made, born: this.#version, seen: this.#version });
  }

  /** Whether a point requires something: as found before, where nothing is new in it and the circumstances are the same. */
  requires(node: StructureNode, now: Circumstances, find: () => boolean): boolean {
    const known = this.#requires.get(node);
    if (known?.stamp === node.stamp && known.setting === now.setting && known.heard === now.heard && known.requiring === now.requiring && isSamePlace(known.place, now.place)) return known.value;
    const value = find();
    this.#requires.set(node, { ...now, value, stamp: node.stamp });
    return value;
  }

  #lastSeen(visit: Visit, above: Visit | undefined): number { return above && visit.seen >= above.born ? Math.max(visit.seen, above.seen) : visit.seen; }

  /** Did the last edit change a paragraph that reading the node looks at? */
  #touches({ span: { paragraph, last } }: StructureNode): boolean { return last.index + AHEAD >= this.#from && paragraph.index < Math.max(this.#to, this.#from); }
}

export const isSamePlace = (a: Place, b: Place): boolean => a === b || a.under === b.under && a.context === b.context && a.depth === b.depth && a.heading === b.heading;

/** Paragraphs from the last requirement to a node. */
export function distance({ span: { paragraph } }: StructureNode, { state: { at } }: Speech): number {
  return at ? Math.min(FAR, Math.max(0, paragraph.index - at.index)) : FAR;
}
