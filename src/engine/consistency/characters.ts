import { soundsOf } from '../lexicon/readings';
import { lookAlikeGroups } from './look-alikes';
import type { ConsistencyRow } from './row';

/** What stays of a reading where one does not tell flat from curled, front from back and n from l: zhang and zan. */
const blurred = (sound: string): string => sound.replace(/^([zcs])h/u, '$1').replace(/^n/u, 'l').replace(/ng$/u, 'n');

const known = new Map<string, readonly string[]>();

function blurredSoundsOf(character: string): readonly string[] {
  let sounds = known.get(character);
  if (!sounds) known.set(character, sounds = soundsOf(character).map(blurred));
  return sounds;
}

const share = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((x) => b.includes(x));

/** How two characters come to be taken for one another, the surest first. */
export const CHARACTER_ROWS: readonly ConsistencyRow[] = [
  { name: 'spelling.sound', example: ['晖', '辉'], counter: ['晖', '阳'], holds: ([a, b]) => share(soundsOf(a), soundsOf(b)) },
  { name: 'spelling.shape', example: ['泽', '译'], counter: ['泽', '河'], holds: ([a, b]) => share(lookAlikeGroups(a), lookAlikeGroups(b)) },
  { name: 'spelling.nearSound', example: ['林', '凌'], counter: ['林', '楠'], holds: ([a, b]) => share(blurredSoundsOf(a), blurredSoundsOf(b)) },
];
