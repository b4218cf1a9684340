import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Entity, OutlineNode } from '../../../src/engine/analysis';
import { recognizerOf } from '../../../src/engine/entities/recognizer';
import type { EngineResources } from '../../../src/engine/resources';
import { toTheEnd } from '../../../src/engine/steps';
import { EntityModel } from '../../../src/extension/entities/model';
import { OutlineModel } from '../../../src/extension/outline/model';
import { Methods, type EntitiesResult, type MentionsResult, type OutlineResult } from '../../../src/protocol';
import { hover } from '../../../src/server/features/hover';
import { mentionsResult } from '../../../src/server/features/requests';
import { ReportDocument } from '../../../src/server/report-document';
import { ReportStore } from '../../../src/server/report-store';
import { longText } from '../texts';
import { connect, type TestClient } from './client';

// What an edit costs, counted and not timed: it must be the same in a text eight times as long, on any machine.

const URI = 'file:///reports/long.txt', textDocument = { uri: URI }, SIZES = [20_000, 160_000] as const;
/** Edits of one character or line in the middle of a text. */
const EDITS: readonly [string, string][] = [['a character', '新'], ['a new line', '\n'], ['a marker', '\n（九）'], ['a requirement', '会议强调，要抓好落实。']];
const middleOf = (text: string): number => text.indexOf('，', text.length / 2) + 1;

const resources: EngineResources = { recognizer: new Uint8Array(readFileSync('data/recognizer.bin')), places: new Uint8Array(readFileSync('data/places.bin')), terms: readFileSync('data/terms.json', 'utf8') };
const recognized = vi.spyOn(recognizerOf(resources.recognizer)!, 'recognize');

/** A document in a store of its own, where everything is read when it is asked for. */
class Open {
  readonly #store = new ReportStore({ lexicon: () => Promise.resolve(resources), accepts: () => true, analyzed: () => undefined, settled: () => undefined, failed: (error) => { throw error; } });
  readonly document: ReportDocument;

  constructor(characters: number) {
    this.document = ReportDocument.create(URI, 'plaintext', 1, longText(characters));
    this.#store.changed(this.document);
  }

  get outline() { return this.#store.outline(URI)!; }
  entities() { return this.#store.entities(URI).then((view) => view!); }

  insert(offset: number, text: string): void {
    const at = this.document.positionAt(offset);
    ReportDocument.update(this.document, [{ range: { start: at, end: at }, text }], this.document.version + 1);
    this.#store.changed(this.document);
  }

  close(): void { this.#store.dispose(); }
}

const nodesOf = (nodes: readonly OutlineNode[]): OutlineNode[] => nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
/** How many of these objects were not there before. */
const fresh = <T>(before: readonly T[], after: readonly T[]): number => { const known = new Set(before); return after.filter((one) => !known.has(one)).length; };

describe.each(SIZES)('of %i characters', (characters) => {
  let open: Open;
  beforeAll(async () => { open = new Open(characters); await open.entities(); return () => open.close(); });

  it.each(EDITS)('%s makes only what it touches be read again', async (_, text) => {
    const before = open.outline, { paragraphs } = before.text, nodes = nodesOf(before.analysis.outline), entities = (await open.entities()).entities;
    recognized.mockClear();
    open.insert(middleOf(open.document.getText()), text);
    const after = open.outline, view = await open.entities();
    expect(fresh(paragraphs, after.text.paragraphs)).toBeLessThanOrEqual(2);
    expect(fresh(nodes, nodesOf(after.analysis.outline))).toBeLessThan(80);
    expect(recognized.mock.calls.length).toBeLessThanOrEqual(12);
    expect(fresh<Entity>(entities, view.entities)).toBeLessThan(120);
  });

  it('is answered for without reading anything again', async () => {
    const outline = open.outline, view = await open.entities();
    recognized.mockClear();
    for (let line = 0; line < 40; line++) {
      toTheEnd(hover(await open.entities(), { line, character: 3 }, true));
      mentionsResult(await open.entities(), [{ start: { line, character: 0 }, end: { line: line + 60, character: 0 } }]);
    }
    expect(recognized.mock.calls.length).toBe(0);
    expect(await open.entities()).toBe(view);
    expect(open.outline.reading).toBe(outline.reading);
  });
});

describe('bytes that an edit makes the server send, problems among them', () => {
  let client: TestClient | undefined;
  afterEach(() => client?.stop());

  it.each(SIZES)('are few in a text of %i characters', { timeout: 60_000 }, async (characters) => {
    client = await connect();
    for (const bytes of await sentAfterEdits(client, longText(characters))) expect(bytes).toBeLessThan(15_000);
    // what is sent when the text is opened does grow
    expect(client.received()).toBeGreaterThan(4 * characters);
  });
});

/** Bytes after each of the edits, when the client has asked for all that the extension asks for, and the server is quiet. */
async function sentAfterEdits(client: TestClient, text: string): Promise<number[]> {
  const outline = new OutlineModel(), entities = new EntityModel(), sent: number[] = [], document = ReportDocument.create(URI, 'plaintext', 1, text);
  const ask = async (): Promise<void> => {
    const since = (stamp: number | undefined): object => (stamp === undefined ? {} : { since: stamp });
    do outline.apply(await client.ask<OutlineResult>(Methods.outline, { textDocument, most: 1000, ...since(outline.stamp) })); while (outline.hasMore);
    entities.apply(await client.ask<EntitiesResult>(Methods.entities, { textDocument, ...since(entities.stamp) }));
    await client.ask<MentionsResult>(Methods.mentions, { textDocument, ranges: [{ start: { line: 0, character: 0 }, end: { line: 60, character: 0 } }] });
  };
  const read = (version: number): Promise<void> => client.until(() => client.analyzed.some((a) => a.version === version && a.stage === 'entities'));
  const quiet = async (): Promise<void> => { for (let before = -1; before !== client.received();) { before = client.received(); await new Promise((r) => setTimeout(r, 500)); } };
  await client.open(URI, text);
  await read(1);
  await ask();
  for (const [, insert] of EDITS) {
    await quiet();
    const before = client.received(), at = document.positionAt(middleOf(document.getText())), change = { range: { start: at, end: at }, text: insert };
    ReportDocument.update(document, [change], document.version + 1);
    await client.change(URI, document.version, [change]);
    await read(document.version);
    await ask();
    await quiet();
    sent.push(client.received() - before);
  }
  return sent;
}
