import { readdirSync, readFileSync } from 'node:fs';
import { damage, truthOf } from '../../scripts/damage.mjs';

const FOLDER = 'test/fixtures/outline';

/** The made-up reports that the outline is tested with. */
export const TEXTS = readdirSync(FOLDER).filter((f) => f.endsWith('.txt')).map((f) => readFileSync(`${FOLDER}/${f}`, 'utf8').replace(/^\uFEFF/u, ''));

/** The text as it stands on a damaged page. */
export const damaged = (text: string): string => damage(truthOf(text));

/** A generator of pseudo-random numbers below `most`: the same edits in every run. */
export function random(seed: number): (most: number) => number {
  let state = seed;
  return (most) => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % most; };
}

const WRITTEN = ['的', '，', '。', '\n', '一是', '二、', '（三）', '4.', '要', '他强调，', '会议指出，要抓好落实。', '各部门', '“', '”', '江东县县长李望川', '\n\n', ' ', '各位代表', '附件：', '2024年3月1日', '\n溪南县人民政府\n2024年5月6日\n', '关于做好工作的通知', '第一，', '希望大家', '\n——', '会议', '县'];

/** The text after a random edit: something written, something deleted, a paragraph moved away, or a stretch of another text pasted. */
export function edited(text: string, next: (most: number) => number): string {
  const at = next(text.length + 1), kind = next(6);
  if (kind < 3) return text.slice(0, at) + WRITTEN[next(WRITTEN.length)]! + text.slice(at);
  if (kind === 3) return text.slice(0, at) + text.slice(Math.min(text.length, at + 1 + next(6)));
  const lines = text.split('\n'), line = next(lines.length);
  if (kind === 4) return [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
  const other = TEXTS[next(TEXTS.length)]!.split('\n'), from = next(other.length);
  return [...lines.slice(0, line), ...other.slice(from, from + 1 + next(3)), ...lines.slice(line)].join('\n');
}

/** A text of so many characters: the reports one after the other, each time with other numbers and another title. */
export function longText(characters: number): string {
  const next = random(1949), parts: string[] = [];
  for (let i = 0, length = 0; length < characters; i++) {
    const part = TEXTS[i % TEXTS.length]!.replace(/⟨.*?⟩/gu, '').trim().replace(/^.*/u, (title) => `${title}之${i}`).replace(/\d{2,4}(?=[个名家人万亿项所座])/gu, () => String(10 + next(9000)));
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join('\n').slice(0, characters);
}
