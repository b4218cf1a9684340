import iconv from 'iconv-lite';

/** Two-byte GBK codes (lead byte × 256 + trail byte) and the UTF-16 units they stand for. */
export interface GbkTable {
  /** unit of a code, 0 where GBK defines none */
  readonly unitOf: Uint16Array;
  /** code of a unit, 0 where GBK holds none */
  readonly codeOf: Uint16Array;
}

let table: GbkTable | undefined;

/** The table, made when first needed. */
export function gbk(): GbkTable {
  return (table ??= build());
}

function build(): GbkTable {
  const bytes: number[] = [], codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    bytes.push(lead, trail, 0x0a);
    codes.push(lead * 256 + trail);
  }
  const unitOf = new Uint16Array(0x10000), codeOf = new Uint16Array(0x10000);
  iconv.decode(Buffer.from(bytes), 'gbk').split('\n').forEach((text, i) => {
    const code = codes[i], unit = text.charCodeAt(0);
    if (code === undefined || text.length !== 1 || unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff)) return;
    unitOf[code] = unit;
    codeOf[unit] ||= code;
  });
  return { unitOf, codeOf };
}
