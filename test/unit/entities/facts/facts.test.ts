import { describe, expect, it } from 'vitest';
import { readText } from '../../../../src/engine/text';
import { linkMarked, linkMentions } from '../linking/marked';

const factsOf = (marked: string, name: string): Record<string, string> | undefined => linkMarked(marked).find((e) => e.name === name)?.facts;

describe('facts of persons', () => {
  it.each([
    ['a chain of titles', '[LOC 青禾]的[ORG 青禾区委][POS 副书记]、[POS 区长][PER 陆晨晖]到场。', '陆晨晖', '青禾区委副书记、区长'],
    ['a list after a shared title', '[POS 市领导][PER 陆晨晖]、[PER 王大川]和[PER 周宁]陪同。', '周宁', '市领导'],
    ['a title behind the name', '[PER 陆晨晖][POS 副市长]指出', '陆晨晖', '副市长'],
    ['titles of two people in a row', '[POS 市长][PER 陆晨晖]，[POS 局长][PER 王大川]', '王大川', '局长'],
    ['the fullest of one title', '[ORG 市住建委][POS 主任][PER 陆晨晖]到场，[PER 陆][POS 主任]讲话', '陆晨晖', '市住建委主任'],
  ])('%s', (_, marked, name, titles) => { expect(factsOf(marked, name)?.titles).toBe(titles); });

  it('gives nobody the title of the next', () => { expect(factsOf('[PER 陆晨晖][POS 市长][PER 王大川]', '陆晨晖')?.titles).toBeUndefined(); });
});

describe('places and holders of titles', () => {
  it.each<[string, string, string | undefined]>([
    ['the only city of the text', '[POS 市委书记][PER 陆晨晖]在[LOC 青禾市]，到[LOC 云溪县]', '青禾市'],
    ['the city in which its districts lie, not a visiting one', '[POS 市委书记][PER 陆晨晖]到[LOC 余杭区]，与[LOC 合肥市]来宾座谈', '杭州市'],
    ['nothing where two cities could be meant', '[POS 市委书记][PER 陆晨晖]到[LOC 青禾市]和[LOC 白水市]', undefined],
    ['nothing where none is named', '[POS 市委书记][PER 陆晨晖]到[LOC 产业园区]', undefined],
    ['nothing where the title says it', '[LOC 青禾市]的[ORG 白水市委][POS 书记][PER 陆晨晖]', undefined],
  ])('%s', (_, marked, place) => { expect(factsOf(marked, '陆晨晖')?.titlePlaces).toBe(place); });

  it('lists other wordings, but not the same in another script', () => {
    expect(factsOf('[PER 陆晨晖]和[PER 陸晨暉]，[PER 陆]', '陆晨晖')?.aka).toBe('陆');
  });

  it('counts how often a title is held, short forms with the full one', () => {
    expect(factsOf('[POS 市委书记][PER 陆晨晖]到场，[POS 市委书记][PER 陆晨晖]强调，[PER 陆晨晖][POS 书记]', '陆晨晖')).toMatchObject({ titles: '市委书记', titleCounts: '3' });
  });

  it('tells who holds a post', () => {
    expect(factsOf('[POS 市领导][PER 陆晨晖]、[PER 王大川]陪同，[POS 局长]汇报', '市领导')).toEqual({ holders: '陆晨晖、王大川' });
    expect(factsOf('[POS 市领导][PER 陆晨晖]、[PER 王大川]陪同，[POS 局长]汇报', '局长')).toEqual({});
  });
});

describe('facts of places', () => {
  it('tells path and code', () => {
    expect(factsOf('[LOC 余杭]发布', '余杭')).toEqual({ path: '浙江省 › 杭州市 › 余杭区', code: '330110', level: 'county' });
    expect(factsOf('[LOC 沪]上', '沪')).toEqual({ path: '上海市', code: '310000', level: 'province' });
    expect(factsOf('[LOC 浙江余杭]', '浙江余杭')?.code).toBe('330110');
  });

  it('lists the candidates of an ambiguous name, unless the other places decide', () => {
    expect(factsOf('[LOC 鼓楼区]召开', '鼓楼区')?.candidates).toBe('江苏省 › 南京市 › 鼓楼区 320106；江苏省 › 徐州市 › 鼓楼区 320302；福建省 › 福州市 › 鼓楼区 350102；河南省 › 开封市 › 鼓楼区 410204');
    expect(factsOf('[LOC 福州市]的[LOC 鼓楼区]', '鼓楼区')).toMatchObject({ path: '福建省 › 福州市 › 鼓楼区', code: '350102' });
    expect(factsOf('[ORG 徐州市委]到[LOC 鼓楼区]', '鼓楼区')?.code).toBe('320302');
  });

  it('claims a township only where its name or the text says that it is one', () => {
    expect(factsOf('[LOC 长江]', '长江')).toEqual({});
    expect(factsOf('[LOC 东华门街道]', '东华门街道')?.code).toBe('110101001');
    expect(factsOf('[LOC 余杭区]的[LOC 瓶窑]', '瓶窑')?.code).toBe('330110110');
    expect(factsOf('[LOC 县生态工业园区]', '县生态工业园区')).toEqual({});
  });

  it('claims nothing of a place it does not know', () => {
    expect(factsOf('[LOC 青禾产业园]', '青禾产业园')).toEqual({});
    expect(factsOf('[LOC 杭州高新区]的[LOC 高新区]', '杭州高新区')).toEqual({ aka: '高新区' });
  });

  it('reads Traditional names', () => { expect(factsOf('[LOC 餘杭區]', '餘杭區')?.code).toBe('330110'); });
});

describe('facts of times', () => {
  it('takes the year from the date of the document and says so', () => {
    expect(factsOf('[TIME 2021年9月8日]讯 [TIME 9月7日]，[TIME 上半年]', '9月7日')).toEqual({ iso: '2021-09-07', inferred: 'year' });
    expect(factsOf('[TIME 9月7日]……[DOC 青政发〔2018〕5号]', '9月7日')).toEqual({ iso: '2018-09-07', inferred: 'year' });
  });

  it('asks dates before the number of a document that the text only names', () => {
    expect(factsOf('[TIME 2026年5月12日]讯 [TIME 5月9日]，落实[DOC 国办发〔2024〕11号]', '5月9日')).toEqual({ iso: '2026-05-09', inferred: 'year' });
  });

  it('leaves the year open where nothing or too much tells', () => {
    expect(factsOf('[TIME 9月7日]讯', '9月7日')).toEqual({ iso: '--09-07' });
    expect(factsOf('[TIME 9月7日]，[TIME 2018年]，[TIME 2020年]', '9月7日')).toEqual({ iso: '--09-07' });
  });
});

describe('facts of documents', () => {
  it.each([
    ['[DOC 国办发〔2020〕12号]', '国办发〔2020〕12号', { number: '国办发〔2020〕12号', issuer: '国务院办公厅', year: '2020' }],
    ['[DOC 青政发〔2020〕12号]', '青政发〔2020〕12号', { number: '青政发〔2020〕12号', year: '2020' }],
    ['[DOC 《国务院关于加强水利的意见》]（[DOC 国发〔2019〕5号]）', '《国务院关于加强水利的意见》', { title: '国务院关于加强水利的意见', number: '国发〔2019〕5号', issuer: '国务院', year: '2019' }],
    ['[DOC 《水利工作要点》]', '《水利工作要点》', { title: '水利工作要点' }],
  ])('%s', (marked, name, facts) => { expect(factsOf(marked, name)).toEqual(facts); });
});

describe('facts of terms and bodies', () => {
  it('explains a term of the glossary, whatever its marks and head', () => {
    expect(factsOf('[TERM “三农”]工作', '“三农”')).toMatchObject({ expansion: '农业；农村；农民' });
    expect(factsOf('[TERM 「雙循環」]', '「雙循環」')?.expansion).toBe('国内大循环；国内国际双循环');
    expect(factsOf('[TERM “青禾先行”行动]', '“青禾先行”行动')).toEqual({});
  });

  it('names other wordings and the parent body', () => {
    expect(factsOf('[ORG 东江大学附属瑞和医院]，[ORG 瑞和医院]', '东江大学附属瑞和医院')).toEqual({ parent: '东江大学', aka: '瑞和医院' });
  });
});

describe('without resources', () => {
  it('still reads times and quantities', () => {
    const text = readText('9月7日，青禾区500万片');
    const entities = linkMentions([{ start: 0, end: 4, type: 'TIME', rule: 't' }, { start: 5, end: 8, type: 'LOC', rule: 't' }, { start: 8, end: 13, type: 'NUM', rule: 't' }], text, {});
    expect(entities.map((e) => e.facts)).toEqual([{ iso: '--09-07' }, {}, { value: '5000000', unit: '片' }]);
  });
});
