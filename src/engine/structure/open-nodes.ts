import { perParagraph } from '../text';
import type { StructureNode } from './node';

/** A node that others may hang below. What hangs below it knows it by this, so that another node can take its place. */
export interface Open {
  node: StructureNode;
  readonly family: string;
  /** where the node itself hangs, if it is no root */
  under: Open | undefined;
}

/** An open node and those above it. Never changed once others know it. */
export interface Level {
  open: Open;
  readonly up: Level | undefined;
  /** the lists right below the node, see `noteIn` */
  readonly lists: number;
}

/** How things stand between two blocks: all that reading the next one depends on, beside what is told of single blocks and of the whole text. */
export interface State {
  /** the innermost open node */
  readonly top: Level | undefined;
  /** the lists among the roots */
  readonly lists: number;
  /** does the part that was opened last have headings without numbers below it? */
  readonly parted: boolean;
  readonly leadDone: boolean;
}

export const BEGINNING: State = { top: undefined, lists: 0, parted: false, leadDone: false };

/** Rules of points that make lists, each with its place in a summary of what hangs below a node. */
const LISTS = new Map(['dash', 'bullet', 'yishi', 'yiyao', 'ordinal', 'circled'].map((name, i) => [`marker.${name}`, 3 * i]));
/** One such point, several, and one with something else than points below it. */
const ONE = 1, SEVERAL = 2, MIXED = 4;

/** The summary once a node hangs there, too. */
function noteIn(lists: number, rule: string): number {
  const at = LISTS.get(rule);
  return at === undefined ? lists : lists | (lists & ONE << at ? SEVERAL : ONE) << at;
}

/** The summary once something else than a point hangs below a point of it. */
function noteMixed(lists: number, rule: string): number {
  const at = LISTS.get(rule);
  return at === undefined ? lists : lists | MIXED << at;
}

/** Are there several such points, with nothing but points below them? */
function isPureList(lists: number, rule: string): boolean {
  const at = LISTS.get(rule);
  return at !== undefined && (lists >> at & (SEVERAL | MIXED)) === SEVERAL;
}

/** The open nodes of a text while its blocks are read. */
export class OpenNodes {
  #state = BEGINNING;
  #top: Level | undefined;
  #lists = 0;
  parted = false;
  leadDone = false;
  /** levels and open nodes that were made since things were set to stand in some way */
  levels: Level[] = [];
  opened = new Set<Open>();

  /** Goes on from a state. */
  set(state: State): void {
    this.#state = state;
    ({ top: this.#top, lists: this.#lists, parted: this.parted, leadDone: this.leadDone } = state);
    this.levels = [];
    this.opened = new Set();
  }

  /** How things stand: the same object as long as they stand so. */
  get state(): State {
    const { top, lists, parted, leadDone } = this.#state;
    if (top !== this.#top || lists !== this.#lists || parted !== this.parted || leadDone !== this.leadDone) this.#state = { top: this.#top, lists: this.#lists, parted: this.parted, leadDone: this.leadDone };
    return this.#state;
  }

  get top(): Open | undefined { return this.#top?.open; }

  /** The outermost open node. */
  get outermost(): Open | undefined {
    let level = this.#top;
    while (level?.up) level = level.up;
    return level?.open;
  }

  closeAll(): void { this.#top = undefined; }

  close(): void { this.#top = this.#top?.up; }

  /** Closes all but the outermost. */
  closeInner(): void { while (this.#top?.up) this.#top = this.#top.up; }

  has(family: string): boolean { return this.#find(family) !== undefined; }

  /** Closes the innermost node of a family and all below it. */
  closeFrom(family: string): void { this.#top = this.#find(family)?.up; }

  /** Closes all below the innermost node of a family; all where there is none. */
  closeBelow(family: string): void { this.#top = this.#find(family); }

  /** Closes all but certain ones. */
  keep(isKept: (open: Open) => boolean): void { this.#top = this.#kept(this.#top, isKept); }

  /** Is the innermost node the last of several points of one paragraph each? */
  get endsList(): boolean { return this.#top !== undefined && isPureList(this.#top.up?.lists ?? this.#lists, this.#top.open.node.rule); }

  /** Hangs a node below the innermost one, and gives that back. `summarizes` if anybody will ask for lists. */
  hang(node: StructureNode, summarizes: boolean): Open | undefined {
    const top = this.#top;
    if (summarizes && top) {
      const up = node.kind === 'item' ? top.up : this.#mixedAbove(top);
      this.#top = this.#level(top, up, noteIn(top.lists, node.rule));
    } else if (summarizes) this.#lists = noteIn(this.#lists, node.rule);
    return top?.open;
  }

  /** Opens a node that was hung. */
  open(node: StructureNode, family: string, under: Open | undefined): void {
    const open: Open = { node, family, under };
    this.opened.add(open);
    this.#add({ open, up: this.#top, lists: 0 });
  }

  #add(level: Level): void { this.levels.push(this.#top = level); }

  #find(family: string): Level | undefined {
    let level = this.#top;
    while (level && level.open.family !== family) level = level.up;
    return level;
  }

  #kept(level: Level | undefined, isKept: (open: Open) => boolean): Level | undefined {
    if (!level) return undefined;
    const up = this.#kept(level.up, isKept);
    return isKept(level.open) ? this.#level(level, up, level.lists) : up;
  }

  /** The level above, where something else than a point hangs below a point. */
  #mixedAbove({ open: { node }, up }: Level): Level | undefined {
    if (!up) this.#lists = noteMixed(this.#lists, node.rule);
    return up && this.#level(up, up.up, noteMixed(up.lists, node.rule));
  }

  /** A level with other levels above it or other lists below it. */
  #level(level: Level, up: Level | undefined, lists: number): Level {
    if (level.up === up && level.lists === lists) return level;
    const made = { open: level.open, up, lists };
    this.levels.push(made);
    return made;
  }
}

/** Does a paragraph announce what follows it? */
const announces = perParagraph(({ folded }) => /(?:如下|包括|下列|以下)[^。]{0,20}[：:]?$/u.test(folded));

/** Does the paragraph of an open node announce what follows it? */
export const isAnnouncing = ({ own }: StructureNode): boolean => announces(own);

/**
 * Whether things stand as they stood in the last version, but for nodes that took the place of others. Gives back which, by what they replace;
 * nothing where they stand otherwise.
 * @param from number of the paragraph from which on blocks were read again: only nodes from there on can have been replaced
 */
export function replacements(before: State, now: State, from: number): Map<Open, Open> | undefined {
  if (before.lists !== now.lists || before.parted !== now.parted || before.leadDone !== now.leadDone) return undefined;
  const found = new Map<Open, Open>();
  let a = before.top, b = now.top;
  while (a !== b) {
    if (!a || !b || a.lists !== b.lists) return undefined;
    if (a.open !== b.open) {
      if (!isLike(a.open, b.open) || a.open.node.span.paragraph.index < from || b.open.node.span.paragraph.index < from) return undefined;
      found.set(b.open, a.open);
    }
    a = a.up;
    b = b.up;
  }
  return found;
}

/** Are blocks read below one node as they are below the other? */
const isLike = (a: Open, b: Open): boolean => a.family === b.family && a.node.rule === b.node.rule && a.node.alone === b.node.alone && isAnnouncing(a.node) === isAnnouncing(b.node);
