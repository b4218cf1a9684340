import { readOutline } from '../engine/outline';
import { readText } from '../engine/text';

// A file of its own, which the thread loads when it is first asked for an outline: sentences need neither the tables of the repair nor the rules of structure.

/** The outline of a text as JSON. */
export const outlineAsJson = (given: string): string => JSON.stringify(readOutline(readText(given)));
