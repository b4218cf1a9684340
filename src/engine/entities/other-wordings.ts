import type { Entity } from '../analysis';
import { fold } from '../text/fold';

/** Wordings of an entity in its text beside its name, each once: what differs only in script or in the kind of its marks is no other wording. */
export function otherWordings({ name, mentions }: Pick<Entity, 'name' | 'mentions'>): string[] {
  if (mentions.every((m) => m.text === name)) return [];
  const byKey = new Map<string, string>();
  for (const text of new Set(mentions.map((m) => m.text))) { const key = keyOf(text); if (!byKey.has(key)) byKey.set(key, text); }
  byKey.delete(keyOf(name));
  return [...byKey.values()];
}

const keyOf = (wording: string): string => fold(wording).replace(/\s+/gu, '');
