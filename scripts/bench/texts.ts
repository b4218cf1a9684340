import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from './random';
import { vary } from './vary';

/** Signs of the expected outline, which the fixtures carry in their text. */
const EXPECTED = /⟨[^⟩]*⟩/gu;

interface Fixture { name: string; text: string }

/**
 * Texts of any length, made of the reports that were written for this project. Each comes with other names, numbers and places every time, so
 * that an analysis which keeps what it has read finds nothing that it knows. The same seed gives the same text on every machine.
 */
export class Texts {
  readonly #fixtures: readonly Fixture[];

  constructor(root: string) {
    this.#fixtures = ['samples', 'test/fixtures/outline'].flatMap((folder) => readFixtures(path.join(root, folder)));
  }

  /** An inspection of 3,000 characters: paragraphs of the inspections one after the other. */
  inspection(seed: number): string {
    return this.#ofGenre('inspection', 3_000, seed);
  }

  /** A work report of 30,000 characters. */
  workReport(seed: number): string {
    return this.#ofGenre('workreport', 30_000, seed);
  }

  /** Distinct reports one after the other, `characters` (UTF-16 units) in all. */
  reports(characters: number, seed: number): string {
    return join(this.#variants(this.#fixtures, seed), (length) => length >= characters).slice(0, characters);
  }

  /** The same by their length in bytes of UTF-8, to the character. */
  megabytes(megabytes: number, seed: number): string {
    let bytes = 0;
    const text = join(this.#variants(this.#fixtures, seed), (_, part) => (bytes += Buffer.byteLength(part) + 1) >= megabytes * 1e6);
    return Buffer.from(text).subarray(0, megabytes * 1e6).toString('utf8').replace(/\uFFFD+$/u, '');
  }

  /** So many reports of their own, each with its title. */
  several(count: number, seed: number): string[] {
    const variants = this.#variants(this.#fixtures, seed);
    return Array.from({ length: count }, () => variants.next().value);
  }

  #ofGenre(genre: string, characters: number, seed: number): string {
    const fixtures = this.#fixtures.filter(({ name, text }) => name.startsWith(genre) && !/hant|damaged/u.test(name) && text.length > 0);
    // the title of each but the first goes: it is to be one report
    const parts = this.#variants(fixtures, seed), bodies = function* (): Generator<string> {
      let isFirst = true;
      for (const part of parts) { yield isFirst ? part : part.slice(part.indexOf('\n') + 1); isFirst = false; }
    };
    return join(bodies(), (length) => length >= characters).slice(0, characters);
  }

  *#variants(fixtures: readonly Fixture[], seed: number): Generator<string, never> {
    const random = new Random(seed);
    for (;;) for (const { text } of fixtures) yield vary(text, random);
  }
}

function readFixtures(folder: string): Fixture[] {
  return readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.includes('damaged')).sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/u, '').replace(EXPECTED, '').trim() }));
}

/** Parts one a line (or several) until there is enough. */
function join(parts: Iterable<string>, isEnough: (length: number, part: string) => boolean): string {
  const taken: string[] = [];
  let length = 0;
  for (const part of parts) {
    taken.push(part);
    length += part.length + 1;
    if (isEnough(length, part)) break;
  }
  return taken.join('\n');
}

/** Share of the characters (0…1) that stand in a piece of the text which no other piece equals: what a cache by content cannot save. */
export function distinctShare(pieces: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  let all = 0, single = 0;
  for (const piece of pieces) {
    all += piece.length;
    if (counts.get(piece) === 1) single += piece.length;
  }
  return single / all;
}

/** The paragraphs of a text. */
export const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
/** The sentences of a text, cut at 。！？ and line ends. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[。！？])|\n/u).filter((sentence) => sentence !== '');
