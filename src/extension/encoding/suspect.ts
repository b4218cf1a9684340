/** Characters of a text's head that are looked at. */
export const LOOKED_AT = 4096;

/** What GB 18030 makes of the UTF-8 bytes of the commonest characters and marks of Chinese (的, 一, 是, 。, ，, 、 …). */
const READ_AS_GBK = /[銆涓锛紝鍏浜鍔殑鏈鐨鍒鍙浠浼鏂鍚璁鏀鍦灞鍖缁杩骞寮鎴鏄璐涔鐢搴鎶鍜寤]/gu;
const LOST = /\uFFFD/gu;

/**
 * The encoding that a text's bytes seem to be in, told by what the wrong decoding left: `gb18030` where a text opened as UTF-8 is full of
 * replacement characters, `utf8` where one opened as GBK is full of the characters that UTF-8 looks like there. Nothing where all is well.
 */
export function suspectedEncoding(head: string, opened: string): 'gb18030' | 'utf8' | undefined {
  const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0;
  if (opened.startsWith('utf8')) return count(LOST) >= 4 && count(LOST) * 12 > head.length ? 'gb18030' : undefined;
  if (opened.startsWith('gb')) return count(READ_AS_GBK) >= 6 && count(READ_AS_GBK) * 12 > head.length ? 'utf8' : undefined;
  return undefined;
}
