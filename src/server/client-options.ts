import { ENTITY_TYPES } from '../engine/analysis';
import type { DictionaryEntry } from '../engine/resources';
import type { ClientOptions } from '../protocol';

/** The `initializationOptions` of any client; what has not the form of the protocol is left out. */
export function readClientOptions(given: unknown): Partial<ClientOptions> {
  const { locale, trustClient, dictionary } = Object(given) as Record<string, unknown>;
  return {
    ...(typeof locale === 'string' && { locale }), ...(typeof trustClient === 'boolean' && { trustClient }),
    ...(Array.isArray(dictionary) && { dictionary: readEntries(dictionary) }),
  };
}

/** The entries of a dictionary that a client sent. */
export function readEntries(given: unknown): DictionaryEntry[] {
  return Array.isArray(given) ? given.filter(isEntry) : [];
}

function isEntry(value: unknown): value is DictionaryEntry {
  const { type, name, aliases, note, source } = Object(value) as Record<string, unknown>;
  return ENTITY_TYPES.some((known) => known === type) && typeof name === 'string' && Array.isArray(aliases) && aliases.every((alias) => typeof alias === 'string')
    && (note === undefined || typeof note === 'string') && typeof source === 'string';
}
