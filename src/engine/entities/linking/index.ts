import type { Entity, Mention } from '../../analysis';
import type { EngineResources } from '../../resources';
import type { Structure } from '../../structure';
import type { SourceText } from '../../text';
import { readFacts } from '../facts';
import { readTitles } from '../facts/titles';
import { placesOf } from '../gazetteers/places';
import { termsOf } from '../gazetteers/terms';
import type { RawMention } from '../raw-mention';
import { FormSets, readForms, type Form } from './forms';
import { pairIntroduced } from './introduced';
import { pairBodies } from './organization';
import { pairPersons, pairSpellings, resolveSurnames } from './person';
import { pairPlaces } from './place';
import { RegionReader } from './regions';
import { pairDocuments, pairTerms } from './titled';

/**
 * Makes entities of mentions (sorted, none overlapping): mentions of one person, body, place, document or term are one entity, named by the
 * fullest form in the text; a time, quantity or title is one with those of its own wording. Spans in repaired offsets. Never throws.
 */
export function linkMentions(mentions: readonly RawMention[], text: SourceText, _structure: Structure, resources: EngineResources): Entity[] {
  const forms = readForms(mentions, text), sets = new FormSets(forms.length), titles = readTitles(mentions, text.folded), places = placesOf(resources.places);
  const of = (type: Form['type']): Form[] => forms.filter((f) => f.type === type);
  const regions = new RegionReader(of('LOC').map((f) => f.key), places);
  const pairs = [
    ...pairPersons(of('PER')), ...pairSpellings(of('PER')), ...pairBodies(of('ORG'), mentions, regions), ...pairPlaces(of('LOC'), mentions, regions),
    ...pairTerms(of('TERM')), ...pairDocuments(of('DOC'), mentions), ...pairIntroduced(forms, mentions, text.folded),
  ];
  for (const [short, full] of pairs) sets.join(short.index, full.index);
  const surnames = resolveSurnames(of('PER'), mentions, titles);
  const groups = new Map<number, { forms: Set<Form>; mentions: number[] }>();
  for (const form of forms) for (const i of form.mentions) {
    const meant = surnames.get(i) ?? form, root = sets.root(meant.index), group = groups.get(root) ?? { forms: new Set(), mentions: [] };
    group.forms.add(form);
    group.mentions.push(i);
    groups.set(root, group);
  }
  const linked = [...groups.values()].map((g) => ({ name: canonical([...g.forms]), mentions: g.mentions.sort((a, b) => a - b) })).sort((a, b) => a.mentions[0]! - b.mentions[0]!);
  return readFacts(withIds(linked, mentions, text), { text, mentions, places, terms: termsOf(resources.terms), titles });
}

/** The fullest form; of equally long ones the commonest, then the first. */
function canonical(forms: readonly Form[]): string {
  const better = (a: Form, b: Form): Form => (b.display.length - a.display.length || b.mentions.length - a.mentions.length || a.first - b.first) > 0 ? b : a;
  return forms.reduce(better).display;
}

/** Ids are made of type and name, so that they outlive edits elsewhere; two entities of one name are numbered. */
function withIds(groups: readonly { name: string; mentions: number[] }[], mentions: readonly RawMention[], text: SourceText): Entity[] {
  const used = new Map<string, number>();
  return groups.map(({ name, mentions: indices }) => {
    const { type } = mentions[indices[0]!]!, base = `${type}:${name}`, n = (used.get(base) ?? 0) + 1;
    used.set(base, n);
    const found = indices.map((i): Mention => { const { start, end, rule } = mentions[i]!; return { start, end, text: text.repaired.slice(start, end), rule }; });
    return { id: n === 1 ? base : `${base}#${n}`, type, name, facts: {}, mentions: found };
  });
}
