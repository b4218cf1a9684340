import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../../../src/engine/analysis';
import { addEntry, DICTIONARY_FILE, EMPTY_DICTIONARY, isInSchema, LIMITS, parseDictionary, problemText, TYPE_WORDS } from '../../../src/dictionary';

const file = (...entries: unknown[]): string => JSON.stringify({ entries });
const told = (text: string): string[] => parseDictionary(text, 'user').problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

describe('a dictionary file', () => {
  it('may have comments and trailing commas', () => {
    const text = '// mine\n{ "entries": [ { "type": "person", "name": "陆远", /* short */ "aliases": ["老陆同志",], "note": " 县长 " }, ], }';
    expect(parseDictionary(text, 'workspace')).toEqual({ entries: [{ type: 'PER', name: '陆远', aliases: ['老陆同志'], note: '县长', source: 'workspace' }], problems: [] });
  });

  it.each<[string, string, string[]]>([
    ['is told where its syntax breaks', '{ "entries": [ { "type": "person" "name": "陆远" } ] }', ['syntax "name"']],
    ['must be an object', '[]', ['notObject []']],
    ['must have entries', '{}', ['noEntries {']],
    ['must have a list of entries', '{ "entries": {} }', ['noEntries {}']],
    ['is told of fields that mean nothing', '{ "entries": [], "entry": 1 }', ['unknownKey "entry"']],
    ['has objects as entries', '{ "entries": ["陆远"] }', ['entryNotObject "陆远"']],
    ['is told of unknown types', file({ type: 'human', name: '陆远' }), ['unknownType "human"']],
    ['is told of entries without type and name', file({}), ['noType {', 'noName {']],
    ['has texts', file({ type: 'person', name: 5, aliases: 'x', note: [] }), ['notText 5', 'notTexts "x"', 'notText []']],
    ['has wordings of two characters or more', file({ type: 'place', name: '锡' }), ['tooShort "锡"']],
    ['has wordings of no more than a hundred', file({ type: 'term', name: '长'.repeat(101) }), [`wordingTooLong "${'长'.repeat(101)}"`]],
    ['has a wording once', file({ type: 'person', name: '陆远' }, { type: 'place', name: '青禾', aliases: ['陆远'] }), ['double "陆远"']],
    ['may be empty', '', []], ['may be as a new one is', EMPTY_DICTIONARY, []],
  ])('%s', (_, text, problems) => expect(told(text)).toEqual(problems));

  it('keeps what is right beside what is wrong', () => {
    const { entries } = parseDictionary(file({ type: 'person', name: '陆远', aliases: [1, '陆县长'] }, { type: 'nothing', name: '某某' }, { type: 'term', name: '云上青禾' }), 'file');
    expect(entries.map(({ name, aliases }) => [name, aliases])).toEqual([['陆远', ['陆县长']], ['云上青禾', []]]);
  });

  it('is not read beyond its limits', () => {
    expect(told(' '.repeat(LIMITS.file + 1))).toEqual(['tooLong  ']);
    const many = file(...Array.from({ length: LIMITS.entries + 1 }, (_, i) => ({ type: 'term', name: `词条${i}` })));
    expect(parseDictionary(many, 'user').entries).toHaveLength(LIMITS.entries);
  });

  it.each([['a zero', '\0'], ['deep nesting', '{"a":'.repeat(1_000_000)], ['half a character', '\uD800'], ['null', 'null'], ['half a text', '"']])('never throws on %s', (_, text) => {
    const { entries, problems } = parseDictionary(text.slice(0, LIMITS.file), 'user');
    expect([entries.length, problems.length > 0]).toEqual([0, true]);
  });

  it('says every problem', () => {
    for (const [, text] of [['', '[]'], ['', file({ type: 'x', name: '' })]]) {
      for (const problem of parseDictionary(text!, 'user').problems) {
        expect(problemText(problem, (message) => message)).not.toBe('');
        expect(isInSchema(problem)).toBe(true);
      }
    }
  });
});

describe('adding an entry', () => {
  it('to nothing makes a file with the explanation of the format', () => {
    const text = addEntry('', { type: 'ORG', name: '启岳精密机械集团', aliases: ['启岳精密', '启岳精密机械集团'], note: '轴承' })!;
    expect(text).toContain('// Report Lens 词典');
    expect(parseDictionary(text, 'user')).toEqual({ entries: [{ type: 'ORG', name: '启岳精密机械集团', aliases: ['启岳精密'], note: '轴承', source: 'user' }], problems: [] });
  });

  it('keeps comments, layout and line ends', () => {
    const before = '{\r\n  // people\r\n  "entries": [\r\n    { "type": "person", "name": "陆远" } // the mayor\r\n  ]\r\n}\r\n';
    const text = addEntry(before, { type: 'LOC', name: '青禾里', aliases: [] })!;
    expect(text).toContain('// people');
    expect(text).toContain('// the mayor');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(parseDictionary(text, 'user').entries.map((e) => e.name)).toEqual(['陆远', '青禾里']);
  });

  it('to an entry that is there adds aliases and note', () => {
    const once = addEntry('', { type: 'PER', name: '陆远', aliases: ['陆县长'] })!;
    const twice = addEntry(once, { type: 'PER', name: '陆远', aliases: ['老陆同志'], note: '县长' })!;
    expect(parseDictionary(twice, 'user').entries).toEqual([{ type: 'PER', name: '陆远', aliases: ['陆县长', '老陆同志'], note: '县长', source: 'user' }]);
    const other = addEntry(twice, { type: 'TERM', name: '陆远行动', aliases: [] })!;
    expect(parseDictionary(other, 'user').entries).toHaveLength(2);
  });

  it.each(['{ "entries": [ ', '[]', '{ "entries": 5 }'])('to a broken file changes nothing: %j', (text) => expect(addEntry(text, { type: 'PER', name: '陆远', aliases: [] })).toBeUndefined());
});

describe('the schema', () => {
  const schema = JSON.parse(readFileSync('schemas/dictionary.schema.json', 'utf8')) as { definitions: { wording: object; entry: { properties: Record<string, { enum?: string[]; maxItems?: number; maxLength?: number }> } }; properties: { entries: { maxItems: number } } };
  const { properties } = schema.definitions.entry;

  it('has the types and limits of the reader', () => {
    expect(properties['type']!.enum).toEqual(ENTITY_TYPES.map((type) => TYPE_WORDS[type]));
    expect(schema.definitions.wording).toEqual({ type: 'string', minLength: LIMITS.shortest, maxLength: LIMITS.wording });
    expect([schema.properties.entries.maxItems, properties['aliases']!.maxItems, properties['note']!.maxLength]).toEqual([LIMITS.entries, LIMITS.aliases, LIMITS.note]);
    expect(Object.keys(properties)).toEqual(['type', 'name', 'aliases', 'note']);
  });

  it('is tied to dictionary files, and is packed', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { jsonValidation: unknown } };
    expect(contributes.jsonValidation).toEqual([{ fileMatch: DICTIONARY_FILE, url: './schemas/dictionary.schema.json' }]);
    expect(readFileSync('.vscodeignore', 'utf8')).toContain('!schemas/**');
  });
});
