import { describe, expect, it } from 'vitest';
import type { Defect, EntityType } from '../../../src/engine/analysis';
import { createEngine, readReport } from '../../../src/engine/analyze';
import { readConsistency } from '../../../src/engine/consistency';
import { placesOf } from '../../../src/engine/entities/gazetteers/places';
import type { RawMention } from '../../../src/engine/entities/raw-mention';
import { toTheEnd } from '../../../src/engine/steps';
import { readText } from '../../../src/engine/text';
import { loadResources } from '../../../src/node/resources';
import { places, readMentions } from '../entities/linking/marked';

/** The slips of a text whose mentions are marked as `[PER 甲乙]`, as `kind: flagged ~ related → proposals`. */
function slips(marked: string, known: readonly string[] = []): string[] {
  const mentions: RawMention[] = [];
  let plain = '';
  for (const part of marked.split(/(\[[A-Z]+ [^\]]+\])/u)) {
    const m = /^\[([A-Z]+) ([^\]]+)\]$/u.exec(part), written = m ? m[2]! : part;
    if (m) mentions.push({ start: plain.length, end: plain.length + written.length, type: m[1] as EntityType, rule: known.includes(written) ? 'dictionary' : 'marked' });
    plain += written;
  }
  const text = readText(plain);
  return toTheEnd(readConsistency(text, readMentions(mentions, text, { places }), placesOf(places))).map((d) => show(d, plain));
}
const show = (d: Defect, text: string): string =>
  `${d.kind}: ${text.slice(d.start, d.end)}${(d.related ?? []).map((r) => ` ~ ${text.slice(r.start, r.end)}@${r.start}`).join('')}${d.candidates ? ` → ${d.candidates.join('|')}` : ''}`;

describe('one person in two spellings', () => {
  it('is told at the rarer one, with the other as the proposal', () => {
    expect(slips('市长[PER 陆晨晖]到会。[PER 陆晨晖]强调安全。[PER 陆晨辉]要求落实。')).toEqual(['spelling: 陆晨辉 ~ 陆晨晖@2 → 陆晨晖']);
    expect(slips('[PER 陆晨辉]到会。[PER 陆晨晖]强调安全。[PER 陆晨晖]要求落实。')).toEqual(['spelling: 陆晨辉 ~ 陆晨晖@6 → 陆晨晖']);
  });
  it('is told at the later one where both are as common', () => {
    expect(slips('[PER 陆晨晖]到会。[PER 陆晨辉]要求落实。')).toEqual(['spelling: 陆晨辉 ~ 陆晨晖@0 → 陆晨晖']);
  });
  it('may differ by looks, or nearly in sound where both hold one title', () => {
    expect(slips('[PER 周泽民]到会。[PER 周泽民]强调安全。[PER 周译民]要求落实。')).toHaveLength(1);
    expect(slips('[POS 县长][PER 周林生]到会。[POS 县长][PER 周凌生]要求落实。')).toHaveLength(1);
    expect(slips('[PER 周林生]到会。[PER 周凌生]要求落实。')).toEqual([]);
  });
  it('is two people in one sentence, with two posts, or in lists', () => {
    expect(slips('[PER 陆晨晖]、[PER 陆晨辉]到会。')).toEqual([]);
    expect(slips('[POS 县长][PER 陆晨晖]到会。村医[PER 陆晨辉]发言。').length).toBe(1);
    expect(slips('[POS 县长][PER 陆晨晖]到会。[POS 村主任][PER 陆晨辉]发言。')).toEqual([]);
    expect(slips('一组：[PER 陆晨晖]、[PER 周成]\n二组：[PER 吴海]、[PER 陆晨辉]\n')).toEqual([]);
  });
  it('of two characters needs one post', () => {
    expect(slips('[PER 陆晖]到会。[PER 陆辉]要求落实。')).toEqual([]);
    expect(slips('[POS 青禾县县长][PER 陆晖]到会。[POS 县长][PER 陆辉]要求落实。[PER 陆晖]最后讲话。')).toEqual(['spelling: 陆辉 ~ 陆晖@5 → 陆晖']);
  });
  it('is right as the dictionary has it, and two people where it has both', () => {
    expect(slips('[PER 陆晨晖]到会。[PER 陆晨晖]强调安全。[PER 陆晨辉]要求落实。', ['陆晨辉'])).toEqual(['spelling: 陆晨晖 ~ 陆晨辉@14 → 陆晨辉', 'spelling: 陆晨晖 ~ 陆晨辉@14 → 陆晨辉']);
    expect(slips('[PER 陆晨晖]到会。[PER 陆晨辉]要求落实。', ['陆晨辉', '陆晨晖'])).toEqual([]);
  });
  it('is none for people called by a letter or 某', () => { expect(slips('[PER 王某伟]到会。[PER 王某玮]发言。[PER 老陆]和[PER 小路]。')).toEqual([]); });
});

describe('a title that changes', () => {
  it('is told at the rarer one', () => {
    expect(slips('[LOC 青禾县][POS 副县长][PER 周成]到会。[POS 副县长][PER 周成]强调安全。[POS 县长][PER 周成]要求落实。')).toEqual(['title: 县长 ~ 副县长@3 → 副县长']);
    expect(slips('[POS 县长][PER 周成]到会。[POS 县长][PER 周成]强调安全。[POS 常务副县长][PER 周成]要求落实。')).toEqual(['title: 常务副县长 ~ 县长@0 → 县长']);
    expect(slips('[POS 副縣長][PER 周成]到會。[POS 副縣長][PER 周成]強調安全。[POS 縣長][PER 周成]要求落實。')).toEqual(['title: 縣長 ~ 副縣長@0']);
    expect(slips('[POS 县委书记][PER 周成]到会。[POS 县委书记][PER 周成]强调安全。[ORG 青禾县委][POS 副书记][PER 周成]要求落实。')).toEqual(['title: 副书记 ~ 县委书记@0 → 书记']);
    expect(slips('[POS 副县长][PER 周成]到会。[POS 县长][PER 周成]要求落实。')).toEqual(['title: 县长 ~ 副县长@0 → 副县长']);
  });
  it('counts a deputy’s title behind the name too', () => { expect(slips('[POS 县长][PER 周成]到会。[PER 周成][POS 副县长]要求落实。')).toHaveLength(1); });
  it.each([
    ['fuller and shorter', '[POS 区委书记][PER 周成]到会。[POS 书记][PER 周成]讲话。'],
    ['two posts', '[POS 县委副书记]、[POS 县长][PER 周成]到会。[POS 县长][PER 周成]讲话。[POS 县委副书记][PER 周成]总结。'],
    ['posts in two bodies', '[POS 县政协副主席][PER 周成]到会。[POS 县总工会主席][PER 周成]讲话。'],
    ['courtesy', '[POS 副县长][PER 周成]到会。[PER 周成][POS 县长]讲话。[POS 副县长][PER 周成]总结。'],
    ['an appointment', '会议任命[PER 周成]为[POS 县长]。[POS 副县长][PER 周成]到会。[POS 县长][PER 周成]讲话。[POS 副县长][PER 周成]任期届满。'],
    ['a post of the past', '时任[POS 副县长][PER 周成]到会。[POS 县长][PER 周成]讲话。'],
    ['both at once', '[POS 市委副书记]、[POS 云江市委书记][PER 周成]到会。[POS 市委副书记][PER 周成]讲话。'],
    ['a chronicle', '2018年3月，[POS 副县长][PER 周成]到会。\n2021年5月，[POS 县长][PER 周成]讲话。'],
    ['a shared title', '[POS 县长][PER 吴海]、[PER 周成]到会。[POS 副县长][PER 周成]讲话。'],
    ['a title cut short', '副[POS 县长][PER 周成]到会。[POS 副县长][PER 周成]讲话。'],
    ['two people of one sound', '[POS 县长][PER 陆晨晖]、[POS 副县长][PER 陆晨辉]到会。'],
    ['acting', '[POS 代县长][PER 周成]到会。[POS 副县长][PER 周成]讲话。'],
  ])('is none with %s', (_, text) => { expect(slips(text)).toEqual([]); });
});

describe('a place outside of its parent', () => {
  it('is told where the table is sure, with the parent if there is one', () => {
    expect(slips('调研组到[LOC 江苏省杭州市]走访。')).toEqual(['place: 江苏省杭州市 → 浙江省杭州市']);
    expect(slips('调研组到[LOC 江苏省][LOC 杭州市]走访。')).toEqual(['place: 江苏省杭州市 → 浙江省杭州市']);
    expect(slips('调研组到[LOC 无锡市鼓楼区]走访。')).toEqual(['place: 无锡市鼓楼区']);
    expect(slips('[ORG 江苏省杭州市教育局]发文。')).toEqual(['place: 江苏省杭州市 → 浙江省杭州市']);
    expect(slips('[LOC 浙江省杭州市鼓楼区]。')).toEqual(['place: 杭州市鼓楼区']);
  });
  it('is not proposed in another script', () => { expect(slips('調研組到[LOC 江蘇省杭州市]走訪。')).toEqual(['place: 江蘇省杭州市']); });
  it.each([
    '[LOC 江苏省南京市鼓楼区]', '[LOC 江苏省昆山市]', '[LOC 重庆市万州区]', '[LOC 江苏省]、[LOC 杭州市]', '[LOC 杭州市宁波市]', '[LOC 西安市城区]', '[LOC 安庆市枞阳县]', '[LOC 无锡市青禾区]', '[LOC 江苏杭州市]', '[LOC 河北省雄安新区]',
    '1985年，[LOC 四川省重庆市]', '原[LOC 四川省重庆市]', '[LOC 江苏省拉萨市]对口支援', '[LOC 台湾省中山区]', '[LOC 巢湖市庐江县]', '[DOC 《江苏省杭州市条例》]', '[LOC 无锡市梅村街道]',
  ])('is none: %s', (text) => { expect(slips(`${text}。`)).toEqual([]); });
});

describe('a weekday', () => {
  it('that the calendar contradicts is told with the right one, written alike', () => {
    expect(slips('会议定于2021年9月7日（星期五）召开。')).toEqual(['weekday: 星期五 → 星期二']);
    expect(slips('会议定于2021年9月7日（周五）召开。')).toEqual(['weekday: 周五 → 周二']);
    expect(slips('会议定于2021年9月7日星期五召开。')).toEqual(['weekday: 星期五 → 星期二']);
    expect(slips('会议定于二〇二一年九月七日上午（星期五）召开。')).toEqual(['weekday: 星期五 → 星期二']);
    expect(slips('2021年9月26日（星期日）、10月9日（星期天）上班。')).toEqual(['weekday: 星期天 ~ 2021年9月26日（星期日）@0 → 星期六']);
  });
  it('is judged by the date of the text where it does not say the year', () => {
    expect(slips('关于召开会议的通知\n会议定于9月7日（星期五）召开。\n县委办公室\n2021年9月2日\n')).toEqual(['weekday: 星期五 ~ 2021年9月2日@33 → 星期二']);
    expect(slips('关于召开会议的通知\n云政办〔2021〕12号\n会议定于9月7日（星期五）召开。\n')).toEqual(['weekday: 星期五 ~ 〔2021〕12号@13 → 星期二']);
    expect(slips('关于2021年秋季开学的通知\n定于9月7日（星期五）、8日（星期六）报到。\n')).toHaveLength(2);
    expect(slips('通知\n1月5日（星期三）召开，1月6日（星期五）散会。\n2021年12月20日\n')).toEqual(['weekday: 星期五 ~ 2021年12月20日@28 → 星期四']);
  });
  it.each([
    ['right', '2021年9月7日（星期二）召开。'], ['without a year that is certain', '会议定于9月7日（星期五）召开。'], ['of a year that is only mentioned', '通知\n到2025年建成。会议定于9月7日（星期五）召开。'],
    ['of next year’s calendar', '关于2019年放假的通知\n2月2日（星期六）、10月12日（星期六）上班。\n2018年12月6日\n'], ['far from the date of the text', '通知\n定于9月7日（星期五）召开。\n2021年3月1日\n'],
    ['for several days', '2021年9月7日至9日（星期二至星期四）召开，2021年9月7日至9日（星期二）报到。'], ['in another calendar', '农历9月7日（星期五）召开。\n2021年9月2日'], ['of last year', '去年9月7日（星期五）召开。\n2021年9月2日'],
    ['in a text that begins with a date of long ago', '1978年12月18日，改革开放开始。\n会议定于12月20日（星期五）召开。\n2021年3月1日报名截止。'], ['that is a name', '2021年9月7日周一民到会。'], ['beside a day that does not exist', '2021年2月30日（星期五）召开。'], ['across the new year', '2018年12月30日（星期日）至1月1日（星期二）放假。'], ['of every week', '2021年9月7日（每周五）'],
  ])('is none %s', (_, text) => { expect(slips(text)).toEqual([]); });
});

describe('an analysis', () => {
  it('has slips among its defects, in offsets of the text as given', async () => {
    const { resources } = await loadResources(), text = '陈立言在云岭县調硏防汛(xùn)工作\n\n5月12日,县长陈立言到云岭县调硏防汛(xùn)工作。\n陈立言强调,要压实责任(rèn)。\n陈立岩要求,做好2021年9月7日(星期五)的准备(bèi)。\n';
    const analysis = createEngine(resources).analyze(text), found = analysis.defects.filter((d) => d.kind === 'spelling' || d.kind === 'weekday');
    expect(found.map((d) => show(d, text))).toEqual([`spelling: 陈立岩 ~ 陈立言@0 → 陈立言`, 'weekday: 星期五 → 星期二']);
    expect(analysis.defects.map((d) => d.start)).toEqual(analysis.defects.map((d) => d.start).sort((a, b) => a - b));
    expect(readReport(text).outline.defects.some((d) => d.kind === 'weekday')).toBe(false);
  });
});
