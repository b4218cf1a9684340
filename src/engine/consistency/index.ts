import type { Defect } from '../analysis';
import type { EntitiesOfText } from '../entities';
import type { Places } from '../entities/gazetteers/places';
import type { SourceText } from '../text';
import { placeSlips } from './place-chains';
import { spellingSlips } from './spelling';
import { titleSlips } from './title-changes';
import { weekdaySlips } from './weekdays';

/**
 * Where a text contradicts itself, the calendar or the table of places: one person spelt in two ways, a head who is a deputy elsewhere, a place
 * outside of the parent named with it, a weekday beside the wrong date. In repaired offsets, in text order. Linear in text and mentions; after an
 * edit paragraphs whose findings stayed are not looked at again, only what they tell is put together. In steps. Never throws.
 */
export function* readConsistency(text: SourceText, entities: EntitiesOfText, places: Places | undefined): Generator<void, Defect[]> {
  const findings = { text, entities, places };
  return [...yield* spellingSlips(findings), ...yield* titleSlips(findings), ...yield* placeSlips(findings), ...yield* weekdaySlips(findings)].sort((a, b) => a.start - b.start);
}
