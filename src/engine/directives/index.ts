import type { OutlineNode } from '../analysis';
import { toTheEnd } from '../steps';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { Groups } from './groups';
import { Ids } from './ids';
import { DirectiveReader } from './reader';
import { Rows } from './rows';
import { SettingReader } from './setting';
import { Visits } from './visits';

export { DIRECTIVE_RULES } from './rules';

/** Finds the requirements of a text, version after version: what an edit does not touch is not read again. */
export class DirectivesReader {
  readonly #settings = new SettingReader();
  readonly #visits = new Visits();
  readonly #rows = new Rows(this.#visits);
  readonly #groups = new Groups();
  readonly #ids = new Ids();

  /** How many nodes were read in the last version. */
  get effort(): number { return this.#visits.read; }

  /**
   * Adds requirements to the structure: the finished outline, spans in repaired offsets. Never throws.
   * Nodes that did not change are the same objects as before; their spans move with the text.
   */
  read(text: SourceText, structure: Structure): readonly OutlineNode[] { return toTheEnd(this.readInSteps(text, structure)); }

  /** The same in steps. Who does not take them all must not use the reader any more. */
  *readInSteps(text: SourceText, structure: Structure): Generator<void, readonly OutlineNode[]> {
    this.#visits.advance(text);
    const { setting, renamed } = yield* this.#settings.read(text, structure);
    this.#visits.rename(renamed);
    const outline = yield* new DirectiveReader(text, structure, setting, this.#visits, this.#rows, this.#groups).read();
    yield;
    yield* this.#ids.assign(outline);
    return outline;
  }
}
