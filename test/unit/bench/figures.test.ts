import { describe, expect, test } from 'vitest';
import { printTable } from '../../../scripts/bench/print';
import { flat, linear, passes } from '../../../scripts/bench/result';
import { latencies, least, median, percentile } from '../../../scripts/bench/statistics';

describe('figures', () => {
  test('percentiles are values that were measured', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(latencies(values)).toEqual({ n: 100, p50: 50, p95: 95, p99: 99, worst: 100 });
    expect(least(values)).toBe(1);
    expect(median([5])).toBe(5);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('gates', () => {
  test('fail a square and a growing cost, and a value that is no number', () => {
    expect(passes(linear('', 2, 2.4))).toBe(true);
    expect(passes(linear('', 2, 16))).toBe(false);
    expect(passes(flat('', 5, 6, 2))).toBe(true);
    expect(passes(flat('', 5, 40, 2))).toBe(false);
    expect(passes(linear('', NaN, 1))).toBe(false);
  });

  test('of a ratio have a floor', () => {
    expect(passes({ name: '', shape: 'ratio', value: 0.6, limit: 0.5, bound: 'least' })).toBe(true);
    expect(passes({ name: '', shape: 'ratio', value: 0.4, limit: 0.5, bound: 'least' })).toBe(false);
  });
});

test('a table lines its columns up, Chinese ones too', () => {
  const table = printTable({ title: '标题', columns: [{ key: 'a', head: 'name' }, { key: 'b', head: 'ms', digits: 1 }], rows: [{ a: '报告', b: 1234.56 }, { a: 'x', b: 2 }, { a: 'none' }] });
  expect(table).toBe('\n标题\nname       ms\n报告  1,234.6\nx         2.0\nnone');
});
