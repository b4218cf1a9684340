import { pinyin } from 'pinyin-pro';
import type { FoundMention } from '../found-mention';
import { lastBefore, nearest, type Form } from './forms';

const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|端木|南宫|独孤|拓跋|澹台|淳于|闻人|赫连)/u;

/** The surname that opens a Chinese name. */
export const surnameOf = (name: string): string => COMPOUND.exec(name)?.[0] ?? name.slice(0, 1);

/** Surname that stands for a person: 王, 欧阳, 老王, 小王; nothing where the wording is a name of its own. */
function loneSurname(key: string): string | undefined {
  const bare = /^[老小]./u.test(key) && key.length === 2 ? key.slice(1) : key;
  return bare === surnameOf(bare) ? bare : undefined;
}

const soundOf = (character: string): string => pinyin(character, { toneType: 'none' });

/**
 * One person written with two characters of one sound (陆晨晖, 陆晨辉): full names of three characters that differ in one of the last two.
 * Each as [rarer or later, other].
 */
export function pairSpellings(forms: readonly Form[]): [Form, Form][] {
  const byFrame = new Map<string, Form>(), pairs: [Form, Form][] = [];
  for (const f of forms) {
    if (f.key.length !== 3) continue;
    for (const at of [1, 2]) {
      const frame = `${f.key.slice(0, at)}*${f.key.slice(at + 1)}`, other = byFrame.get(frame);
      if (!other) byFrame.set(frame, f);
      else if (soundOf(f.key[at]!) === soundOf(other.key[at]!)) pairs.push([f, other]);
    }
  }
  return pairs;
}

/** Given names alone (小平 for 邓小平), last parts of foreign names (普京). Each as [shorter, fuller]. */
export function pairPersons(forms: readonly Form[]): [Form, Form][] {
  const byEnd = new Map<string, Form | null>();
  for (const f of forms) {
    const end = f.key.includes('·') ? f.key.slice(f.key.lastIndexOf('·') + 1) : f.key.length === 3 ? f.key.slice(1) : '';
    if (end) byEnd.set(end, byEnd.has(end) ? null : f);
  }
  return forms.flatMap((f): [Form, Form][] => { const full = byEnd.get(f.key); return full && full !== f ? [[f, full]] : []; });
}

/** The titles that the text sets beside a person's mention. */
export type TitlesOf = (person: FoundMention) => readonly string[];

/**
 * Whom each mention of a surname alone means: the person of that surname with the same title (王副市长, 副市长王…), else one without any known title;
 * the last mentioned before, otherwise the first after.
 */
export function resolveSurnames(forms: readonly Form[], titlesOf: TitlesOf): Map<FoundMention, Form> {
  const bySurname = new Map<string, Form[]>(), resolved = new Map<FoundMention, Form>(), lone: Form[] = [];
  for (const f of forms) {
    if (loneSurname(f.key) !== undefined) lone.push(f);
    else if (!f.key.includes('·')) { const list = bySurname.get(surnameOf(f.key)); if (list) list.push(f); else bySurname.set(surnameOf(f.key), [f]); }
  }
  const held = new Map<Form, ReadonlySet<string>>(), heldBy = (f: Form): ReadonlySet<string> => {
    let titles = held.get(f);
    if (!titles) held.set(f, titles = new Set(f.mentions.flatMap((m) => titlesOf(m))));
    return titles;
  };
  for (const f of lone) {
    const people = bySurname.get(loneSurname(f.key) ?? '') ?? [];
    if (people.length > 0 && people.length <= 64) for (const m of f.mentions) {
      const chosen = choose(m.start, titlesOf(m), people, heldBy);
      if (chosen) resolved.set(m, chosen);
    }
  }
  return resolved;
}

function choose(offset: number, titles: readonly string[], people: readonly Form[], heldBy: (form: Form) => ReadonlySet<string>): Form | undefined {
  if (titles.length === 0) return nearest(offset, people);
  const same = people.filter((p) => [...heldBy(p)].some((h) => titles.some((t) => titlesMatch(t, h))));
  return nearest(offset, same.length > 0 ? same : people.filter((p) => heldBy(p).size === 0 || lastBefore(p, offset) < 0 && people.length === 1));
}

/** Can the short title (市长, 主任) be how one calls who holds the full one (市政府副市长, 市住建委主任)? */
export const titlesMatch = (short: string, full: string): boolean => full.endsWith(short) || full.replace(/副/gu, '').endsWith(short) || short.endsWith(full);
