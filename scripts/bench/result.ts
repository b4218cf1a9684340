/** A column of a printed table: the row's field, its heading, and how many decimals a number gets. */
export interface Column { key: string; head: string; digits?: number }

/** One line of a table. What a figure is counted in stands in the heading of its column. */
export type Row = Readonly<Record<string, string | number | undefined>>;

export interface Table { title: string; columns: readonly Column[]; rows: readonly Row[] }

/**
 * What must hold on any machine, because both sides were measured in the same run.
 * - `linear`: cost per unit at several times the size over that at one time the size; 1 is exactly linear
 * - `flat`: cost at several times the size over that at one time the size; 1 is exactly flat
 * - `ratio`: a speed as a multiple of another's
 */
export interface Gate {
  name: string;
  shape: 'linear' | 'flat' | 'ratio';
  value: number;
  limit: number;
  /** `most`: the value may not be above the limit; `least`: not below it */
  bound: 'most' | 'least';
}

/** A figure in milliseconds, megabytes or the like, which depends on the machine: printed beside what it should be, and never fails a run. */
export interface Goal { name: string; value: number; unit: string; most: number }

/** What a part of the benchmark found. */
export interface PartResult {
  tables: Table[];
  gates: Gate[];
  goals: Goal[];
  /** in plain words: what was left out, and why */
  notes: string[];
}

export const emptyResult = (): PartResult => ({ tables: [], gates: [], goals: [], notes: [] });

/** Whether the value is on the right side of the limit; no number is on none. */
export function passes({ value, limit, bound }: Gate): boolean {
  return bound === 'most' ? value <= limit : value >= limit;
}

export const meets = ({ value, most }: Goal): boolean => value <= most;

/** Most a linear cost per unit may rise over eight times the size: room for noise, caches of the processor and the collector, none for a square. */
const LINEAR = 1.8;

/** A gate on linear growth. */
export function linear(name: string, perUnit: number, perUnitOfMore: number, limit = LINEAR): Gate {
  return { name, shape: 'linear', value: perUnitOfMore / perUnit, limit, bound: 'most' };
}

/** A gate on a cost that does not depend on the size. */
export function flat(name: string, cost: number, costOfMore: number, limit: number): Gate {
  return { name, shape: 'flat', value: costOfMore / cost, limit, bound: 'most' };
}
