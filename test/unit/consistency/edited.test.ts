import { describe, expect, test } from 'vitest';
import { createEngine, readReport } from '../../../src/engine/analyze';
import { EntitiesReader } from '../../../src/engine/entities';
import { loadResources } from '../../../src/node/resources';

const { resources } = await loadResources(), engine = createEngine(resources), KINDS = new Set(['spelling', 'title', 'place', 'weekday']);

const LINES = [
  '江东县召开防汛工作会议', '县委书记李望川出席会议并讲话。', '李望川强调，要压实责任。', '李旺川要求，要备足物资。', '副县长周海成汇报了有关情况。', '县长周海成介绍了江苏省杭州市的做法。', '周海成任县长以来，防汛工作走在前列。',
  '李望川、李旺川参加。', '会议定于9月7日（星期五）召开。', '会议定于2021年9月7日（星期五）召开。', '2021年9月2日', '2018年9月2日', '各部门要加强值班值守。', '2019年，县长周海成到任。', '四川省重庆市的经验值得学习。', '1985年，四川省重庆市开始试点。',
];

/** A generator of pseudo-random numbers below `most`: the same edits in every run. */
function random(seed: number): (most: number) => number {
  let state = seed;
  return (most) => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % most; };
}

/** A line comes, goes, or loses a character. */
function edited(lines: readonly string[], next: (most: number) => number): string[] {
  const at = next(lines.length), line = lines[at]!, kind = next(4);
  if (kind < 2) return [...lines.slice(0, at), LINES[next(LINES.length)]!, ...lines.slice(at)];
  if (kind === 2 && lines.length > 3) return [...lines.slice(0, at), ...lines.slice(at + 1)];
  const cut = next(line.length);
  return [...lines.slice(0, at), line.slice(0, cut) + line.slice(cut + 1), ...lines.slice(at + 1)];
}

describe('slips read again after each edit are those of a text read anew', () => {
  test.each(Array.from({ length: 8 }, (_, i) => i + 1))('edits of seed %i', (seed) => {
    const next = random(seed), reader = new EntitiesReader(resources);
    let lines = LINES.slice(0, 6 + next(6)), reading = readReport(lines.join('\n')), found = 0;
    for (let n = 0; n < 25; n++) {
      lines = edited(lines, next);
      const text = lines.join('\n');
      reading = reading.edited(text);
      const slips = reading.entities(reader).slips();
      expect(slips).toEqual(engine.analyze(text).defects.filter((d) => KINDS.has(d.kind)));
      found += slips.length;
    }
    expect(found).toBeGreaterThan(10);
  });
});
