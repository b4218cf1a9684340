import { afterEach, describe, expect, it, vi } from 'vitest';
import { Writings } from '../../../src/engine/directives/writings';
import { LongString, readText } from '../../../src/engine/text';

describe('how a text writes its names', () => {
  afterEach(() => { vi.restoreAllMocks(); });

  it('is in the characters of the document', () => {
    const writings = new Writings();
    writings.update(readText('縣委書記陳立言強調，要壓實責任。\n會議指出，要ＡＢ兼顧。'));
    expect(['陈立言', '会议', 'AB兼顾', '无名'].map(writings.of)).toEqual(['陳立言', '會議', 'ＡＢ兼顧', '无名']);
  });

  it('is not searched for where nothing of a name is folded', () => {
    const search = vi.spyOn(LongString.prototype, 'indexOf'), writings = new Writings();
    writings.update(readText('县委书记陈立言强调，要１０日前压实责任。\n会议指出，要抓好落实。'));
    expect(['陈立言', '会议', '无名'].map(writings.of)).toEqual(['陈立言', '会议', '无名']);
    expect(search).not.toHaveBeenCalled();
  });

  it('is another one when an edit writes the first place of it otherwise', () => {
    const writings = new Writings(), before = readText('县委书记陈立言强调，要压实责任。\n会议指出，要抓好落实。');
    writings.update(before);
    expect(writings.of('陈立言')).toBe('陈立言');
    expect(writings.update(readText('县委书记陳立言强调，要压实责任。\n会议指出，要抓好落实。', before))).toBe(true);
    expect(writings.of('陈立言')).toBe('陳立言');
  });
});
