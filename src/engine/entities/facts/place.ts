import { mapInSteps } from '../../steps';
import type { Places, Place } from '../gazetteers/places';
import { contains, writtenCode } from '../gazetteers/places';
import { placesShortenedTo } from '../gazetteers/abbreviations';

/** Longest chain of divisions written together (浙江省杭州市余杭区良渚街道). */
const LONGEST = 40;
/** Candidates listed for an ambiguous name. */
const MOST_LISTED = 6;

/** Divisions that a wording can mean; a chain (浙江杭州余杭区) only those that lie in its beginning. */
export function candidatesOf(name: string, places: Places): Place[] {
  if (name.length > LONGEST) return [];
  if (name.length === 1) { for (const full of placesShortenedTo(name)) { const found = places.find(full); if (found.length > 0) return found.slice(0, 1); } return []; }
  const whole = places.find(name);
  if (whole.length > 0) return whole;
  for (let at = Math.min(name.length - 2, 12); at > 1; at--) {
    const upper = places.find(name.slice(0, at));
    if (upper.length === 0) continue;
    const lower = candidatesOf(name.slice(at), places).filter((p) => upper.some((u) => u.code !== p.code && contains(u, p)));
    if (lower.length > 0) return lower;
  }
  return [];
}

/**
 * The facts `path`, `code`, `level`, or `candidates` where the text does not decide, for each of a text's places, given by its fullest wording
 * (a shorter one, 高新区 for 杭州高新区, would find places elsewhere). `context` are further names that tell where the text is: those of its bodies. In steps.
 */
export function* placeFacts(names: readonly string[], context: readonly string[], places: Places): Generator<void, Record<string, string>[]> {
  const all = yield* mapInSteps(names, (name) => candidatesOf(name, places)), counties = new Set(all.flat().filter((p) => p.level === 'county').map((p) => p.code));
  const credible = yield* mapInSteps(all.entries(), ([i, candidates]) => candidates.filter((p) => isCredible(p, names[i]!, counties)));
  const sure = [...credible, ...context.map((name) => leadingPlace(name, places))].flatMap((c) => { const one = widest(c); return one.length === 1 ? one : []; });
  return yield* mapInSteps(credible, (candidates) => describe(decide(candidates, sure), places));
}

/** The place that a body's name begins with: 杭州市委 → 杭州市. */
function leadingPlace(name: string, places: Places): Place[] {
  for (let at = Math.min(name.length - 1, 8); at > 1; at--) {
    const found = places.find(name.slice(0, at)).filter((p) => p.level !== 'township');
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Townships bear too many names of other things (长江镇, 市开发区) to be claimed by their bare name alone: the name has to say what it is, to stand in a
 * chain, or the text to name the county.
 */
function isCredible(place: Place, name: string, counties: ReadonlySet<number>): boolean {
  if (place.level !== 'township' || !place.name.startsWith(name)) return true;
  return (place.name === name && /(?:镇|乡|街道|苏木)$/u.test(name)) || counties.has(place.code - (place.code % 1000));
}

/** Of several the widest: 西安 is rather the city than a township elsewhere. */
function widest(candidates: readonly Place[]): Place[] { return candidates.filter((p) => p.level === candidates[0]!.level); }

/** What the document's other places leave of the candidates: those that lie nearest to most of them. */
function decide(candidates: readonly Place[], sure: readonly Place[]): Place[] {
  const wide = widest(candidates);
  if (wide.length < 2) return wide;
  const near = (p: Place): number => sure.reduce((sum, s) => sum + (s.code === p.code ? 0 : contains(s, p) || contains(p, s) ? 3 : Math.floor(s.code / 100_000) === Math.floor(p.code / 100_000) ? 2 : Math.floor(s.code / 10_000_000) === Math.floor(p.code / 10_000_000) ? 1 : 0), 0);
  const scored = candidates.map((p) => ({ p, score: near(p) })), best = Math.max(...scored.map((s) => s.score));
  return best === 0 ? wide : scored.filter((s) => s.score === best).map((s) => s.p);
}

function describe(found: readonly Place[], places: Places): Record<string, string> {
  const path = (p: Place): string => places.path(p).map((x) => x.name).join(' › '), [only] = found;
  if (only && found.length === 1) return { path: path(only), code: writtenCode(only), level: only.level };
  return only ? { candidates: found.slice(0, MOST_LISTED).map((p) => `${path(p)} ${writtenCode(p)}`).join('；') + (found.length > MOST_LISTED ? '…' : '') } : {};
}
