import { createEngine, type Engine } from '../engine/analyze';
import { loadResources } from '../node/resources';
import type { DictionaryEntry } from '../engine/resources';
import type { Io } from './io';

/** The engine with all resources; what is missing is said on standard error. */
export async function loadEngine(io: Io, dictionary: readonly DictionaryEntry[]): Promise<Engine> {
  const { resources, problems } = await loadResources();
  for (const problem of problems) io.err(`report-lens: ${problem}\n`);
  return createEngine({ ...resources, dictionary });
}
