import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Entity, EntityType } from '../../../src/engine/analysis';
import { readReport } from '../../../src/engine/analyze';
import { EntitiesReader } from '../../../src/engine/entities';
import { toTheEnd } from '../../../src/engine/steps';
import { toJson } from '../../../src/ledger';
import { completions } from '../../../src/server/features/completion';
import { entityMentions, EntitySender } from '../../../src/server/features/entities';
import { foldingRanges } from '../../../src/server/features/folding';
import { prepareEntityBlock } from '../../../src/server/features/hover-entity';
import { exportDirectives, outlineMarkdown } from '../../../src/server/features/requests';
import { documentSymbols, flatSymbols } from '../../../src/server/features/symbols';
import { workspaceSymbols } from '../../../src/server/features/workspace-symbols';
import { Moves } from '../../../src/server/outline/moves';
import { OutlineSender } from '../../../src/server/outline/sender';
import { EntityView } from '../../../src/server/report-view';
import { loadResources } from '../../../src/node/resources';
import { damaged, longText } from '../texts';

// That the steps of an answer are small, counted and not timed: a step is of a few dozen things at most.

const CHARACTERS = 40_000, PER_STEP = 64;
let viewOf: (text: string) => EntityView;
beforeAll(async () => {
  const { resources } = await loadResources();
  viewOf = (text) => { const reading = readReport(text); return new EntityView(TextDocument.create('file:///a.txt', 'plaintext', 1, text), reading, reading.entities(new EntitiesReader(resources))); };
});

const nodesOf = (view: EntityView): number => [...view.nodes()].length, entitiesOf = (view: EntityView): number => view.entities.length, paragraphsOf = (view: EntityView): number => view.text.paragraphs.length;
const mentionsOf = (view: EntityView): number => view.entities.reduce((sum, { mentions }) => sum + mentions.length, 0);
const firstOf = (view: EntityView, type: EntityType): Entity => view.entities.find((entity) => entity.type === type)!;

/** The steps of answers, and how many things they are made of. */
const ANSWERS: [string, (view: EntityView) => Iterator<unknown>, (view: EntityView) => number][] = [
  ['outline', (view) => new OutlineSender().answer(view, new Moves(), {}), nodesOf], ['all entities', (view) => new EntitySender().answer(view, {}), entitiesOf],
  ['mentions of an entity', (view) => entityMentions(view, 'PER:谁'), entitiesOf],
  ['symbols', (view) => documentSymbols(view), nodesOf], ['flat symbols', (view) => flatSymbols(view), nodesOf], ['folds', (view) => foldingRanges(view, 5000), nodesOf],
  ['symbols of the workspace', (view) => workspaceSymbols([view], '无此名'), (view) => nodesOf(view) / 2],
  ['directives as Markdown', (view) => exportDirectives(view, 'markdown'), nodesOf], ['directives as CSV', (view) => exportDirectives(view, 'csv'), nodesOf], ['directives as JSON', (view) => exportDirectives(view, 'json'), nodesOf],
  ['the outline as Markdown', (view) => outlineMarkdown(view), nodesOf], ['slips', (view) => view.slipsInSteps(), (view) => 3 * paragraphsOf(view)],
  ['what a hover over a person needs', (view) => prepareEntityBlock(view, firstOf(view, 'PER')), nodesOf], ['what a hover over a date needs', (view) => prepareEntityBlock(view, firstOf(view, 'TIME')), mentionsOf],
  ['completion', (view) => completions(view.document, { line: 0, character: 2 }, view, []), entitiesOf],
];

function countSteps(steps: Iterator<unknown>): number {
  let count = 1;
  while (steps.next().done !== true) count++;
  return count;
}

describe('the steps of an answer', () => {
  let view: EntityView;
  // another view each, since what was made once is kept
  beforeEach(() => { view = viewOf(longText(CHARACTERS)); });

  it.each(ANSWERS)('are small: %s', (_, make, things) => {
    const steps = countSteps(make(view));
    expect(things(view)).toBeGreaterThan(2 * PER_STEP / 3);
    expect(steps).toBeGreaterThan(things(view) / PER_STEP);
  });
});

describe('what is made in steps', () => {
  it('are entities of a damaged text in text order, each mention with its own', () => {
    const view = viewOf(damaged(longText(3_000))), all = view.mentionsIn({ start: 0, end: view.given.length }), starts = all.map(({ mention }) => mention.start);
    expect(view.text.isSound).toBe(false);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(all).toHaveLength(view.entities.reduce((sum, { mentions }) => sum + mentions.length, 0));
    expect(all.every(({ mention, entity }) => entity.mentions.includes(mention))).toBe(true);
  });

  it('is JSON as it is written at once', () => {
    const row = (number: number): Parameters<typeof toJson>[0][number] => ({ number, directive: '落实“责任”\n', issuer: '', addressee: '各部门', deadline: '', targets: number === 1 ? [] : ['3座'], source: 'a:1:1' });
    for (const rows of [[], [row(1)], [row(1), row(2)]]) expect(toJson(rows)).toBe(`${JSON.stringify(rows, null, 2)}\n`);
  });

  it('is all of the entities where another answer was given in between', () => {
    const view = viewOf(longText(CHARACTERS)), sender = new EntitySender(), { stamp: since } = toTheEnd(sender.answer(view, {})), slow = sender.answer(view, { since });
    slow.next();
    expect(toTheEnd(sender.answer(view, { since }))).toMatchObject({ change: {} });
    const late = toTheEnd(slow);
    expect(late.change).toBeUndefined();
    expect(late.entities!.PER.length).toBeGreaterThan(0);
  });
});
