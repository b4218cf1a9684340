import { hostile } from './hostile';
import { keystroke } from './keystroke';
import { large } from './large';
import { memory } from './memory';
import { requests } from './requests';
import type { PartResult } from './result';
import { throughput } from './throughput';
import { editing } from './window/editing';
import { hostMemory } from './window/host-memory';
import { start } from './window/start';

export interface Part {
  /** what is measured, in a few words */
  about: string;
  /** most milliseconds it may take; the whole is to end within ten minutes */
  limit: number;
  run: (root: string) => Promise<PartResult>;
}

/** The parts of the benchmark by name, in the order they run. */
export const PARTS: Readonly<Record<string, Part>> = {
  throughput: { about: 'megabytes a second beside segmenters', limit: 400_000, run: throughput },
  keystroke: { about: 'from an edit to the new analysis, in the language server', limit: 300_000, run: keystroke },
  requests: { about: 'answers when the analysis is there, and bytes over the wire', limit: 150_000, run: requests },
  start: { about: 'activation and first answers, in a real VS Code', limit: 180_000, run: start },
  editing: { about: 'blocks of the extension host while a long report is edited', limit: 240_000, run: editing },
  memory: { about: 'what the server holds', limit: 180_000, run: memory },
  'host-memory': { about: 'what the extension host holds', limit: 240_000, run: hostMemory },
  large: { about: 'a text of 10 MB, and the server meanwhile', limit: 180_000, run: large },
  hostile: { about: 'texts made to be slow, and how their cost grows', limit: 300_000, run: hostile },
};
