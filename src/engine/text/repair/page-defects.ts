import type { Defect } from '../../analysis';
import type { Repaired } from '../offset-map';
import type { Emission } from './costs';
import type { DecodedPage } from './pinyin-page';
import { placesOf, type Place } from './places';

/** How likely the likeliest reading must be to become part of the repaired text. Measured: those between this and a half are right more often than not. */
const LIKELY = 0.35;
/** What stands in the repaired text for a character that nobody can tell. */
const UNTOLD = '\uFFFD';
/** Readings that are offered at most. */
const MOST_CANDIDATES = 5;

interface Run { readonly start: number; end: number; text: string; lost: number }

/** The decoded page as a repaired text with its defects, both in the offsets of the text that was decoded. */
export function describePage(given: string, page: DecodedPage): { repaired: Repaired; defects: Defect[] } {
  const description = new Description(given), places = placesOf(given, page);
  for (let i = 0, p = 0; i < page.emissions.length;) {
    const place = places[p];
    if (place?.from !== i) { description.character(page.emissions[i++]!); continue; }
    description.place(place);
    i = place.to;
    p++;
  }
  return description.end();
}

/** Builds the repaired text and its defects from the first character to the last. */
class Description {
  private readonly units: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly defects: Defect[] = [];
  private run: Run | undefined;
  private cursor = 0;

  constructor(private readonly given: string) {}

  /** A character that was read in one way. */
  character(e: Emission): void {
    const intact = e.start >= this.cursor && this.given.charCodeAt(e.start) === e.unit && !e.lost, character = String.fromCharCode(e.unit);
    this.put(character, e.start, e.end);
    if (e.start > this.cursor) this.lengthen(this.cursor, e.start, '', 0);
    if (intact) {
      this.close();
      if (e.end > e.start + 1) this.defects.push(injected(this.given, e));
    } else {
      this.lengthen(Math.max(e.start, this.cursor), e.end, character, e.lost ? 1 : 0);
    }
    this.cursor = Math.max(this.cursor, e.end);
  }

  /** Characters that could also be others: the likeliest, or the sign of a lost character where none is likely enough. */
  place({ from, to, start, end, readings }: Place): void {
    const [best] = readings, candidates = readings.slice(0, MOST_CANDIDATES).map((r) => r.text), likely = best!.share >= LIKELY;
    const text = likely ? best!.text : UNTOLD.repeat(to - from);
    if (start > this.cursor) this.lengthen(this.cursor, start, '', 0);
    this.close();
    for (const unit of text.split('')) this.put(unit, start, end);
    this.defects.push({ start, end, kind: 'mojibake', repair: text, candidates, ...(likely ? likelyDefect(text) : unclearDefect(candidates)) });
    this.cursor = end;
  }

  end(): { repaired: Repaired; defects: Defect[] } {
    const { given } = this;
    if (this.cursor < given.length) this.lengthen(this.cursor, given.length, '', 0);
    this.close();
    return { repaired: { text: this.units.join(''), starts: Int32Array.from([...this.starts, given.length]), ends: Int32Array.from([...this.ends, given.length]) }, defects: this.defects };
  }

  private put(text: string, start: number, end: number): void {
    this.units.push(text);
    this.starts.push(start);
    this.ends.push(end);
  }

  private lengthen(start: number, end: number, text: string, lost: number): void {
    this.run ??= { start, end, text: '', lost: 0 };
    this.run.end = Math.max(this.run.end, end);
    this.run.text += text;
    this.run.lost += lost;
  }

  private close(): void {
    if (this.run) this.defects.push(shifted(this.run));
    this.run = undefined;
  }
}

function injected(given: string, e: Emission): Defect {
  const reading = given.slice(e.start + 2, e.end - 1), character = String.fromCharCode(e.unit);
  return { start: e.start + 1, end: e.end, kind: 'pinyin', code: 'pinyin.injected', args: { reading, character }, message: `Injected reading “${reading}” after ${character}`, repair: '' };
}

/** A stretch that was put together again: all its bytes are there, or what was lost can only have been one thing. */
function shifted({ start, end, text, lost }: Run): Defect {
  const base = { start, end, kind: 'mojibake' as const, repair: text };
  if (lost === 0) return { ...base, code: 'mojibake.shifted', args: { text }, message: `Read one byte out of step; its bytes are all there and read: ${text}` };
  return { ...base, code: 'mojibake.completed', args: { text, lost: String(lost) }, message: `Read one byte out of step; bytes of ${lost} characters are lost, and one reading alone makes words: ${text}` };
}

const likelyDefect = (text: string): Pick<Defect, 'code' | 'args' | 'message'> =>
  ({ code: 'mojibake.likely', args: { text }, message: `Bytes are lost; most likely it reads: ${text}` });

const unclearDefect = (candidates: readonly string[]): Pick<Defect, 'code' | 'message'> =>
  ({ code: 'mojibake.unclear', message: `Bytes are lost; it could read: ${candidates.join(', ')}` });
