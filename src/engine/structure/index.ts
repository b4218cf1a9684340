import type { Defect, Genre } from '../analysis';
import { readsLikeReport } from '../detector';
import type { SourceText } from '../text';
import { readBlocks } from './blocks';
import { readGenre } from './genre';
import type { StructureNode } from './node';
import { numberingDefects } from './numbering';
import { buildTree } from './tree';

export type { StructureNode } from './node';
export type { Rule } from './rule';
export { STRUCTURE_RULES } from './rules';

export interface Structure {
  isReport: boolean;
  confidence: number;
  genre: Genre;
  nodes: StructureNode[];
  /** slips of numbering, in repaired offsets */
  defects: Defect[];
}

/** Reads headings, markers and genre. Never throws. */
export function readStructure(text: SourceText): Structure {
  const blocks = readBlocks(text), genre = readGenre(blocks, text.folded);
  const nodes = buildTree(text, blocks, genre);
  return { ...readsLikeReport(text.folded), genre, nodes, defects: numberingDefects(nodes) };
}
