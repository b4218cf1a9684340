import type { OutlineNode } from '../analysis';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { DirectiveReader } from './reader';
import { SettingReader } from './setting';

export { DIRECTIVE_RULES } from './rules';

/** Adds requirements to the structure: the finished outline, spans in repaired offsets. Never throws. */
export function readDirectives(text: SourceText, structure: Structure): OutlineNode[] {
  return new DirectiveReader(text, structure, new SettingReader().read(text, structure)).read();
}
