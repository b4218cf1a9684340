import { createEngine, readReport } from '../../src/engine/analyze';
import { findProposals } from '../../src/engine/entities/grammar';
import { recognizerOf } from '../../src/engine/entities/recognizer';
import type { EngineResources } from '../../src/engine/resources';
import { readText } from '../../src/engine/text';
import { loadResources } from '../../src/node/resources';

/** Something that reads a text. `prepare` does what does not count and gives back what does. */
export interface Reader { name: string; prepare: (text: string) => () => unknown }

/** Loads what the product loads: dictionary, weights, gazetteers. */
export async function loadEngine(root: string): Promise<EngineResources> {
  return (await loadResources(root)).resources;
}

/** The whole analysis: repair, structure, directives, entities. Every run has an engine of its own, so that none knows what another read. */
export const wholeAnalysis = (resources: EngineResources): Reader => ({
  name: 'whole analysis', prepare: (text) => { const engine = createEngine(resources); return () => engine.analyze(text); },
});

/** The text stage: the look for damage and its repair, folding, paragraphs. On a clean text nothing is found. */
export const repairAlone: Reader = { name: 'repair alone', prepare: (text) => () => readText(text) };

/** What the outline needs: repair, structure, directives. */
export const outlineAlone: Reader = { name: 'outline alone', prepare: (text) => () => readReport(text) };

/** The sequence model alone, over the sentences and proposals that the analysis would hand it. */
export const recognizerAlone = (resources: EngineResources): Reader => ({
  name: 'recognizer alone',
  prepare: (text) => {
    const recognizer = recognizerOf(resources.recognizer), read = readText(text);
    const sentences = read.paragraphs.flatMap(({ folded, sentences }) => sentences.map(({ start, end }) => folded.slice(start, end))).map((sentence) => ({ sentence, proposals: findProposals(sentence) }));
    return () => { for (const { sentence, proposals } of sentences) recognizer?.recognize(sentence, proposals); };
  },
});
