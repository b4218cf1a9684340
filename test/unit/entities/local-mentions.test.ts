import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { localMentionsBy } from '../../../src/engine/entities/local-mentions';
import { recognizerOf } from '../../../src/engine/entities/recognizer';
import type { SideReader } from '../../../src/engine/side-reader';
import { toTheEnd } from '../../../src/engine/steps';
import { readText } from '../../../src/engine/text';
import { longText } from '../texts';

/** A reader on another thread that never gets to read anything, and what was asked of it. */
function idleReader(): { reader: SideReader; claimed: number[]; waits: () => number } {
  const claimed: number[] = [];
  let waits = 0;
  const reader: SideReader = {
    begin: () => ({ give: () => {}, end: () => {}, claim: (pass) => { const isFree = !claimed.includes(pass); if (isFree) claimed.push(pass); return isFree; }, take: () => { waits++; return undefined; } }),
    beginOutline: () => undefined, end: () => {},
  };
  return { reader, claimed, waits: () => waits };
}

const { paragraphs } = readText(longText(40_000));

it('reads itself what it has claimed, also when it was left in the middle of it', () => {
  const mentions = localMentionsBy(recognizerOf(new Uint8Array(readFileSync('data/recognizer.bin')))), { reader, claimed, waits } = idleReader(), steps = mentions.ahead(paragraphs, reader);
  while (claimed.length === 0) steps.next();
  steps.next();
  toTheEnd(mentions.ahead(paragraphs, reader));
  expect(paragraphs.flatMap((p) => mentions.of(p)).length).toBeGreaterThan(100);
  expect(claimed.length).toBeGreaterThan(3);
  expect(waits()).toBe(0);
});
