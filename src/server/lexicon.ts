import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Connection } from 'vscode-languageserver/node';
import type { EngineResources } from '../engine/resources';
import { loadResources } from '../node/resources';
import { Methods, type StatusParams } from '../protocol';

/** Loads the resources at the first call. */
export interface Lexicon {
  (): Promise<EngineResources>;
  /** Gives back what is held only while long texts are read. */
  giveBack(): void;
}

/** The resources; says in the log and to the client what there is to work with. */
export function createLexicon(connection: Connection): Lexicon {
  let resources: Promise<EngineResources> | undefined;
  return Object.assign(() => (resources ??= load(connection)), { giveBack: () => void resources?.then(({ side }) => side?.end()) });
}

async function load(connection: Connection): Promise<EngineResources> {
  // what waits to be sent goes out first
  await nextTurn();
  const from = performance.now();
  const { resources, segmenter, problems } = await loadResources();
  for (const problem of problems) connection.console.warn(problem);
  connection.console.info(`lexicon loaded in ${Math.round(performance.now() - from)} ms, segmenter ${segmenter.name}`);
  const status: StatusParams = { segmenter: segmenter.name, degraded: segmenter.degraded, ...(segmenter.reason !== undefined && { reason: segmenter.reason }) };
  void connection.sendNotification(Methods.status, status);
  return resources;
}
