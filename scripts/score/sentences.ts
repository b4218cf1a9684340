import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import { ENTITY_TYPES, type EntityType, type Span } from '../../src/engine/analysis';
import { createEngine } from '../../src/engine/analyze';
import { findProposals } from '../../src/engine/entities/grammar';
import { recognizerOf } from '../../src/engine/entities/recognizer';
import type { EngineResources } from '../../src/engine/resources';
import { fold } from '../../src/engine/text/fold';
import { f1, newTally, sumTallies, type Tally } from './tally';

/** A labelled sentence; offsets are UTF-16 code units, end exclusive. */
export interface LabelledSentence { text: string; entities: Mark[] }
interface Mark extends Span { type: EntityType }
/** One way of finding mentions in sentences: a list for each. */
interface Finder { name: string; find: (sentences: readonly LabelledSentence[]) => Mark[][] }

/** Sentences read as one document, so that passes through the document have something to go by. */
const BLOCK = 50;
/** The types that the tags of jieba stand for. */
const TYPE_OF_TAG: Record<string, EntityType> = { nr: 'PER', ns: 'LOC', nt: 'ORG' };

/**
 * A table of strict span F1 on files of labelled sentences (JSON lines), with a row for each way: nodejieba's tags, the model alone, the
 * engine on each sentence alone, the engine on texts of 50 sentences. Only types that a file labels count.
 */
export function sentenceReport(files: readonly string[], resources: EngineResources): string {
  return files.flatMap((file) => {
    const sentences = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as LabelledSentence);
    const labelled = new Set(sentences.flatMap((s) => s.entities.map((e) => e.type))), types = ENTITY_TYPES.filter((t) => labelled.has(t));
    const rows = findersOf(resources).map(({ name, find }) => {
      const started = performance.now(), found = find(sentences), seconds = (performance.now() - started) / 1000;
      const tallies = types.map((type) => tallyOf(type, sentences, found));
      const characters = sentences.reduce((sum, s) => sum + s.text.length, 0);
      return `| ${[name, ...[...tallies, sumTallies(tallies)].map((t) => f1(t).toFixed(3)), (characters / seconds / 1e6).toFixed(2)].join(' | ')} |`;
    });
    return [`${basename(file)} (${sentences.length} sentences)`, '', `| | ${types.join(' | ')} | all | million characters a second |`, `|${'---|'.repeat(types.length + 3)}`, ...rows, ''];
  }).join('\n');
}

function findersOf(resources: EngineResources): Finder[] {
  const { segmenter } = resources, recognizer = recognizerOf(resources.recognizer), engine = createEngine(resources), finders: Finder[] = [];
  const analyse = (text: string): Mark[] => engine.analyze(text).entities.flatMap((e) => e.mentions.map(({ start, end }) => ({ start, end, type: e.type }))).sort((a, b) => a.start - b.start);
  if (segmenter) finders.push({ name: `${segmenter.name}'s tags`, find: (all) => all.map((s) => marksOfTags(segmenter.tag(s.text))) });
  if (recognizer) finders.push({ name: 'model', find: (all) => all.map(({ text }) => { const folded = fold(text); return recognizer.recognize(folded, findProposals(folded)); }) });
  finders.push({ name: 'with grammar and linking', find: (all) => all.map((s) => analyse(s.text)) });
  finders.push({ name: `the same on texts of ${BLOCK} sentences`, find: (all) => inBlocks(all, analyse) });
  return finders;
}

function marksOfTags(words: readonly { word: string; tag: string }[]): Mark[] {
  let at = 0;
  return words.flatMap(({ word, tag }) => {
    const start = at, type = TYPE_OF_TAG[tag];
    at += word.length;
    return type ? [{ start, end: at, type }] : [];
  });
}

/** Analyses the sentences as paragraphs of longer texts and gives each its own mentions back. */
export function inBlocks(sentences: readonly LabelledSentence[], analyse: (text: string) => Mark[], size = BLOCK): Mark[][] {
  const found: Mark[][] = [];
  for (let from = 0; from < sentences.length; from += size) {
    const block = sentences.slice(from, from + size), marks = analyse(block.map((s) => s.text).join('\n'));
    let at = 0, k = 0;
    for (const { text } of block) {
      const own: Mark[] = [], end = at + text.length;
      for (; k < marks.length && marks[k]!.start < end; k++) own.push({ ...marks[k]!, start: marks[k]!.start - at, end: marks[k]!.end - at });
      found.push(own);
      at = end + 1;
    }
  }
  return found;
}

/** Counts the mentions of one type; right is what has the same span. */
export function tallyOf(type: EntityType, sentences: readonly LabelledSentence[], found: readonly (readonly Mark[])[]): Tally {
  const tally = newTally();
  sentences.forEach(({ entities }, i) => {
    const wanted = new Set(entities.filter((e) => e.type === type).map((e) => `${e.start}-${e.end}`));
    tally.wanted += wanted.size;
    for (const m of found[i] ?? []) {
      if (m.type !== type) continue;
      tally.found++;
      if (wanted.has(`${m.start}-${m.end}`)) tally.right++;
    }
  });
  return tally;
}
