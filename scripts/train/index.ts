import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProposals } from '../../src/engine/entities/grammar';
import { createKernel, type Kernel } from '../../src/engine/entities/recognizer/kernel';
import { packRecognizer } from '../../src/engine/entities/recognizer/format';
import { recognizerOf } from '../../src/engine/entities/recognizer';
import { buildWordTable } from '../../src/engine/lexicon/word-table';
import { augment } from './augment';
import { fold } from '../../src/engine/text/fold';
import { goldLabels, readLabelled } from './corpus';
import type { Labelled } from './labelled';
import { measure } from './measure';
import { NO_WEIGHTS, packWeights } from './pack';
import { train, type Example } from './trainer';
import { readWords } from './words';

const USAGE = 'usage: npm run train -- FILE… [--sentences FILE] [--test FILE] [--out FILE] [--share S] [--epochs N] [--dropout S] [--rate R] [--minimum N] [--decay D] [--floor W]';

/**
 * Trains `data/recognizer.bin` of files of labelled sentences in the order given: `.jsonl` with lines `{"text", "entities": [{"start", "end", "type"}]}`, `.txt` with
 * mentions marked in the line, `.tsv` with labels of the sentences in the file behind `--sentences`. data/README.md describes them.
 * `--share 0.25` takes every fourth sentence, for a learning curve; `--test` measures with labelled sentences.
 */
function main(args: readonly string[], root: string): void {
  const option = (name: string, otherwise: string): string => { const i = args.indexOf(name); return i < 0 ? otherwise : args[i + 1] ?? otherwise; };
  const files = args.filter((a, i) => !a.startsWith('--') && !args[i - 1]?.startsWith('--'));
  if (files.length === 0) { console.error(USAGE); process.exit(2); }
  const started = Date.now(), log = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${line}`);
  const words = buildWordTable(readWords(root));
  const share = Number(option('--share', '1'));
  const given = readLabelled(files, option('--sentences', '') || undefined).filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share)), sentences = [...given, ...augment(given, root)];
  log(`${given.length} sentences, with copies ${sentences.length}, ${words.fingerprints.length} words`);
  const kernel = createKernel({ words, weights: NO_WEIGHTS }, Math.max(...sentences.map((s) => s.text.length))), examples = sentences.filter((s) => s.text !== '').map((s) => exampleOf(s, kernel));
  const trained = train(examples, { epochs: Number(option('--epochs', '10')), rate: Number(option('--rate', '0.1')), dropout: Number(option('--dropout', '0.2')), decay: Number(option('--decay', '0')), minimum: Number(option('--minimum', '2')), log });
  const file = packRecognizer({ words, weights: packWeights(trained, Number(option('--floor', '0.12'))) });
  writeFileSync(option('--out', path.join(root, 'data/recognizer.bin')), file);
  log(`${trained.keys.length} features, ${(file.byteLength / 1e6).toFixed(2)} MB`);
  const test = option('--test', '');
  if (test) {
    const recognizer = recognizerOf(file)!;
    log(measure(readLabelled([test]), ({ text }) => { const folded = fold(text); return recognizer.recognize(folded, findProposals(folded)); }));
  }
}

/** The features of a sentence are those the recognizer will see: of the folded text with what the grammar proposes. */
function exampleOf(sentence: Labelled, kernel: Kernel): Example {
  const text = fold(sentence.text);
  kernel.read(text, findProposals(text));
  const first = kernel.features(0), hashes = new Int32Array(text.length * first.length);
  for (let i = 0; i < text.length; i++) hashes.set(kernel.features(i), i * first.length);
  return { hashes, gold: goldLabels(sentence) };
}

main(process.argv.slice(2), process.cwd());
