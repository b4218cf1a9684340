import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, isEncoding } from '../../../src/cli/decode';

const TEXT = '会议强调，要加强农村公路养护。\r\n㐂 and 𠮷, 1.5％';

describe('decode', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('tells %s by itself, with the mark where it needs one', (encoding) => {
    expect(decode(encode(TEXT, encoding, { addBOM: encoding.startsWith('utf-16') }))).toBe(TEXT);
  });

  it('removes one byte-order mark', () => {
    expect(decode(encode(TEXT, 'utf-8', { addBOM: true }))).toBe(TEXT);
    expect(decode(encode(TEXT, 'gb18030'), 'gb18030')).toBe(TEXT);
    expect(decode(encode('\uFEFF' + TEXT, 'utf-8', { addBOM: true }))).toBe('\uFEFF' + TEXT);
  });

  it('takes a UTF-8 file that was cut in the middle of a character for UTF-8', () => {
    const bytes = encode(TEXT.repeat(20), 'utf-8');
    expect(decode(bytes.subarray(0, bytes.length - 30)).slice(0, 15)).toBe(TEXT.slice(0, 15));
    expect(decode(Uint8Array.from([...bytes.subarray(0, 301), 0x80, ...bytes.subarray(303)])).slice(0, 15)).toBe(TEXT.slice(0, 15));
  });

  it('takes a short UTF-8 text with a replacement character of its own for UTF-8', () => {
    expect(decode(encode('会议强调，经\uFFFD发展。', 'utf-8'))).toBe('会议强调，经\uFFFD发展。');
  });

  it('does as it is told', () => {
    expect(decode(encode('強調', 'big5'), 'big5')).toBe('強調');
    expect(isEncoding('gbk')).toBe(true);
    expect(isEncoding('klingon')).toBe(false);
  });

  it('makes a text of any bytes', () => {
    for (let seed = 1; seed < 50; seed++) {
      const bytes = Uint8Array.from({ length: 64 }, (_, i) => (seed * 2654435761 * (i + 1)) >>> 11);
      expect(typeof decode(bytes)).toBe('string');
    }
    expect(decode(new Uint8Array())).toBe('');
  });
});
