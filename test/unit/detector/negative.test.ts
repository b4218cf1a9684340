import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readsLikeReport } from '../../../src/engine/detector';

const FOLDER = 'test/fixtures/negative';

/** Made-up texts that share words, numbering or layout with reports and are none: exams, courts, logs, recipes, contracts, fiction … */
describe('texts that are no reports', () => {
  it.each(readdirSync(FOLDER))('%s is left alone', (file) => {
    expect(readsLikeReport(readFileSync(join(FOLDER, file), 'utf8')).confidence).toBeLessThan(0.45);
  });
});
