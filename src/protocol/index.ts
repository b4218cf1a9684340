/**
 * What the language server and its VS Code client say to each other beyond the language server protocol.
 * Positions are LSP positions (line, UTF-16 character) into the document as the editor shows it.
 */
import type { EntityType } from '../engine/analysis';
import type { Script } from '../conversion';
import type { DictionaryEntry } from '../engine/resources';
import type { Stretch } from './outline';

export type { DictionaryEntry, DictionarySource } from '../engine/resources';
export type { Script } from '../conversion';
export type * from './entities';
export type * from './outline';

export interface Position { line: number; character: number }
export interface Range { start: Position; end: Position }
export interface DocumentParams { textDocument: { uri: string } }

/** `initializationOptions` of the client. */
export interface ClientOptions {
  /** language of every string a person sees, e.g. `en`, `zh-cn` */
  locale: string;
  /**
   * The client opens only documents that are to be treated as reports (the VS Code extension tests them itself, and its user may overrule
   * the test), so every one is analysed. Without it the server analyses documents of the language `report`, and plain text that reads like a report.
   */
  trustClient?: boolean;
  /** entries of the user's dictionaries; where two share a wording the earlier one has it */
  dictionary?: readonly DictionaryEntry[];
}

/** Mentions that touch any of `ranges`, by type: what the decorations show. */
export interface MentionsParams extends DocumentParams { ranges: Range[] }
export interface MentionsResult { version: number; mentions: Partial<Record<EntityType, Stretch[]>> }

/** All entries of the user's dictionaries, in place of those sent before. */
export interface DictionaryParams { entries: readonly DictionaryEntry[] }

export type ExportFormat = 'markdown' | 'csv' | 'json';
export interface ExportParams extends DocumentParams { format: ExportFormat }
export interface RangeParams extends DocumentParams { range: Range }
export interface ContentResult { content: string }

/** How the repaired text is to be written: in the text's own script or another, with its own punctuation or full-width one. */
export interface RepairedTextParams extends DocumentParams { script: Script; fullWidth: boolean }
/** Edits that repair everything that is certain, for the version they were made of. */
export interface RepairEditsResult { version: number; edits: { range: Range; newText: string }[] }

/** Sent by the server whenever a newer analysis can be asked for. `outline` comes first, `entities` when the recognizer is done. */
export interface AnalyzedParams { uri: string; version: number; stage: 'outline' | 'entities' }

/** Sent when a version of a document could not be read; the log says why. */
export interface FailedParams { uri: string; version: number }

/** Sent once the lexicon is loaded, and again when that changes. */
export interface StatusParams {
  /** name of the segmenter in use */
  segmenter: string;
  /** true where nodejieba could not be loaded and a stand-in works in its place */
  degraded: boolean;
  /** why, in plain words for the log */
  reason?: string;
}

/** Method names. Requests answer `null` for a document the server does not hold. */
export const Methods = {
  /** OutlineParams → OutlineResult | null */
  outline: 'reportLens/outline',
  /** OutlineDetailsParams → OutlineDetails | null */
  outlineDetails: 'reportLens/outlineDetails',
  /** EntitiesParams → EntitiesResult | null; waits for the recognizer */
  entities: 'reportLens/entities',
  /** EntityParams → EntityMentionsResult | null */
  entityMentions: 'reportLens/entityMentions',
  /** RangeParams → EntityAtResult | null */
  entityAt: 'reportLens/entityAt',
  /** MentionsParams → MentionsResult | null */
  mentions: 'reportLens/mentions',
  /** ExportParams → ContentResult | null */
  exportDirectives: 'reportLens/exportDirectives',
  /** DocumentParams → ContentResult | null; the outline as a Markdown list */
  outlineMarkdown: 'reportLens/outlineMarkdown',
  /** DocumentParams → ContentResult | null; the words and names that the text uses most, as a Markdown table; waits for the recognizer */
  frequentWords: 'reportLens/frequentWords',
  /** RangeParams → ContentResult | null; a part of the text as it is read, its damage repaired, in one line */
  readText: 'reportLens/readText',
  /** RepairedTextParams → ContentResult | null */
  repairedText: 'reportLens/repairedText',
  /** DocumentParams → RepairEditsResult | null */
  repairEdits: 'reportLens/repairEdits',
  /** notification, client to server: DictionaryParams */
  dictionary: 'reportLens/dictionary',
  /** notification, server to client: AnalyzedParams */
  analyzed: 'reportLens/analyzed',
  /** notification, server to client: FailedParams */
  failed: 'reportLens/failed',
  /** notification, server to client: StatusParams */
  status: 'reportLens/status',
} as const;
