/**
 * `npm run score -- FOLDER [--json] [--misses]`: analyses every `NAME.txt` that has a `NAME.gold.json` beside it and prints how well
 * the two agree. `npm run score -- FILE.jsonl…` does so for labelled sentences. docs/accuracy.md says what the figures mean.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src/engine/analyze';
import { loadResources } from '../../src/node/resources';
import type { Gold } from './gold';
import { jsonReport, textReport } from './print';
import { scoreDocument, type DocumentScore } from './score';
import { sentenceReport } from './sentences';

const GOLD = '.gold.json';

async function main(args: readonly string[]): Promise<number> {
  const folders = args.filter((a) => !a.startsWith('-')), unknown = args.filter((a) => a.startsWith('-') && !['--json', '--misses'].includes(a));
  if (folders.length === 0 || unknown.length > 0) {
    console.error('usage: npm run score -- FOLDER… [--json] [--misses]\n       npm run score -- FILE.jsonl…');
    return 2;
  }
  const { resources, problems } = await loadResources();
  for (const problem of problems) console.error(problem);
  if (folders.every((f) => f.endsWith('.jsonl'))) {
    console.log(sentenceReport(folders, resources));
    return 0;
  }
  const engine = createEngine(resources);
  const documents = folders.flatMap((folder) => goldNames(folder).map((name): DocumentScore => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\uFEFF/u, '');
    return scoreDocument(name, text, JSON.parse(readFileSync(join(folder, name + GOLD), 'utf8')) as Gold, engine.analyze(text));
  }));
  if (documents.length === 0) {
    console.error(`no NAME.txt with NAME${GOLD} in ${folders.join(', ')}`);
    return 1;
  }
  console.log((args.includes('--json') ? jsonReport : textReport)(documents, args.includes('--misses')));
  return 0;
}

const goldNames = (folder: string): string[] => readdirSync(folder).filter((f) => f.endsWith(GOLD)).sort().map((f) => f.slice(0, -GOLD.length));

void main(process.argv.slice(2)).then((code) => { process.exitCode = code; });
