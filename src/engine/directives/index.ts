import type { OutlineNode } from '../analysis';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { assignIds } from './ids';
import { DirectiveReader } from './reader';
import { SettingReader } from './setting';
import { Visits } from './visits';

export { DIRECTIVE_RULES } from './rules';

/** Finds the requirements of a text, version after version: what an edit does not touch is not read again. */
export class DirectivesReader {
  readonly #settings = new SettingReader();
  readonly #visits = new Visits();

  /**
   * Adds requirements to the structure: the finished outline, spans in repaired offsets. Never throws.
   * Nodes that did not change are the same objects as before; their spans move with the text.
   */
  read(text: SourceText, structure: Structure): readonly OutlineNode[] {
    this.#visits.advance(text);
    const outline = new DirectiveReader(text, structure, this.#settings.read(text, structure), this.#visits).read();
    assignIds(outline);
    return outline;
  }
}
