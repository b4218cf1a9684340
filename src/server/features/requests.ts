import * as l10n from '@vscode/l10n';
import { frequentWordsInSteps } from '../../engine/frequent-words';
import type { Segmenter } from '../../engine/lexicon/segmenter';
import { directiveRowsInSteps, markdownTable, outlineToMarkdownInSteps, squash, toCsvInSteps, toJsonInSteps, toMarkdownInSteps } from '../../ledger';
import type { ContentResult, ExportFormat, MentionsResult, Range } from '../../protocol';
import type { EntityView, OutlineView } from '../report-view';
import { ledgerWords, wordTable } from '../../wording';
import { stretchOf } from '../stretch';
import { decodeURIComponentSafely } from './workspace-symbols';

/** reportLens/mentions */
export function mentionsResult(view: EntityView, ranges: readonly Range[]): MentionsResult {
  const mentions: MentionsResult['mentions'] = {}, seen = new Set<unknown>();
  for (const range of ranges) {
    const span = { start: view.document.offsetAt(range.start), end: view.document.offsetAt(range.end) };
    for (const { mention, entity } of view.mentionsIn(span)) {
      if (!seen.has(mention)) (mentions[entity.type] ??= []).push(stretchOf(view, mention));
      seen.add(mention);
    }
  }
  return { version: view.version, mentions };
}

/** reportLens/exportDirectives: the ledger of the document's directives. */
export function* exportDirectives(view: OutlineView, format: ExportFormat): Generator<void, ContentResult> {
  const file = decodeURIComponentSafely(view.uri.slice(view.uri.lastIndexOf('/') + 1));
  const rows = yield* directiveRowsInSteps(view.analysis.outline, file, (offset) => view.document.positionAt(offset));
  switch (format) {
    case 'markdown': return { content: yield* toMarkdownInSteps(rows, ledgerWords()) };
    case 'csv': return { content: yield* toCsvInSteps(rows, ledgerWords()) };
    case 'json': return { content: yield* toJsonInSteps(rows) };
  }
}

/** reportLens/outlineMarkdown */
export function* outlineMarkdown(view: OutlineView): Generator<void, ContentResult> {
  return { content: yield* outlineToMarkdownInSteps(view.analysis.outline, ledgerWords()) };
}

/** reportLens/readText */
export function readText(view: OutlineView, range: Range): string {
  const { text, document } = view;
  return squash(text.repaired.slice(text.toRepaired(document.offsetAt(range.start)), text.toRepaired(document.offsetAt(range.end))));
}

/** reportLens/frequentWords: the table, and who cut the text into words. */
export function* wordsMarkdown(view: EntityView, segmenter: Segmenter): Generator<void, ContentResult> {
  const table = markdownTable(...wordTable(yield* frequentWordsInSteps(view.text, yield* view.entitiesInSteps(), segmenter)));
  return { content: `${table}\n${l10n.t('Names as Report Lens reads them; other words as {0} cuts them.', segmenter.name)}\n` };
}
