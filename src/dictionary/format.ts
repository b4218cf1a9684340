import type { EntityType } from '../engine/analysis';

/** Name of a dictionary file, in a workspace's `.vscode` and in the user's own storage; package.json ties the schema to it. */
export const DICTIONARY_FILE = 'report-lens.dictionary.jsonc';

/** How a dictionary file writes the types of entities; the schema lists the same words. */
export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  PER: 'person', POS: 'position', ORG: 'organization', LOC: 'place', TIME: 'time', NUM: 'quantity', DOC: 'document', TERM: 'term',
};

/** The type that a word of a dictionary file means. */
export function typeOfWord(word: unknown): EntityType | undefined {
  return (Object.keys(TYPE_WORDS) as EntityType[]).find((type) => TYPE_WORDS[type] === word);
}

/** Limits of a file that keep a hostile one from doing harm: UTF-16 units of the file, entries, aliases of an entry, units of a wording and of a note. */
export const LIMITS = { file: 4_000_000, entries: 50_000, aliases: 50, shortest: 2, wording: 100, note: 2000 } as const;

/** A new dictionary file. The comments explain the format; they are in both languages because the file may be shared. */
export const EMPTY_DICTIONARY = `// Dictionary of Report Lens: names and terms that you know better. Changes take effect at once.
// Report Lens 词典：您比程序更了解的名称和用语。修改立即生效。
//
// An entry · 每个条目:
//   "type"     person | position | organization | place | time | quantity | document | term
//              人物 | 职务 | 机构 | 地点 | 时间 | 数量 | 文件 | 政策用语
//   "name"     the canonical name · 规范名称
//   "aliases"  other wordings of it (optional) · 其他写法（可省略）
//   "note"     what the hover says of it (optional) · 悬停时显示的说明（可省略）
//
// Example · 示例:
//   { "type": "organization", "name": "启岳精密机械集团", "aliases": ["启岳精密"], "note": "轴承企业" }
{
  "entries": []
}
`;
