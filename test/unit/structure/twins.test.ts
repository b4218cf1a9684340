import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../src/engine/analysis';
import { createEngine } from '../../../src/engine/analyze';
import { fold } from '../../../src/engine/text/fold';

const FOLDER = 'test/fixtures/outline', engine = createEngine();
const traditional = new Map(simplifiedToTraditional.split('|').map((entry) => entry.split(' ') as [string, string]));

/** The text as pages of another script and width have it: what folding takes back. */
function twinOf(text: string): string {
  const twin = Array.from(text, (c) => '，：；！？（）'.includes(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : traditional.get(c) ?? c).join('');
  return Array.from(twin, (c, i) => fold(c) === fold(text.charAt(i)) || c.charCodeAt(0) < 0x40 ? c : text.charAt(i)).join('');
}

const show = (nodes: readonly OutlineNode[], depth = 0): string[] => nodes.flatMap((n) => [`${' '.repeat(depth)}${n.kind} ${fold(n.label)}`, ...show(n.children, depth + 1)]);

describe('a report in traditional characters with half-width marks', () => {
  it.each(readdirSync(FOLDER))('%s has the outline of its twin', (file) => {
    const text = fold(readFileSync(join(FOLDER, file), 'utf8').replace(/⟨[^⟩]*⟩/gu, '')), twin = twinOf(text);
    expect(twin.length).toBe(text.length);
    expect(show(engine.outline(twin).outline)).toEqual(show(engine.outline(text).outline));
  });
});
