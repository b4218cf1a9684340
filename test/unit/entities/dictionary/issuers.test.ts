import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../../src/engine/analysis';
import { issuerNaming } from '../../../../src/engine/entities/dictionary/issuers';
import { readOutline } from '../../../../src/engine/outline';
import { readText } from '../../../../src/engine/text';

const TEXT = '李小明在全市教育工作会议上强调\n3月5日，李小明在会上强调，要加强校园安全，要补齐短板。';
const all = (nodes: readonly OutlineNode[]): OutlineNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);

describe('a node whose issuer the dictionary names', () => {
  const { outline } = readOutline(readText(TEXT)), named = issuerNaming([{ type: 'PER', name: '李晓明', aliases: ['李小明'], source: 'file' }])(outline);

  it('has the name of the dictionary', () => {
    expect(all(named).map(({ directive }) => directive?.issuer)).toContain('李晓明');
    expect(all(outline).map(({ directive }) => directive?.issuer)).not.toContain('李晓明');
  });

  it('is written as JSON with all that it had, the id among it', () => {
    const written = JSON.parse(JSON.stringify(named)) as OutlineNode[], before = all(outline);
    expect(all(written).map((node) => ({ ...node, directive: undefined, children: node.children.length }))).toEqual(before.map((node) => ({ ...node, directive: undefined, children: node.children.length })));
    expect(all(written).every(({ id }) => id.startsWith('/'))).toBe(true);
  });
});
