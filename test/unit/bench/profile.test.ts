import type { Profiler } from 'node:inspector';
import { describe, expect, test } from 'vitest';
import { growth, selfTimes } from '../../../scripts/bench/profile';
import { blocksOf } from '../../../scripts/bench/window/blocks';

/** A profile of these functions, each called by its parent; `samples` names who was seen, one each millisecond. */
function profileOf(functions: Record<string, { url?: string; children?: string[] }>, samples: readonly string[]): Profiler.Profile {
  const ids = new Map(Object.keys(functions).map((name, i) => [name, i + 1]));
  const nodes = Object.entries(functions).map(([name, { url = '', children = [] }]) => ({
    id: ids.get(name)!, callFrame: { functionName: name, scriptId: '0', url, lineNumber: 0, columnNumber: 0 }, children: children.map((child) => ids.get(child)!),
  }));
  return { nodes, startTime: 0, endTime: samples.length * 1000, samples: samples.map((name) => ids.get(name)!), timeDeltas: [0, ...samples.slice(1).map(() => 1000), 1000] };
}

describe('a profile of the extension host', () => {
  const functions = { root: { children: ['theirs', 'ours', '(idle)', '(garbage collector)'] }, theirs: { url: 'node:events', children: ['ours2'] }, ours: { url: 'a/dist/extension.js', children: ['below'] }, below: { url: 'node:fs' }, ours2: { url: 'a/dist/session.js' }, '(idle)': {}, '(garbage collector)': {} };
  const read = (samples: string[]): ReturnType<typeof blocksOf> => blocksOf(profileOf(functions, samples), 0.5, ({ url }) => url.includes('dist/'));

  test('what we call and what is called by others is ours', () => {
    const { own, busy, entries } = read(['(idle)', 'ours', 'below', 'theirs', 'ours2', '(idle)']);
    expect({ own, busy }).toEqual({ own: 3, busy: 4 });
    expect(entries.map(({ name, milliseconds }) => `${name} ${milliseconds}`)).toEqual(['ours (extension.js:1:1) 2', 'ours2 (session.js:1:1) 1']);
  });

  test('what is longer than some intervals counts as so many where the processor is to have been ours', () => {
    const profile = profileOf(functions, ['ours', 'ours', '(idle)']);
    expect(blocksOf({ ...profile, timeDeltas: [0, 5_000, 1_000, 1_000] }, 0.5, ({ url }) => url.includes('dist/'))).toMatchObject({ longestOwn: 6, longestOfCode: 6, longestSeen: 3 });
  });

  test('a block goes on through a collection, not through what others do', () => {
    expect(read(['ours', '(garbage collector)', 'ours', 'theirs', 'ours2', '(idle)'])).toMatchObject({ longestOwn: 3, longestOfCode: 2, longestAround: 5 });
    expect(read(['ours', 'ours', '(idle)'])).toMatchObject({ longestOwn: 2, longestSeen: 2 });
    expect(read(['(garbage collector)', 'ours', '(garbage collector)', '(idle)', 'theirs', 'theirs', 'theirs'])).toMatchObject({ longestOwn: 1, longestAround: 1, longestCollection: 1 });
  });
});

test('the functions that grew more than the text are named, the worst first', () => {
  const times = (samples: string[]): ReturnType<typeof selfTimes> => selfTimes(profileOf({ square: {}, line: {}, '(idle)': {} }, samples));
  const one = times(['square', 'line', 'line', '(idle)']), eight = times([...Array.from({ length: 64 }, () => 'square'), ...Array.from({ length: 16 }, () => 'line')]);
  expect(growth(one, eight, 8, 3)).toEqual([{ name: 'square', milliseconds: 63, excess: 63 }]);
});
