import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readReport, type Reading } from '../engine/analyze';
import { nameIssuers } from '../engine/entities/dictionary/issuers';
import type { DictionaryEntry, EngineResources } from '../engine/resources';
import type { AnalyzedParams, FailedParams } from '../protocol';
import { EntityView, OutlineView } from './report-view';

/** Between the last key and the outline. */
const EDIT_DELAY_MS = 30;
/** Entities wait twice as long as their last reading took, within these bounds, so that a long report does not stall while typing. */
const ENTITY_DELAY_MS = { least: 30, most: 1500 };

export interface StoreHost {
  /** what the recognizer needs; loaded at the first call */
  lexicon: () => Promise<EngineResources>;
  /** is this document to be read as a report? */
  accepts: (document: TextDocument) => boolean;
  analyzed: (params: AnalyzedParams) => void;
  /** a document could not be read */
  failed: (error: unknown, document: FailedParams) => void;
}

interface Entry {
  document: TextDocument;
  /** the reading of a version, before the user's dictionary has its say */
  read?: { version: number; reading: Reading };
  outline?: OutlineView;
  entities?: EntityView;
  /** the entities as they were before the dictionary changed */
  before?: EntityView;
  timer?: NodeJS.Timeout;
  /** how long the last reading of the entities took */
  cost: number;
  accepted: boolean;
}

/** The analyses of the open documents: one entry a document, each analysis kept for the version it was made of. */
export class ReportStore {
  private readonly entries = new Map<string, Entry>();
  private dictionary: readonly DictionaryEntry[] = [];

  constructor(private readonly host: StoreHost) {}

  /** A document was opened or edited. */
  changed(document: TextDocument): void {
    const known = this.entries.get(document.uri);
    const entry: Entry = known ?? { document, cost: 0, accepted: false };
    this.entries.set(document.uri, entry);
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => this.run(entry), known ? EDIT_DELAY_MS : 0);
  }

  /**
   * From now on reports are answered for with these entries. What was read of the open ones is read no second time, and their entities are
   * found again only when somebody asks: a long report that nobody looks at costs nothing.
   */
  useDictionary(dictionary: readonly DictionaryEntry[]): void {
    this.dictionary = dictionary;
    for (const entry of this.entries.values()) {
      const { entities } = entry, isCurrent = entry.read?.version === entry.document.version;
      delete entry.outline;
      delete entry.entities;
      if (entities) entry.before = entities;
      if (!isCurrent) continue; // its turn is still to come
      const view = this.outlineOf(entry);
      this.announce(view, 'outline');
      if (entities) this.announce(view, 'entities');
    }
  }

  closed(uri: string): void {
    clearTimeout(this.entries.get(uri)?.timer);
    this.entries.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.entries.keys()]) this.closed(uri);
  }

  /** The outline of the document as it is now, or nothing for a document that is not open or no report. */
  outline(uri: string): OutlineView | undefined {
    const entry = this.entries.get(uri);
    return entry && this.isReport(entry) ? this.outlineOf(entry) : undefined;
  }

  /** The same with entities; waits for the lexicon to be loaded. */
  async entities(uri: string): Promise<EntityView | undefined> {
    if (!this.outline(uri)) return undefined;
    const resources = await this.host.lexicon();
    const entry = this.entries.get(uri);
    return entry && this.isReport(entry) ? this.entitiesOf(entry, resources) : undefined;
  }

  /** The entities as they were last read, perhaps of an older version: there at once, also while somebody types. */
  lastEntities(uri: string): EntityView | undefined {
    const entry = this.entries.get(uri);
    return entry?.entities ?? entry?.before;
  }

  /** Entries of the user's dictionaries. */
  get dictionaryEntries(): readonly DictionaryEntry[] { return this.dictionary; }

  /** Outlines of all open reports. */
  outlines(): OutlineView[] {
    return [...this.entries.keys()].flatMap((uri) => this.outline(uri) ?? []);
  }

  private run(entry: Entry): void {
    try {
      if (!this.isReport(entry)) return;
      this.announce(this.outlineOf(entry), 'outline');
    } catch (error) {
      return this.failed(error, entry);
    }
    const delay = entry.cost === 0 ? 0 : Math.min(ENTITY_DELAY_MS.most, Math.max(ENTITY_DELAY_MS.least, 2 * entry.cost));
    entry.timer = setTimeout(() => void this.runEntities(entry).catch((error: unknown) => this.failed(error, entry)), delay);
  }

  private async runEntities(entry: Entry): Promise<void> {
    const version = entry.document.version;
    const resources = await this.host.lexicon();
    await nextTurn();
    // an edit in the meantime has its own turn, a closed document none
    if (this.entries.get(entry.document.uri) !== entry || entry.document.version !== version) return;
    this.announce(this.entitiesOf(entry, resources), 'entities');
  }

  private failed(error: unknown, { document: { uri, version } }: Entry): void {
    this.host.failed(error, { uri, version });
  }

  private announce(view: OutlineView, stage: AnalyzedParams['stage']): void {
    this.host.analyzed({ uri: view.uri, version: view.version, stage });
  }

  /** Once a report, a document stays one while it is open, so that nothing flickers while it is rewritten. */
  private isReport(entry: Entry): boolean {
    return entry.accepted ||= this.host.accepts(entry.document);
  }

  private outlineOf(entry: Entry): OutlineView {
    if (entry.entities?.version === entry.document.version) return entry.entities;
    if (entry.outline?.version !== entry.document.version) entry.outline = new OutlineView(entry.document, this.read(entry));
    return entry.outline;
  }

  private read(entry: Entry): Reading {
    const { version } = entry.document;
    if (entry.read?.version !== version) entry.read = { version, reading: readReport(entry.document.getText()) };
    const { reading } = entry.read;
    return { ...reading, outline: { ...reading.outline, outline: nameIssuers(reading.outline.outline, this.dictionary) } };
  }

  private entitiesOf(entry: Entry, resources: EngineResources): EntityView {
    if (entry.entities?.version !== entry.document.version) {
      const { reading } = this.outlineOf(entry), from = performance.now();
      entry.entities = new EntityView(entry.document, reading, reading.entities({ ...resources, dictionary: this.dictionary }));
      entry.cost = performance.now() - from;
      delete entry.before;
    }
    return entry.entities;
  }
}
