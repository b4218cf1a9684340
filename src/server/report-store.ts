import { setImmediate as nextTurn } from 'node:timers/promises';
import { readReport, readReportInSteps, type Reading } from '../engine/analyze';
import { EntitiesReader } from '../engine/entities';
import { issuerNaming } from '../engine/entities/dictionary/issuers';
import type { ReportEntities } from '../engine/report-entities';
import type { DictionaryEntry, EngineResources } from '../engine/resources';
import type { SourceText } from '../engine/text';
import type { AnalyzedParams, FailedParams } from '../protocol';
import { moveBetween, Moves, type Read } from './outline/moves';
import { Pace } from './pace';
import type { ReportDocument } from './report-document';
import { fromNowInSlices, inSlices } from './slices';
import { EntityView, OutlineView } from './report-view';
import { soon } from './soon';

/** Paragraphs that are read at once; more are read ahead in slices. */
const MANY = 100;
/** A text of so many UTF-16 code units or more is read in slices when it is read first. */
const LONG = 100_000;
/** Pause after the last key before it is told what follows from the entities, and the longest such pause: twice what telling took last. */
const SETTLE_MS = { least: 200, most: 1500 };

export interface StoreHost {
  /** what the recognizer needs; loaded at the first call */
  lexicon: () => Promise<EngineResources>;
  /** is this document to be read as a report? */
  accepts: (document: ReportDocument) => boolean;
  analyzed: (params: AnalyzedParams) => void;
  /** some time after the entities of a version were read, whoever asked for them: what they tell about the text can be told */
  settled: (view: EntityView) => void;
  /** a document could not be read */
  failed: (error: unknown, document: FailedParams) => void;
}

interface Entry {
  document: ReportDocument;
  /** the reading of a version, before the user's dictionary has its say */
  read?: Read & { version: number; reading: Reading };
  /** the first reading of a long text, while it goes on */
  first?: Promise<void>;
  /** how places moved from reading to reading */
  moves: Moves;
  outline?: OutlineView;
  entities?: EntityView;
  /** the entities as they were before the dictionary changed */
  before?: EntityView;
  /** takes back what is to be read next */
  cancel?: () => void;
  settling?: NodeJS.Timeout;
  /** what has begun to read a long text on another thread */
  begun?: EntitiesReader;
  /** finds the entities of one version after the other, with these resources */
  reader?: { resources: EngineResources; reader: EntitiesReader };
  /** a version of which is read ahead */
  preparing?: { readonly version: number; readonly done: Promise<void> };
  /** when outline and entities may be read again */
  readonly pace: { readonly outline: Pace; readonly entities: Pace };
  /** how long it took last to tell what follows from the entities, in milliseconds */
  settleCost: number;
  accepted: boolean;
}

/** The analyses of the open documents: one entry a document, each analysis kept for the version it was made of. */
export class ReportStore {
  private readonly entries = new Map<string, Entry>();
  private dictionary: readonly DictionaryEntry[] = [];
  private nameIssuers = issuerNaming([]);

  constructor(private readonly host: StoreHost) {}

  /** A document was opened or edited. */
  changed(document: ReportDocument): void {
    const entry: Entry = this.entries.get(document.uri) ?? { document, pace: { outline: new Pace(), entities: new Pace() }, settleCost: 0, accepted: false, moves: new Moves() };
    this.entries.set(document.uri, entry);
    entry.cancel?.();
    entry.cancel = soon(entry.pace.outline.wait, () => void this.run(entry));
  }

  /**
   * From now on reports are answered for with these entries. What was read of the open ones is read no second time, and their entities are
   * found again only when somebody asks: a long report that nobody looks at costs nothing.
   */
  useDictionary(dictionary: readonly DictionaryEntry[]): void {
    this.dictionary = dictionary;
    this.nameIssuers = issuerNaming(dictionary);
    for (const entry of this.entries.values()) {
      const { entities } = entry, isCurrent = entry.read?.version === entry.document.version;
      delete entry.outline;
      delete entry.entities;
      delete entry.reader;
      if (entities) entry.before = entities;
      if (!isCurrent) continue; // its turn is still to come
      const view = this.outlineOf(entry);
      this.announce(view, 'outline');
      if (entities) this.announce(view, 'entities');
    }
  }

  closed(uri: string): void {
    const entry = this.entries.get(uri);
    entry?.cancel?.();
    clearTimeout(entry?.settling);
    entry?.begun?.end();
    this.entries.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.entries.keys()]) this.closed(uri);
  }

  /** Waits until what is left to read of a document is soon read: the first outline of a long one is read in slices, between which others are answered. */
  async ready(uri: string): Promise<void> {
    const entry = this.entries.get(uri);
    if (entry && this.isReport(entry)) await this.readFirst(entry);
  }

  /** The outline of the document as it is now, or nothing for a document that is not open or no report. */
  outline(uri: string): OutlineView | undefined {
    const entry = this.entries.get(uri);
    return entry && this.isReport(entry) ? this.outlineOf(entry) : undefined;
  }

  /** The same with entities; waits for the lexicon to be loaded. */
  async entities(uri: string): Promise<EntityView | undefined> {
    await this.ready(uri);
    if (!this.outline(uri)) return undefined;
    const resources = await this.host.lexicon(), opened = this.entries.get(uri);
    if (opened) await this.prepare(opened, resources);
    const entry = this.entries.get(uri);
    return entry && this.isReport(entry) ? this.entitiesOf(entry, resources) : undefined;
  }

  /** Is this the document as it is? Otherwise it was edited or closed. */
  isCurrent({ uri, document, version }: OutlineView): boolean { return document.version === version && this.entries.get(uri)?.document === document; }

  /** The entities as they were last read, perhaps of an older version: there at once, also while somebody types. */
  lastEntities(uri: string): EntityView | undefined {
    const entry = this.entries.get(uri);
    return entry?.entities ?? entry?.before;
  }

  /** How places of an open document moved from one version that was read to the next. */
  moves(uri: string): Moves { return this.entries.get(uri)?.moves ?? new Moves(); }

  /** Entries of the user's dictionaries. */
  get dictionaryEntries(): readonly DictionaryEntry[] { return this.dictionary; }

  /** All open reports with their entities. */
  async allEntities(): Promise<EntityView[]> {
    return (await Promise.all([...this.entries.keys()].map((uri) => this.entities(uri)))).filter((view) => view !== undefined);
  }

  private async run(entry: Entry): Promise<void> {
    const { version } = entry.document;
    try {
      if (!this.isReport(entry)) return;
      if (isLongAndNew(entry)) {
        await this.readFirst(entry);
        // an edit in the meantime has its own turn, a closed document none
        if (this.entries.get(entry.document.uri) !== entry || entry.document.version !== version) return;
      }
      this.announce(this.outlineOf(entry), 'outline');
    } catch (error) {
      return this.failed(error, entry);
    }
    const { wait } = entry.pace.entities, next = (): void => void this.runEntities(entry).catch((error: unknown) => this.failed(error, entry));
    if (wait > 0) entry.cancel = soon(wait, next);
    else next();
  }

  private async runEntities(entry: Entry): Promise<void> {
    const version = entry.document.version;
    const resources = await this.host.lexicon();
    await this.prepare(entry, resources);
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

  /** Reads a long text for the first time, all of it also if it is edited meanwhile: what it was then is read again by the edit. */
  private async readFirst(entry: Entry): Promise<void> {
    if (!isLongAndNew(entry)) return;
    const { uri } = entry.document;
    entry.first ??= inSlices(this.firstSteps(entry), () => this.entries.get(uri) === entry && !entry.read).finally(() => { delete entry.first; });
    await entry.first;
  }

  private *firstSteps(entry: Entry): Generator<void, void> {
    const { version, lineCount, content } = entry.document, begin = (text: SourceText): void => { this.begin(entry, text).catch((error: unknown) => { this.failed(error, entry); }); };
    const reading = yield* readReportInSteps(content, begin);
    entry.read ??= { version, reading, text: reading.text, lineCount };
  }

  /** Lets the sentences of a long text be read on another thread while its outline is made. */
  private async begin(entry: Entry, text: SourceText): Promise<void> {
    const resources = await this.host.lexicon(), isOpen = (): boolean => this.entries.get(entry.document.uri) === entry;
    if (isOpen()) await inSlices((entry.begun = this.readerOf(entry, resources)).begin(text), isOpen);
  }

  private read(entry: Entry): Reading {
    const { document, read: before } = entry, { version, lineCount } = document;
    if (!entry.read || entry.read.version !== version) {
      const given = document.content, reading = entry.pace.outline.run(() => (before ? before.reading.edited(given) : readReport(given)));
      entry.read = { version, reading, text: reading.text, lineCount };
      if (before) entry.moves.add(before.version, moveBetween(before, entry.read, document));
    }
    const { reading } = entry.read;
    return this.dictionary.length === 0 ? reading : reading.withNodes(this.nameIssuers);
  }

  /** Finds the entities of a text of which much is new, in slices between which others are answered; ends when it is edited. Whoever asks meanwhile waits for the same. */
  private async prepare(entry: Entry, resources: EngineResources): Promise<void> {
    const { document } = entry, { version } = document;
    if (entry.entities?.version === version) return;
    if (entry.preparing?.version !== version) {
      const { reading } = this.outlineOf(entry), reader = this.readerOf(entry, resources);
      // the entities of a damaged text are all copied
      if (reader.newIn(reading.text) < MANY && (reading.text.isSound || reading.text.given.length < LONG)) return;
      const read = inSlices(reading.entitiesInSteps(reader), () => document.version === version && this.entries.get(document.uri) === entry);
      // a dictionary that changed meanwhile has made another reader
      entry.preparing = { version, done: read.then((found) => { if (found && entry.reader?.reader === reader && entry.entities?.version !== version) this.keep(entry, reading, found); }) };
    }
    await entry.preparing.done;
  }

  private readerOf(entry: Entry, resources: EngineResources): EntitiesReader {
    if (entry.reader?.resources !== resources) entry.reader = { resources, reader: new EntitiesReader({ ...resources, dictionary: this.dictionary }) };
    return entry.reader.reader;
  }

  private entitiesOf(entry: Entry, resources: EngineResources): EntityView {
    if (entry.entities?.version !== entry.document.version) {
      const { reading } = this.outlineOf(entry), reader = this.readerOf(entry, resources);
      return this.keep(entry, reading, entry.pace.entities.run(() => reading.entities(reader)));
    }
    return entry.entities;
  }

  private keep(entry: Entry, reading: Reading, found: ReportEntities): EntityView {
    const view = entry.entities = new EntityView(entry.document, reading, found);
    delete entry.before;
    this.settle(entry, view);
    return view;
  }

  /** Tells of entities after a pause, so that a long report does not stall while somebody types; not at all if there is an edit by then. */
  private settle(entry: Entry, view: EntityView): void {
    clearTimeout(entry.settling);
    entry.settling = setTimeout(() => { this.tellSettled(entry, view).catch((error: unknown) => { this.failed(error, entry); }); }, Math.min(SETTLE_MS.most, Math.max(SETTLE_MS.least, 2 * entry.settleCost)));
  }

  private async tellSettled(entry: Entry, view: EntityView): Promise<void> {
    const from = performance.now(), isWanted = (): boolean => entry.entities === view && this.isCurrent(view), slips = await fromNowInSlices(view.slipsInSteps(), isWanted);
    entry.settleCost = performance.now() - from;
    if (!slips) return;
    this.host.settled(view);
    if (entry.reader) await inSlices(entry.reader.reader.prepareForEdits(), isWanted);
  }
}

/** Is it a long text that was not read yet? */
const isLongAndNew = ({ read, document }: Entry): boolean => !read && document.content.length >= LONG;
