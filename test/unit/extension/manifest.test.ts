import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../../../src/engine/analysis';
import { TYPE_COLORS } from '../../../src/extension/shared/entity-types';

interface Command { command: string; category?: string; enablement?: string }
interface Color { id: string; defaults: Record<string, string> }
interface Manifest {
  icon: string;
  contributes: {
    commands: Command[]; colors: Color[]; menus: Record<string, { command?: string; when?: string }[]>; views: Record<string, { id: string }[]>; keybindings?: unknown;
    configuration: { properties: Record<string, { enum?: string[]; default: unknown; items?: { enum: string[] } }> };
    grammars: { path: string }[]; languages: { configuration: string; firstLine: string }[];
  };
}

const { icon, contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const source = readdirSync('src/extension', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src/extension', file), 'utf8')).join('\n');

/** Contrast of two colours as WCAG 2.1 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('commands', () => {
  const declared = contributes.commands.map(({ command }) => command);

  it('are declared if they are registered, but for the two that only trees call', () => {
    const registered = [...source.matchAll(/register\('(\w+)'/gu)].map((match) => `reportLens.${match[1]!}`);
    expect(registered.filter((command) => !declared.includes(command))).toEqual(['reportLens.revealNode', 'reportLens.revealEntity', 'reportLens.revealRange']);
    expect(declared.filter((command) => !registered.includes(command))).toEqual([]);
  });

  it('bear one category', () => expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Report Lens'])));

  it('appear in the palette only where they work', () => {
    const rules = new Map(contributes.menus['commandPalette']!.map(({ command, when }) => [command, when]));
    expect(declared.filter((command) => !rules.has(command))).toEqual(['reportLens.openDictionary', 'reportLens.openSample']);
  });

  it('are no more than fifteen in the palette of a report that is not damaged, with no key taken from VS Code', () => {
    // canTreat is said of texts that are no report
    const hidden = contributes.menus['commandPalette']!.filter(({ when }) => ['false', 'reportLens.isDamaged', 'reportLens.canTreat'].includes(when ?? '')).length;
    expect(declared.length - hidden).toBeLessThanOrEqual(15);
    expect(contributes.keybindings).toBeUndefined();
  });

  it('stand in menus only if they are declared', () => {
    for (const entry of Object.values(contributes.menus).flat()) if (entry.command) expect(declared).toContain(entry.command);
  });
});

describe('colours', () => {
  const grounds: Record<string, [string, number]> = { dark: ['#1F1F1F', 3], light: ['#FFFFFF', 3], highContrast: ['#000000', 4.5], highContrastLight: ['#FFFFFF', 4.5] };

  it.each(contributes.colors)('$id stands out in every kind of theme', ({ defaults }) => {
    for (const [theme, [ground, least]] of Object.entries(grounds)) expect(contrast(defaults[theme]!.slice(0, 7), ground), theme).toBeGreaterThanOrEqual(least);
  });

  it('exist for every type', () => {
    const ids = contributes.colors.map(({ id }) => id);
    for (const type of ENTITY_TYPES) expect(ids).toContain(TYPE_COLORS[type]);
  });
});

describe('the rest', () => {
  it('offers every type as a layer', () => expect(contributes.configuration.properties['reportLens.entities.layers']!.items!.enum).toEqual([...ENTITY_TYPES]));

  it('declares every setting that the code reads', () => {
    const read = [...source.matchAll(/setting\('([\w.]+)'\)/gu)].map((match) => `reportLens.${match[1]!}`);
    expect(Object.keys(contributes.configuration.properties).sort()).toEqual([...new Set(read)].sort());
  });

  it('has every view that the code makes', () => {
    const made = [...source.matchAll(/createTreeView\('([\w.]+)'/gu)].map((match) => match[1]);
    expect(contributes.views['reportLens']!.map(({ id }) => id)).toEqual(expect.arrayContaining(made));
  });

  it('has an icon of at least 128 pixels', () => expect(readFileSync(icon).readUInt32BE(16)).toBeGreaterThanOrEqual(128));

  it.each([['关于开展秋季防火检查的通知', true], ['青山市政府工作报告', true], ['关于昨天的事', false], ['　　会议通知大家', false]])('knows the first line %s', (line, expected) => {
    expect(new RegExp(contributes.languages[0]!.firstLine, 'u').test(line)).toBe(expected);
  });
});
