import { describe, expect, it } from 'vitest';
import { titlesMatch } from '../../../../src/engine/entities/linking/person';
import { readText } from '../../../../src/engine/text';
import { linked, linkMarked, linkMentions } from './marked';

describe('linking', () => {
  it.each([
    ['a surname with its title', '[POS 副市长][PER 陆晨晖]到场。[PER 陆][POS 副市长]指出，[PER 周]工发言。', ['POS 副市长: 副市长 副市长', 'PER 陆晨晖: 陆晨晖 陆', 'PER 周: 周']],
    ['two people of one surname', '[POS 市长][PER 陆晨晖]、[POS 区委书记][PER 陆大川]出席。[PER 陆][POS 书记]汇报，[PER 陆][POS 市长]讲话。',
      ['POS 市长: 市长 市长', 'PER 陆晨晖: 陆晨晖 陆', 'POS 区委书记: 区委书记', 'PER 陆大川: 陆大川 陆', 'POS 书记: 书记']],
    ['a surname with another title', '[POS 局长][PER 陆晨晖]介绍情况。按照[PER 陆][POS 书记]要求办。', ['POS 局长: 局长', 'PER 陆晨晖: 陆晨晖', 'PER 陆: 陆', 'POS 书记: 书记']],
    ['a compound surname', '[POS 市长][PER 欧阳晨]到场。[PER 欧阳][POS 市长]指出。', ['POS 市长: 市长 市长', 'PER 欧阳晨: 欧阳晨 欧阳']],
    ['a familiar form', '工人[PER 陆晨晖]说。[PER 老陆]笑了。', ['PER 陆晨晖: 陆晨晖 老陆']],
    ['two spellings of one sound', '[PER 陆晨晖]到场。[PER 陆晨辉]讲话，[PER 陆晨明]发言。', ['PER 陆晨晖: 陆晨晖 陆晨辉', 'PER 陆晨明: 陆晨明']],
    ['a place with and without its suffix', '[LOC 青禾区]召开会议，[LOC 青禾]要担当，[LOC 无锡]要支持，[LOC 锡]、[LOC 沪]联动，[LOC 上海市]参加。',
      ['LOC 青禾区: 青禾区 青禾', 'LOC 无锡: 无锡 锡', 'LOC 上海市: 沪 上海市']],
    ['a place that only begins alike', '[LOC 杭州]与[LOC 杭州市区]、[LOC 江北]与[LOC 江北四市]', ['LOC 杭州: 杭州', 'LOC 杭州市区: 杭州市区', 'LOC 江北: 江北', 'LOC 江北四市: 江北四市']],
    ['a province rather than its city', '[LOC 吉林省]、[LOC 吉林市]都在[LOC 吉林]。', ['LOC 吉林省: 吉林省 吉林', 'LOC 吉林市: 吉林市']],
    ['a place down its chain', '[LOC 余杭区青禾街道]，[LOC 青禾]，[LOC 杭州高新区]，[LOC 高新区]', ['LOC 余杭区青禾街道: 余杭区青禾街道 青禾', 'LOC 杭州高新区: 杭州高新区 高新区']],
    ['a body and its initials', '[ORG 市住房和城乡建设委员会]、[ORG 住建委]、[ORG 省住建厅]', ['ORG 市住房和城乡建设委员会: 市住房和城乡建设委员会 住建委', 'ORG 省住建厅: 省住建厅']],
    ['a government', '[ORG 市人民政府]、[ORG 市政府]、[ORG 省政府]、[ORG 杭州市委]、[ORG 市委]、[ORG 区委]',
      ['ORG 市人民政府: 市人民政府 市政府', 'ORG 省政府: 省政府', 'ORG 杭州市委: 杭州市委 市委', 'ORG 区委: 区委']],
    ['a company', '[ORG 云杉智造科技集团]、[ORG 云杉智造]、[ORG 云杉大学]', ['ORG 云杉智造科技集团: 云杉智造科技集团 云杉智造', 'ORG 云杉大学: 云杉大学']],
    ['an office of a body is not the body', '[ORG 国务院]、[ORG 国务院办公厅]', ['ORG 国务院: 国务院', 'ORG 国务院办公厅: 国务院办公厅']],
    ['an introduced short name', '[ORG 青禾市民营经济发展联席会议]（以下简称“[ORG 民经会]”）设在市府。[ORG 民经会]每月开会。', ['ORG 青禾市民营经济发展联席会议: 青禾市民营经济发展联席会议 民经会 民经会']],
    ['an introduced short title', '[DOC 《关于加快数字青禾建设的实施意见》]（以下简称[DOC 《实施意见》]）已印发。[DOC 《意见》]提出', ['DOC 《关于加快数字青禾建设的实施意见》: 《关于加快数字青禾建设的实施意见》 《实施意见》 《意见》']],
    ['a new district beside its city', '[LOC 兰州新区]、[LOC 兰州]、[LOC 浦东新区]、[LOC 浦东]', ['LOC 兰州新区: 兰州新区', 'LOC 兰州: 兰州', 'LOC 浦东新区: 浦东新区 浦东']],
    ['a term that only begins alike', '[TERM 乡村振兴战略]、[TERM 乡村振兴]、[TERM 青禾思想]、[TERM 青禾思想主题教育]',
      ['TERM 乡村振兴战略: 乡村振兴战略 乡村振兴', 'TERM 青禾思想: 青禾思想', 'TERM 青禾思想主题教育: 青禾思想主题教育']],
    ['two sessions named together', '[ORG 十四届三中、四中全会]、[ORG 十四届三中全会]', ['ORG 十四届三中、四中全会: 十四届三中、四中全会', 'ORG 十四届三中全会: 十四届三中全会']],
    ['a law', '[DOC 《中华人民共和国水法》]、[DOC 水法]', ['DOC 《中华人民共和国水法》: 《中华人民共和国水法》 水法']],
    ['a term with and without its marks and head', '[TERM “双链融合”]、[TERM 双链融合]、[TERM “双链融合”行动]', ['TERM “双链融合”行动: “双链融合” 双链融合 “双链融合”行动']],
    ['quantities by their wording', '[NUM 3个]、[NUM 3个]、[NUM 三个]', ['NUM 3个: 3个 3个', 'NUM 三个: 三个']],
    ['Traditional text in its own script', '[LOC 青禾區]、[LOC 青禾]、[ORG 全國人民代表大會]、[ORG 全國人大]', ['LOC 青禾區: 青禾區 青禾', 'ORG 全國人民代表大會: 全國人民代表大會 全國人大']],
  ])('%s', (_, marked, expected) => { expect(linked(marked)).toEqual(expected); });

  it('gives every entity an id of its own', () => {
    const ids = linkMarked('[POS 市长][PER 陆]到场。[POS 局长][PER 王大川]、[PER 王]、[LOC 王]').map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stays linear in thousands of bodies, people and places', () => {
    const names = Array.from({ length: 8000 }, (_, i) => `青禾${String.fromCharCode(0x4e00 + (i % 5000))}${String.fromCharCode(0x5000 + (i >> 3))}公司`);
    const text = readText(names.join('，'));
    let at = 0;
    const mentions = names.map((n, i) => { const start = at; at += n.length + 1; return { start, end: start + n.length, type: (['ORG', 'LOC', 'PER', 'DOC'] as const)[i % 4]!, rule: 'test' }; });
    const began = performance.now();
    expect(linkMentions(mentions, text, {}).length).toBeGreaterThan(1000);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('matches a title with the fuller one', () => {
    expect(titlesMatch('主任', '市住建委主任')).toBe(true);
    expect(titlesMatch('市长', '副市长')).toBe(true);
    expect(titlesMatch('书记', '局长')).toBe(false);
  });
});
