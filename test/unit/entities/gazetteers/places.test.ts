import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contains, Places, placesOf, writtenCode } from '../../../../src/engine/entities/gazetteers/places';
import { openPlaces, packPlaces } from '../../../../src/engine/entities/gazetteers/places-format';

const bytes = new Uint8Array(readFileSync('data/places.bin')), places = Places.read(bytes)!;
const pathOf = (name: string): string[] => places.find(name).map((p) => places.path(p).map((x) => x.name).join('/'));

describe('data/places.bin', () => {
  it('is compact and holds every level', () => {
    expect(bytes.byteLength).toBeLessThan(1_200_000);
    expect(places.size).toBeGreaterThan(44_000);
  });

  it.each([
    ['延边', 'city', '222400', '吉林省/延边朝鲜族自治州'],
    ['伊犁', 'city', '654000', '新疆维吾尔自治区/伊犁哈萨克自治州'],
    ['内蒙古', 'province', '150000', '内蒙古自治区'],
    ['香港', 'province', '810000', '香港特别行政区'],
    ['余杭区', 'county', '330110', '浙江省/杭州市/余杭区'],
    ['仙桃市', 'county', '429004', '湖北省/仙桃市'],
    ['天安门', '', '', ''],
    ['东华门街道', 'township', '110101001', '北京市/东城区/东华门街道'],
  ])('%s', (name, level, code, path) => {
    const [first] = places.find(name);
    expect(first ? [first.level, writtenCode(first), places.path(first).map((p) => p.name).join('/')] : ['', '', '']).toEqual([level, code, path]);
  });

  it('lists every place of an ambiguous name, widest first', () => {
    expect(pathOf('吉林').slice(0, 2)).toEqual(['吉林省', '吉林省/吉林市']);
    expect(pathOf('鼓楼区')).toEqual(['江苏省/南京市/鼓楼区', '江苏省/徐州市/鼓楼区', '福建省/福州市/鼓楼区', '河南省/开封市/鼓楼区']);
  });

  it('does not take a part of a name for the name', () => {
    expect(pathOf('黔西')).not.toContain('贵州省/黔西南布依族苗族自治州');
    expect(places.find('')).toEqual([]);
    expect(places.find('京')).toEqual([]);
    expect(places.exact('余杭')).toEqual([]);
  });

  it('knows what contains what', () => {
    const [zhejiang] = places.find('浙江'), [yuhang] = places.find('余杭区'), [wuxi] = places.find('无锡');
    expect(contains(zhejiang!, yuhang!)).toBe(true);
    expect(contains(wuxi!, yuhang!)).toBe(false);
  });
});

describe('the format', () => {
  it('gives back what was packed, at any alignment', () => {
    const packed = packPlaces([{ code: 990_101_000, name: '乙县' }, { code: 990_000_000, name: '甲省' }]);
    const shifted = new Uint8Array(packed.byteLength + 1);
    shifted.set(packed, 1);
    const table = openPlaces(shifted.subarray(1))!;
    expect([[...table.codes], [...table.byName], table.names, [...table.lengths]]).toEqual([[990_000_000, 990_101_000], [1, 0], '甲省乙县', [2, 2]]);
  });

  it.each([['nothing', new Uint8Array()], ['other bytes', new Uint8Array(64).fill(7)], ['a cut table', bytes.slice(0, 5000)]])('takes %s for no table', (_, broken) => {
    expect(Places.read(broken)).toBeUndefined();
    expect(placesOf(broken)).toBeUndefined();
  });
});
