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
};
