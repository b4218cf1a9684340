import { keystroke } from './keystroke';
import { requests } from './requests';
import type { PartResult } from './result';
import { throughput } from './throughput';

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
  requests: { about: 'answers when the analysis is there, and bytes over the wire', limit: 90_000, run: requests },
};
