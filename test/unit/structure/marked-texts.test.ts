import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../src/engine/analysis';
import { createEngine } from '../../../src/engine/analyze';

const FOLDER = 'test/fixtures/outline';
const KINDS = { T: 'title', S: 'section', D: 'directive', M: 'measure', I: 'item' } as const;
const SCORED: ReadonlySet<string> = new Set(Object.values(KINDS));

interface Line { at: number; depth: number; kind: string; issuer?: string | undefined; addressee?: string | undefined }

/** A made-up text with its outline: ⟨D2 issuer|addressee⟩ stands before the first character of a directive of the second level. */
function readMarked(marked: string): { text: string; lines: Line[] } {
  const lines: Line[] = [];
  let text = '', from = 0;
  for (const m of marked.matchAll(/⟨([TSDMI])(\d)(?: ([^|⟩]*)(?:\|([^⟩]*))?)?⟩/gu)) {
    text += marked.slice(from, m.index);
    from = m.index + m[0].length;
    lines.push({ at: text.length, depth: Number(m[2]), kind: KINDS[m[1] as keyof typeof KINDS], issuer: m[3], addressee: m[4] });
  }
  return { text: text + marked.slice(from), lines };
}

function linesOf(nodes: readonly OutlineNode[], depth = 1): Line[] {
  return nodes.flatMap((n) => {
    const own: Line[] = SCORED.has(n.kind) ? [{ at: n.span.start, depth, kind: n.kind, issuer: n.directive?.issuer, addressee: n.directive?.addressee }] : [];
    return [...own, ...linesOf(n.children, depth + own.length)];
  });
}

const show = (text: string, l: Line): string => `${'  '.repeat(l.depth)}${l.kind} ${text.slice(l.at, l.at + 16).replaceAll('\n', ' ')}`;

describe('made-up reports of every genre', () => {
  const engine = createEngine();
  it.each(readdirSync(FOLDER))('%s has the outline that it is marked with', (file) => {
    const { text, lines } = readMarked(readFileSync(join(FOLDER, file), 'utf8')), outline = engine.outline(text), found = linesOf(outline.outline);
    expect(found.map((l) => show(text, l))).toEqual(lines.map((l) => show(text, l)));
    lines.forEach((line, i) => {
      if (line.issuer !== undefined) expect(`${show(text, line)} by ${found[i]!.issuer ?? ''}`).toBe(`${show(text, line)} by ${line.issuer}`);
      if (line.addressee) expect(`${show(text, line)} to ${found[i]!.addressee ?? ''}`).toBe(`${show(text, line)} to ${line.addressee}`);
    });
    expect(outline.genre).toBe(file.split('-')[0]);
    // a few lines of an old talk hold too little evidence
    if (text.length > 450) expect(outline.isReport).toBe(true);
  });
});
