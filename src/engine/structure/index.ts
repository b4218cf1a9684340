import type { Defect, Genre } from '../analysis';
import { readsLikeReport, type Detection } from '../detector';
import type { SourceText } from '../text';
import { readBlocks } from './blocks';
import { readGenre } from './genre';
import { isSame, type StructureNode } from './node';
import { numberingDefects } from './numbering';
import { buildTree } from './tree';

export type { StructureNode } from './node';
export type { Rule } from './rule';
export { STRUCTURE_RULES } from './rules';

export interface Structure {
  /** does the text read like a report? looked at when asked */
  readonly detection: Detection;
  genre: Genre;
  nodes: readonly StructureNode[];
  /** are the nodes others than in the older version, or is anything new in one of them? */
  changed: boolean;
  /** slips of numbering, in repaired offsets */
  defects: Defect[];
}

/**
 * Reads headings, markers and genre. Never throws.
 * @param before the structure of the older version that the text was made of
 */
export function readStructure(text: SourceText, before?: Structure): Structure {
  const blocks = readBlocks(text), genre = readGenre(blocks, text.folded);
  const nodes = buildTree(text, blocks, genre);
  let detection: Detection | undefined;
  return { get detection() { return detection ??= readsLikeReport(text.folded); }, genre, nodes, changed: !isSame(nodes, before?.nodes), defects: numberingDefects(nodes) };
}
