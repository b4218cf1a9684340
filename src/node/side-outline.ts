import { readOutline } from '../engine/outline';
import { packOutline, type PackedOutline } from '../engine/packed-outline';
import { readText } from '../engine/text';

// A file of its own, which the thread loads when it is first asked for an outline: sentences need neither the tables of the repair nor the rules of structure.

/** The outline of a sound text, to be sent. */
export const readPackedOutline = (given: string): PackedOutline => packOutline(readOutline(readText(given)), given);
