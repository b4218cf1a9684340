import { pinyin } from 'pinyin-pro';
import type { RawMention } from '../raw-mention';
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

/**
 * Whom each mention of a surname alone means: the person of that surname with the same title (王副市长, 副市长王…), else one without any known title;
 * the last mentioned before, otherwise the first after. `titles` are those of `readTitles`. Answers full form by index of mention.
 */
export function resolveSurnames(forms: readonly Form[], mentions: readonly RawMention[], titles: ReadonlyMap<number, string[]>): Map<number, Form> {
  const bySurname = new Map<string, Form[]>(), resolved = new Map<number, Form>();
  for (const f of forms) if (loneSurname(f.key) === undefined && !f.key.includes('·')) {
    const list = bySurname.get(surnameOf(f.key));
    if (list) list.push(f); else bySurname.set(surnameOf(f.key), [f]);
  }
  const held = new Map([...bySurname.values()].flat().map((f) => [f, new Set(f.mentions.flatMap((i) => titles.get(i) ?? []))] as const));
  for (const f of forms) {
    const people = bySurname.get(loneSurname(f.key) ?? '') ?? [];
    if (people.length > 0 && people.length <= 64) for (const i of f.mentions) {
      const chosen = choose({ ...f, first: mentions[i]!.start }, titles.get(i) ?? [], people, held, mentions);
      if (chosen) resolved.set(i, chosen);
    }
  }
  return resolved;
}

function choose(at: Form, titles: readonly string[], people: readonly Form[], held: ReadonlyMap<Form, ReadonlySet<string>>, mentions: readonly RawMention[]): Form | undefined {
  if (titles.length === 0) return nearest(at, people, mentions);
  const same = people.filter((p) => [...held.get(p)!].some((h) => titles.some((t) => titlesMatch(t, h))));
  return nearest(at, same.length > 0 ? same : people.filter((p) => held.get(p)!.size === 0 || lastBefore(p, at.first, mentions) < 0 && people.length === 1), mentions);
}

/** Can the short title (市长, 主任) be how one calls who holds the full one (市政府副市长, 市住建委主任)? */
export const titlesMatch = (short: string, full: string): boolean => full.endsWith(short) || full.replace(/副/gu, '').endsWith(short) || short.endsWith(full);
