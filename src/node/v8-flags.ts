import { setFlagsFromString } from 'node:v8';

// To be imported before all else; a V8 that does not know a flag goes on.

// V8 interprets a pattern the first time it is run and compiles it the second time. Nearly all of ours are run for every sentence, so the first
// report waits less where they are compiled at once.
setFlagsFromString('--no-regexp-tier-up');

// V8 notes which places in the code made objects that lived on, and makes those of them old ones from then on. While a long report is read nearly all
// live on, and after it nearly none does: the old ones would then keep all that they point to alive, and reports that nobody holds any more would
// be copied by each collection of young objects, until the next one of all.
setFlagsFromString('--no-allocation-site-pretenuring');
