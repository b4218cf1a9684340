import type { Entity } from '../analysis';
import { fold } from '../text/fold';

/** Wordings of an entity in its text beside its name, each once: what differs only in script or in the kind of its marks is no other wording. */
export function otherWordings({ name, mentions }: Pick<Entity, 'name' | 'mentions'>): string[] {
  const key = (wording: string): string => fold(wording).replace(/\s+/gu, ''), byKey = new Map<string, string>();
  for (const text of new Set(mentions.map((m) => m.text))) { const k = key(text); if (!byKey.has(k)) byKey.set(k, text); }
  byKey.delete(key(name));
  return [...byKey.values()];
}
