import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { createEngine, readReport } from '../../src/engine/analyze';
import { repairText } from '../../src/engine/text/repair';
import { loadResources } from '../../src/node/resources';
import { distinctReports } from './texts';

interface Row { benchmark: string; characters: number; milliseconds: number; megabytesPerSecond: number; charactersPerSecond: number; ofTagger?: number }

/** The least of several runs, in milliseconds: what the machine can do when nothing else disturbs it. */
function least(runs: number, work: () => void): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    globalThis.gc?.();
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

async function main(root: string): Promise<void> {
  const { resources, segmenter } = await loadResources(root), engine = createEngine(resources), rows: Row[] = [];
  const tagger = segmenter.degraded ? undefined : createRequire(path.join(root, 'package.json'))('nodejieba') as { tag(text: string): unknown };
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const characters of [3_000, 30_000, 350_000]) {
    const text = distinctReports(root, characters), megabytes = Buffer.byteLength(text) / 1e6, runs = characters > 100_000 ? 2 : 5;
    const add = (benchmark: string, milliseconds: number, tagged?: number): void => {
      rows.push({ benchmark, characters, milliseconds, megabytesPerSecond: megabytes * 1000 / milliseconds, charactersPerSecond: characters * 1000 / milliseconds, ...(tagged !== undefined && { ofTagger: tagged / milliseconds }) });
    };
    const cold = least(1, () => { engine.analyze(text); }), tagged = tagger && least(runs, () => { tagger.tag(text); });
    add('analysis, first', cold, tagged);
    add('analysis', least(runs, () => { engine.analyze(text); }), tagged);
    add('  repair', least(runs, () => { repairText(text); }));
    add('  outline (repair, structure, directives)', least(runs, () => { readReport(text); }), tagged);
    if (tagged !== undefined) add('nodejieba.tag', tagged);
    // a line at a time: its cost grows with the square of the string
    add('Intl.Segmenter', least(runs, () => { let n = 0; for (const line of text.split('\n')) for (const word of words.segment(line)) n += word.segment.length; if (n === 0) throw new Error('no words'); }));
  }
  print(rows);
  const per = (name: string, characters: number): number => { const row = rows.find((r) => r.benchmark === name && r.characters === characters)!; return row.milliseconds / characters; };
  const share = per('  repair', 350_000) / per('analysis', 350_000), growth = per('analysis', 350_000) / per('analysis', 30_000);
  console.log(`\nrepair of a clean text: ${(share * 100).toFixed(2)} % of the analysis\ncost per character at 350,000 over that at 30,000 characters: ${growth.toFixed(2)}`);
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  writeFileSync(path.join(root, 'test-results/bench.json'), JSON.stringify({ node: process.version, cores: cpus().length, rows, repairShare: share, growth }, undefined, 2));
}

function print(rows: readonly Row[]): void {
  console.log(`${'characters'.padStart(10)}  ${'benchmark'.padEnd(42)}${'ms'.padStart(9)}${'MB/s'.padStart(8)}${'char/s'.padStart(12)}${'of tagger'.padStart(11)}`);
  for (const r of rows) {
    console.log(`${String(r.characters).padStart(10)}  ${r.benchmark.padEnd(42)}${r.milliseconds.toFixed(1).padStart(9)}${r.megabytesPerSecond.toFixed(2).padStart(8)}${r.charactersPerSecond.toFixed(0).padStart(12)}${(r.ofTagger === undefined ? '' : `${r.ofTagger.toFixed(2)}×`).padStart(11)}`);
  }
}

void main(process.cwd());
