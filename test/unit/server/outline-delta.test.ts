import { describe, expect, it } from 'vitest';
import { OutlineModel } from '../../../src/extension/outline/model';
import type { OutlineNode as ClientNode } from '../../../src/extension/outline/node';
import type { OutlineNode } from '../../../src/engine/analysis';
import { toTheEnd } from '../../../src/engine/steps';
import type { OutlineResult } from '../../../src/protocol';
import { OutlineSender } from '../../../src/server/outline/sender';
import { ReportDocument } from '../../../src/server/report-document';
import { ReportStore } from '../../../src/server/report-store';
import { damaged, edited, longText, random, TEXTS } from '../texts';

const URI = 'file:///a.txt';

/** A document with a server and a client of its own, which speak in JSON. */
class Conversation {
  readonly model = new OutlineModel();
  readonly sender = new OutlineSender();
  readonly store = new ReportStore({ lexicon: () => new Promise(() => undefined), accepts: () => true, analyzed: () => undefined, settled: () => undefined, failed: (error) => { throw error; } });
  bytes = 0;
  #document: ReportDocument;

  constructor(text: string, private readonly most?: number) {
    this.#document = ReportDocument.create(URI, 'plaintext', 1, text);
    this.store.changed(this.#document);
  }

  get text(): string { return this.#document.getText(); }

  /** The editor has another text; the server hears of it as one change. */
  write(text: string): void {
    const before = this.text;
    let start = 0, end = 0;
    while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
    while (end < Math.min(before.length, text.length) - start && before.at(-1 - end) === text.at(-1 - end)) end++;
    const range = { start: this.#document.positionAt(start), end: this.#document.positionAt(before.length - end) };
    ReportDocument.update(this.#document, [{ range, text: text.slice(start, text.length - end) }], this.#document.version + 1);
    this.store.changed(this.#document);
  }

  /** The server reads the text as it is now. */
  read(): readonly OutlineNode[] { return this.store.outline(URI)!.analysis.outline; }

  /** The client asks for what is new, until there is no more; answers the last answer. */
  ask(): OutlineResult {
    for (let i = 0; ; i++) {
      const { stamp: since } = this.model, wire = JSON.stringify(toTheEnd(this.sender.answer(this.store.outline(URI)!, this.store.moves(URI), { ...(since !== undefined && { since }), ...(this.most !== undefined && { most: this.most }) })));
      this.bytes += Buffer.byteLength(wire);
      const result = JSON.parse(wire) as OutlineResult;
      this.model.apply(result);
      if (!result.more) return result;
      expect(i).toBeLessThan(10_000);
    }
  }

  /** What the client shows must be what a client shows that asks for the first time. */
  expectWhole(): void {
    const fresh = new OutlineModel();
    fresh.apply(JSON.parse(JSON.stringify(toTheEnd(new OutlineSender().answer(this.store.outline(URI)!, this.store.moves(URI), {})))) as OutlineResult);
    expect(plain(this.model.roots)).toEqual(plain(fresh.roots));
    expect([...this.model.nodes()].map(({ key }) => key)).toEqual(idsOf(this.read()));
    expect(this.model.directives().map(({ key }) => key)).toEqual(fresh.directives().map(({ key }) => key));
    expect([...this.model.nodes()].every((node) => node.isThere && node.children.every(({ parent }) => parent === node))).toBe(true);
  }
}

const plain = (nodes: readonly ClientNode[]): unknown => nodes.map(({ head, twin, contents, children }) => ({ head, twin, contents, children: plain(children) }));
const idsOf = (nodes: readonly OutlineNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]);

const CASES: [string, (text: string) => string, number | undefined][] = [
  ['as they are', (text) => text, undefined], ['in small answers', (text) => text, 7], ['with CRLF', (text) => text.replaceAll('\n', '\r\n'), undefined],
  ['with lone carriage returns', (text) => text.replace(/\n/gu, '\r').replace(/\r/u, '\n'), undefined], ['damaged', damaged, undefined], ['damaged, in small answers', damaged, 7],
];

describe('what is sent of an outline after edits makes of the old one the new one', () => {
  describe.each(CASES)('texts %s', (_, make, most) => {
    it.each(TEXTS.map((text, i) => [i, text] as const))('text %i', (seed, given) => {
      const next = random(seed + 31), talk = new Conversation(make(given), most);
      talk.ask();
      talk.expectWhole();
      for (let n = 0; n < 10; n++) {
        // several edits, of which the server reads some, before the client asks
        for (let k = next(3); k >= 0; k--) {
          talk.write(edited(talk.text, next));
          if (next(2) === 0) talk.read();
        }
        talk.ask();
        talk.expectWhole();
      }
    });
  });
});

/** Edits in one paragraph of a text, by what of it they touch; `at` is the offset of a paragraph in the middle. */
const EDITS: [string, (text: string, at: number) => string][] = [
  ['a character at the start', (text) => `的${text}`],
  ['a character inside a paragraph', (text, at) => `${text.slice(0, at + 9)}的${text.slice(at + 9)}`],
  ['a character at the end', (text) => `${text}的`],
  ['the first heading', (text) => text.replace(/\n一、/u, '\n一、再')],
  ['a new line', (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`],
  ['a new requirement', (text, at) => `${text.slice(0, at)}会议强调，要抓好落实，9月底前完成全部整改。\n${text.slice(at)}`],
  ['a paragraph that goes', (text, at) => text.slice(0, at) + text.slice(text.indexOf('\n', at) + 1)],
];

describe('what an edit in one paragraph sends', () => {
  it.each([20_000, 300_000].flatMap((characters) => EDITS.map(([name, edit]) => [name, characters, edit] as const)))('%s of %i characters is less than 4 kB', (_, characters, edit) => {
    const talk = new Conversation(longText(characters));
    talk.ask();
    const whole = talk.bytes;
    talk.write(edit(talk.text, talk.text.indexOf('\n', characters / 2) + 1));
    talk.bytes = 0;
    const { change } = talk.ask();
    expect(change).toBeDefined();
    expect(talk.bytes).toBeLessThan(4_000);
    expect(whole).toBeGreaterThan(10 * talk.bytes);
    talk.expectWhole();
  });

  it('is as little where a dictionary names issuers', () => {
    const talk = new Conversation(longText(20_000));
    talk.store.useDictionary([{ type: 'ORG', name: '党委会议', aliases: ['会议'], source: 'workspace' }]);
    talk.ask();
    expect(talk.model.directives().some(({ head }) => head.directive?.issuer === '党委会议')).toBe(true);
    talk.write(EDITS[1]![1](talk.text, talk.text.indexOf('\n', 10_000) + 1));
    talk.bytes = 0;
    talk.ask();
    expect(talk.bytes).toBeLessThan(4_000);
    talk.expectWhole();
    talk.store.useDictionary([]);
    talk.ask();
    talk.expectWhole();
  });

  it('does not grow with the edits that came before', () => {
    const talk = new Conversation(longText(20_000));
    talk.ask();
    for (let i = 0; i < 300; i++) {
      talk.write(`${talk.text}好`);
      talk.bytes = 0;
      talk.ask();
      expect(talk.bytes).toBeLessThan(4_000);
    }
    talk.expectWhole();
  });

  it('is everything where the client holds something else', () => {
    const talk = new Conversation(TEXTS[0]!);
    talk.ask();
    const result = toTheEnd(talk.sender.answer(talk.store.outline(URI)!, talk.store.moves(URI), { since: 99 }));
    expect(result.outline).toBeDefined();
    expect(result.change).toBeUndefined();
  });
});
