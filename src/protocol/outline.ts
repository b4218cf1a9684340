/**
 * How an outline goes over the wire: once as a tree, after that only as what is new in it. Whoever asks says what he holds already, and
 * may bound an answer, so that no message is long to read.
 */
import type { Directive, Genre, NodeKind } from '../engine/analysis';
import type { DocumentParams } from '.';

/** Start and end of a stretch: line, character, line, character, as positions of the language server protocol. */
export type Stretch = [startLine: number, startCharacter: number, endLine: number, endCharacter: number];

/** What the tree shows of a directive; the rest is in `OutlineDetails`. */
export interface DirectiveItem {
  issuer?: string;
  addressee?: string;
  force: Directive['force'];
  deadline?: string;
  targets?: string[];
}

/** A node of the outline without what is below it. */
export interface OutlineHead {
  kind: NodeKind;
  label: string;
  marker?: string;
  /** on directives whose label is long: so many UTF-16 code units of it tell enough in a narrow tree, the rest being cut off between words */
  short?: number;
  /** the node with all below it */
  range: Stretch;
  /** the heading or gist */
  labelRange: Stretch;
  directive?: DirectiveItem;
}

export interface OutlineItem extends OutlineHead { children?: OutlineItem[] }

export interface OutlineParams extends DocumentParams {
  /** `stamp` of the last answer: only what has changed since then is wanted */
  since?: number;
  /** nodes in an answer at most; there may be `more` to ask for then */
  most?: number;
}

/** All lines from one on have moved by so many. */
export type LineShift = [line: number, by: number];

/** How a list is changed, from its first element on: a number keeps so many as they are, what no step speaks of at the end stays. */
export type ListStep<Item> = number | { drop: number } | { add: Item[] };

/** How a node is changed in its place: its head, what is below it, or both. */
export interface NodeStep { head?: OutlineHead; below?: OutlineStep[] }

/** How the nodes of a level are changed. A node that is kept keeps all below it. */
export type OutlineStep = ListStep<OutlineItem> | NodeStep;

/** What has changed: first all ranges move, one shift after the other, then the nodes change. */
export interface OutlineChange { shifts: LineShift[]; steps: OutlineStep[] }

export interface OutlineResult {
  version: number;
  isReport: boolean;
  confidence: number;
  genre: Genre;
  directiveCount: number;
  /** places of damage that can be repaired with certainty */
  repairCount: number;
  /** names what the asker holds with this answer */
  stamp: number;
  /** the whole tree, or as much of its beginning as was wanted */
  outline?: OutlineItem[];
  /** in its place: what has changed */
  change?: OutlineChange;
  /** whether there is more to be told, even if the text stays as it is */
  more?: true;
}

/** A node by its id: the path of steps to it, as `outlineStep` makes them. */
export interface OutlineDetailsParams extends DocumentParams { id: string }

/** What a tooltip says of a node beside what the tree shows. */
export interface OutlineDetails {
  /** first sentences of the node, repaired, at most 200 characters */
  excerpt: string;
  /** the verb that introduces a directive */
  cue?: string;
  /** name of the rule that made the node, and what it means in the reader's language */
  rule: string;
  ruleText: string;
}
