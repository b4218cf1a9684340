import { isUtf8 } from 'node:buffer';

/** Shares of UTF-8 sequences that may be broken in a text that is still UTF-8: a cut or mended file has a few, a GB18030 one nearly all. */
const MOST_BROKEN = 0.05;

/** Is this an encoding that can be decoded (a label of the WHATWG Encoding standard)? */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of a file as an editor shows it: decoded, one byte-order mark removed. Without a label the encoding is told by the byte-order
 * mark, then UTF-8 if the bytes are that, else GB18030, which holds GBK and GB 2312. Any bytes give a text.
 */
export function decode(bytes: Uint8Array, label = detect(bytes)): string {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function detect(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0, foreign = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) foreign++;
    if (c === 0xfffd) broken++;
  }
  return broken <= foreign * MOST_BROKEN ? 'utf-8' : 'gb18030';
}
