import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineResources } from '../engine/resources';
import { programRoot } from './root';
import { lazySegmenter, type SegmenterStatus } from './segmenter';
import { createSideReader } from './side-reader';

export interface LoadedResources {
  resources: EngineResources;
  segmenter: SegmenterStatus;
  /** what could not be loaded and why, in plain words for a log */
  problems: string[];
}

/**
 * Loads the data files and the segmenter for an engine on a Node host. A file that is missing is named in `problems` and the engine
 * works without it. The segmenter loads its dictionary when it is given a first text.
 */
export async function loadResources(root = programRoot()): Promise<LoadedResources> {
  const problems: string[] = [];
  const load = async (name: string): Promise<Buffer | undefined> => {
    try {
      return await readFile(join(root, 'data', name));
    } catch (error) {
      problems.push(`data/${name} could not be read: ${String(error)}`);
      return undefined;
    }
  };
  const [recognizer, places, terms] = await Promise.all([load('recognizer.bin'), load('places.bin'), load('terms.json')]);
  const { segmenter, status } = lazySegmenter(root);
  if (status.reason !== undefined) problems.push(status.reason);
  const side = recognizer && createSideReader(root, recognizer), resources: EngineResources = {
    segmenter, ...(recognizer && { recognizer }), ...(side && { side }), ...(places && { places }), ...(terms && { terms: terms.toString('utf8') }),
  };
  return { resources, segmenter: status, problems };
}
