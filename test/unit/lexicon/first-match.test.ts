import { expect, test } from 'vitest';
import { firstMatch } from '../../../src/engine/lexicon/first-match';

test('the first match from an offset on, whatever was searched before; the next ones follow', () => {
  const pattern = /[省市]/gu;
  expect(firstMatch(pattern, '甲省乙市')?.index).toBe(1);
  expect(pattern.exec('甲省乙市')?.index).toBe(3);
  expect(firstMatch(pattern, '丙市丁省')?.index).toBe(1);
  expect(firstMatch(pattern, '丙市丁省', 2)?.index).toBe(3);
  expect(firstMatch(pattern, '戊')).toBeNull();
});
