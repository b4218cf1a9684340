import type { Paragraph } from './paragraph';
import type { SourceText } from './source-text';

/** Paragraphs that went and that came since a version that had these, perhaps in several places, and whether it is one place. */
export function differenceOf(before: readonly Paragraph[], { paragraphs: after, edit }: SourceText): { gone: readonly Paragraph[]; come: readonly Paragraph[]; isOne: boolean } {
  if (edit?.before === before) return { gone: edit.removed, come: edit.added, isOne: true };
  let from = 0, same = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from++;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const old = before.slice(from, before.length - same), now = after.slice(from, after.length - same), nowHas = new Set(now), stays = new Set(old.filter((p) => nowHas.has(p)));
  return { gone: old.filter((p) => !stays.has(p)), come: now.filter((p) => !stays.has(p)), isOne: stays.size === 0 };
}
