import type { Defect, Genre } from '../analysis';
import { HEAD_LENGTH, readsLikeReport, type Detection } from '../detector';
import { toTheEnd } from '../steps';
import type { SourceText } from '../text';
import type { Block } from './block';
import { GenreReader } from './genre';
import { Numbering } from './numbering';
import { Roles } from './roles';
import { RunIns } from './run-ins';
import type { Siblings } from './siblings';
import { Tree } from './tree';

export type { StructureNode } from './node';
export type { Rule } from './rule';
export { STRUCTURE_RULES } from './rules';
export type { Siblings } from './siblings';

export interface Structure {
  /** does the text read like a report? looked at when asked */
  readonly detection: Detection;
  readonly genre: Genre;
  readonly roots: Siblings;
  /** how many blocks were looked at for their role, and how many were placed in the tree, in this version */
  readonly effort: { readonly roles: number; readonly placed: number };
  /** slips of numbering, in repaired offsets */
  readonly defects: Defect[];
}

/** Reads headings, markers and genre of a text, version after version: what an edit does not touch is not read again. */
export class StructureReader {
  #roles = new Roles();
  #runIns = new RunIns();
  #tree = new Tree();
  #numbering = new Numbering();
  #genres = new GenreReader();

  /** The structure of the next version. Never throws. */
  read(text: SourceText): Structure { return toTheEnd(this.readInSteps(text)); }

  /** The same in steps. Who does not take them all must not use the reader any more. */
  *readInSteps(text: SourceText): Generator<void, Structure> {
    if (!text.edit) { this.#roles = new Roles(); this.#runIns = new RunIns(); this.#tree = new Tree(); this.#numbering = new Numbering(); this.#genres = new GenreReader(); }
    const edit = text.edit ?? { from: 0, removed: [], added: text.paragraphs }, changed = new Set<Block>(), roles = this.#roles, tree = this.#tree;
    const exchange = yield* roles.update(text, edit, changed), genre = this.#genres.read(roles.head, roles.tally, text);
    yield* this.#runIns.update(roles.blocks, exchange, genre, changed);
    yield* tree.update(text, exchange, roles, genre, changed);
    yield;
    const { roots, placed } = tree, effort = { roles: roles.read, placed };
    const defects = yield* this.#numbering.defects(roots);
    return new StructureOfText(text, genre, roots, effort, defects);
  }
}

/** A class, since V8 keeps the getter of a literal, and all that it sees, until it collects old objects too. */
class StructureOfText implements Structure {
  readonly #text: SourceText;
  #detection: Detection | undefined;

  constructor(text: SourceText, readonly genre: Genre, readonly roots: Siblings, readonly effort: Structure['effort'], readonly defects: Defect[]) {
    this.#text = text;
  }

  get detection(): Detection { return this.#detection ??= readsLikeReport(this.#text.folded.slice(0, HEAD_LENGTH)); }
}
