import type { OutlineNode } from '../analysis';
import type { Structure, StructureNode } from '../structure';
import type { SourceText } from '../text';

/** Adds requirements to the structure: the finished outline, spans in repaired offsets. Never throws. */
export function readDirectives(_text: SourceText, structure: Structure): OutlineNode[] {
  const finish = (n: StructureNode): OutlineNode => ({ id: n.label, ...n, children: n.children.map(finish) });
  return structure.nodes.map(finish);
}
