import type { Paragraph } from '../text';
import type { Role } from './blocks';
import type { RunIn } from './headings';
import type { StructureNode } from './node';
import type { Open, State } from './open-nodes';

/** A paragraph with what it is in the document. It lives as long as the paragraph, and stands at the same place in the list of all blocks. */
export class Block {
  role: Role = 'body';
  /** the run-in heading that it may open with, and the one that it does open with, since others like it stand around */
  candidate: RunIn | undefined;
  runIn: RunIn | undefined;
  /** where closing words stand */
  place: Place = 'early';
  /** how things stand before it; nothing where the block before it has used it up */
  state: State | undefined;
  /** the node that was made of it, and the node below which that hangs, if it is no root */
  node: StructureNode | undefined;
  under: Open | undefined;

  constructor(readonly paragraph: Paragraph) {}
}

/** Closing words count in the second half of a document only, and make a node of their own at its very end. */
export type Place = 'early' | 'late' | 'last' | 'last of few';

/** What an edit exchanged: the blocks that went, and those that came, the first of which is number `from`. */
export interface Exchange { readonly from: number; readonly gone: readonly Block[]; readonly come: readonly Block[] }

/** How many blocks are read in one step. */
export const STEP = 32;
