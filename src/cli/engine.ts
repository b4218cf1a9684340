import { createEngine, type Engine } from '../engine/analyze';
import { loadResources } from '../node/resources';
import type { DictionaryEntry, EngineResources } from '../engine/resources';
import type { Io } from './io';

/** All resources of an engine; what is missing is said on standard error. */
export async function loadAll(io: Io, dictionary: readonly DictionaryEntry[]): Promise<EngineResources> {
  const { resources, problems } = await loadResources();
  for (const problem of problems) io.err(`report-lens: ${problem}\n`);
  return { ...resources, dictionary };
}

/** The engine with all resources. */
export const loadEngine = async (io: Io, dictionary: readonly DictionaryEntry[]): Promise<Engine> => createEngine(await loadAll(io, dictionary));
