import { soundsOf } from '../../lexicon/readings';
import type { FoundMention } from '../found-mention';
import type { Form } from './forms';

const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|夏侯|端木|南宫|独孤|拓跋|澹台|淳于|闻人|赫连)/u;

/** The surname that opens a Chinese name. */
export const surnameOf = (name: string): string => COMPOUND.exec(name)?.[0] ?? name.slice(0, 1);

/** Surname that stands for a person: 王, 欧阳, 老王, 小王; nothing where the wording is a name of its own. */
export function loneSurname(key: string): string | undefined {
  const bare = /^[老小]./u.test(key) && key.length === 2 ? key.slice(1) : key;
  return bare === surnameOf(bare) ? bare : undefined;
}

function isOneSound(a: string, b: string): boolean {
  const [sound] = soundsOf(a);
  return sound !== undefined && sound === soundsOf(b)[0];
}

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
      else if (isOneSound(f.key[at]!, other.key[at]!)) pairs.push([f, other]);
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

/** Can the short title (市长, 主任) be how one calls who holds the full one (市政府副市长, 市住建委主任)? */
export const titlesMatch = (short: string, full: string): boolean => full.endsWith(short) || full.replace(/副/gu, '').endsWith(short) || short.endsWith(full);
