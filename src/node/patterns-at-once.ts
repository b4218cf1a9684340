import { setFlagsFromString } from 'node:v8';

// V8 interprets a pattern the first time it is run and compiles it the second time. Nearly all of ours are run for every sentence, so the first
// report waits less where they are compiled at once. To be imported before the modules that make patterns; a V8 that does not know the flag goes on.
setFlagsFromString('--no-regexp-tier-up');
