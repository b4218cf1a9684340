import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { Defect } from '../../engine/analysis';
import type { EntityView, OutlineView } from '../report-view';
import { diagnosticsOf } from './diagnostics';
import { ToldSlips } from './slips';

/** Pause after the last key before problems are told again, in milliseconds: until then the editor moves those that it has with the text. */
const PAUSE_MS = 150;

/** Decides when the problems of a report are told: at once where it was just opened, after a pause while somebody types. */
export class Problems {
  readonly #slips = new ToldSlips();
  readonly #timers = new Map<string, NodeJS.Timeout | undefined>();
  readonly #told = new Map<string, { readonly version: number; readonly problems: string }>();

  /** @param send sends the problems of a report */
  constructor(private readonly send: (problems: PublishDiagnosticsParams) => void) {}

  /** The outline of a version was read. */
  outlined(view: OutlineView): void {
    const isFirst = !this.#timers.has(view.uri);
    clearTimeout(this.#timers.get(view.uri));
    this.#timers.set(view.uri, isFirst ? undefined : setTimeout(() => { if (view.version === view.document.version) this.#tellOutlined(view); }, PAUSE_MS));
    if (isFirst) this.#tellOutlined(view);
  }

  /** The entities of a version were read, and nothing was written since. */
  settled(view: EntityView): void {
    clearTimeout(this.#timers.get(view.uri));
    this.#tell(view, this.#slips.read(view));
  }

  /** The report was closed. */
  forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#told.delete(uri);
    this.#slips.forget(uri);
  }

  dispose(): void { for (const timer of this.#timers.values()) clearTimeout(timer); }

  #tellOutlined(view: OutlineView): void { this.#tell(view, this.#slips.carriedTo(view)); }

  /** Tells the problems of a version. Those that were told of it already are not told again, nor that there are still none. */
  #tell(view: OutlineView, slips: readonly Defect[]): void {
    const { uri, version } = view, diagnostics = diagnosticsOf(view, slips), problems = JSON.stringify(diagnostics), last = this.#told.get(uri);
    if (last?.problems === problems && (last.version === version || diagnostics.length === 0)) return;
    this.#told.set(uri, { version, problems });
    this.send({ uri, version, diagnostics });
  }
}
