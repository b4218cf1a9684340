import { gbk } from './gbk';
import type { Page } from './page';
import { hasReading } from './readings';

/** forms of writing that cost more are no candidates */
const UNLIKELY_FORM = 8;
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** What lost bytes can have been, by the bytes that are left of their characters. Every answer is kept. */
export class LostBytes {
  private readonly unitOf = gbk().unitOf;
  private readonly trails = new Map<number, number[]>();
  private readonly vanishing = new Map<number, number[]>();
  private readonly leads = new Map<number, number[]>();
  private readonly read = new Map<string, number[]>();
  private middleCodes: Map<number, number[]> | undefined;

  constructor(private readonly page: Page) {}

  /** Trail bytes that make a likely character with a lead byte. */
  trailsOf(lead: number): number[] {
    return kept(this.trails, lead, () => range(0x40, 0xfe).filter((trail) => this.plausible(lead * 256 + trail)));
  }

  /** Those of them that make no character with some byte after them, so that both can vanish. */
  vanishingTrailsOf(lead: number): number[] {
    return kept(this.vanishing, lead, () => this.trailsOf(lead).filter((trail) => vanishes()[trail] === 1));
  }

  /** Lead bytes that make a likely character with a trail byte; all if it is 0. */
  leadsOf(trail: number): number[] {
    return kept(this.leads, trail, () => range(0x81, 0xfe).filter((lead) => trail === 0 || this.plausible(lead * 256 + trail)));
  }

  /** Second bytes that spell a character of a reading with a first byte. */
  readAs(first: number, reading: string): number[] {
    return kept(this.read, `${first} ${reading}`, () => range(0x40, 0xfe).filter((byte) => hasReading(this.unitOf[first * 256 + byte]!, reading)));
  }

  /** Codes of likely characters of a class whose trail byte can vanish. */
  middlesOf(id: number): number[] {
    this.middleCodes ??= this.middles();
    return this.middleCodes.get(id) ?? [];
  }

  private middles(): Map<number, number[]> {
    const { model } = this.page, codes = new Map<number, number[]>();
    for (const lead of range(0x81, 0xfe)) for (const trail of this.vanishingTrailsOf(lead)) {
      const code = lead * 256 + trail, id = model.classOf(this.unitOf[code]!);
      codes.set(id, [...(codes.get(id) ?? []), code]);
    }
    return codes;
  }

  private plausible(code: number): boolean {
    const unit = this.unitOf[code]!, { model } = this.page;
    return unit !== 0 && this.page.formCost(unit) < UNLIKELY_FORM && model.knows(model.classOf(unit));
  }
}

let vanishing: Uint8Array | undefined;

/** By byte above 0x7F: 1 where some byte after it makes no character with it. */
function vanishes(): Uint8Array {
  const { unitOf } = gbk();
  return (vanishing ??= Uint8Array.from({ length: 256 }, (_, first) => Number(first >= 0x80 && range(0x40, 0xfe).some((next) => next !== 0x7f && !unitOf[first * 256 + next]))));
}

function kept<K>(answers: Map<K, number[]>, key: K, find: () => number[]): number[] {
  let answer = answers.get(key);
  if (!answer) answers.set(key, (answer = find()));
  return answer;
}
