import { firstOf, nearest, type Form } from './forms';

/** General heads behind a term's quoted words: “双链融合”行动. */
const QUOTED_HEAD = /(?:重大国家战略|国家战略|战略|专项行动|行动计划|行动|工程|计划|战略思想|重要思想|理念|主题教育|学习教育|主题活动|活动|机制|制度|模式|政策|方针|目标|任务)$/u;

/** Without quotation marks only these are sure not to be part of the name: 乡村振兴战略, but not …思想主题教育. */
const PLAIN_HEAD = /(?:重大国家战略|国家战略|战略)$/u;

/** The term without a general head: “双链融合”. `quoted` says whether quotation marks tell the head from the name. */
export const withoutTermHead = (wording: string, quoted = /[”」』]/u.test(wording)): string => wording.replace(quoted ? QUOTED_HEAD : PLAIN_HEAD, '');

/** Kinds of documents that later stand for a title: 《意见》 for 《关于…的意见》. */
const DOCUMENT_HEAD = /^(?:意见|通知|办法|规定|条例|方案|规划|计划|决定|决议|纲要|细则|规则|报告|要点|章程|准则|公报|公告|实施意见|实施方案|指导意见|工作方案|建议|协议|宪法|宪章|暂行规定)$/u;

/** The country's or the body's name before a law's own title, and the year or the draft behind it. */
const DOCUMENT_FRAME = /^(?:中华人民共和国|中国共产党|中共中央国务院|中共中央|国务院)(?:关于)?|(?:（.{1,12}）)$/gu;

/** Pairs of wordings of one term, each as [shorter, fuller]. */
export function pairTerms(forms: readonly Form[]): [Form, Form][] {
  const byKey = new Map(forms.map((f) => [f.key, f]));
  return forms.flatMap((f): [Form, Form][] => {
    const short = byKey.get(withoutTermHead(f.key, /[”」』]/u.test(f.display)));
    return short && short !== f && short.key.length > 1 ? [[short, f]] : [];
  });
}

/** Fewest characters by which the end of a title, written without its beginning, is known again: 防汛工作计划 for 《青禾街道防汛工作计划》. */
const KNOWN_END = 5;

const endOf = ({ key }: Form): string => `…${key.slice(-KNOWN_END)}`;

/** Pairs of titles of one document, each as [shorter, fuller]. */
export function pairDocuments(forms: readonly Form[]): [Form, Form][] {
  const byBare = new Map<string, Form[]>(), pairs: [Form, Form][] = [];
  const put = (key: string, f: Form): void => { const list = byBare.get(key); if (!list) byBare.set(key, [f]); else if (list.length < 64) list.push(f); };
  for (const f of forms) {
    put(f.key.replace(DOCUMENT_FRAME, ''), f);
    if (f.key.length > KNOWN_END) put(endOf(f), f);
    for (let n = 2; n <= 4; n++) if (f.key.length > n + 2 && DOCUMENT_HEAD.test(f.key.slice(-n))) put(f.key.slice(-n), f);
  }
  for (const f of forms) {
    const fuller: Form[] = [];
    for (const x of byBare.get(f.key) ?? []) if (x.key.length > f.key.length) fuller.push(x);
    for (const x of byBare.get(endOf(f)) ?? []) if (x.key.length > f.key.length && x.key.endsWith(f.key)) fuller.push(x);
    const chosen = nearest(firstOf(f), DOCUMENT_HEAD.test(f.key) ? fuller.filter((x) => firstOf(x) < firstOf(f)) : fuller);
    if (chosen) pairs.push([f, chosen]);
  }
  return [...pairs, ...pairFramed(forms, byBare)];
}

/** 《X（试行）》 and 《中华人民共和国X》 with one bare title. */
function pairFramed(forms: readonly Form[], byBare: ReadonlyMap<string, Form[]>): [Form, Form][] {
  return forms.flatMap((f): [Form, Form][] => {
    const bare = f.key.replace(DOCUMENT_FRAME, ''), other = (byBare.get(bare) ?? []).find((x) => x.key !== f.key && x.key.replace(DOCUMENT_FRAME, '') === bare);
    return other ? [[f, other]] : [];
  });
}
