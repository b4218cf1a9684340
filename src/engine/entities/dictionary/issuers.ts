import type { OutlineNode } from '../../analysis';
import type { DictionaryEntry } from '../../resources';
import { wordingKey, Wordings } from './wordings';

/** The outline with every issuer that is a wording of the dictionary under its canonical name. */
export function nameIssuers(outline: readonly OutlineNode[], entries: readonly DictionaryEntry[]): readonly OutlineNode[] {
  if (entries.length === 0) return outline;
  const wordings = new Wordings(entries);
  const named = (node: OutlineNode): OutlineNode => {
    const { issuer } = node.directive ?? {}, name = issuer === undefined ? undefined : wordings.find(wordingKey(issuer))?.name;
    return { ...node, ...(node.directive && name !== undefined && { directive: { ...node.directive, issuer: name } }), children: node.children.map(named) };
  };
  return outline.map(named);
}
