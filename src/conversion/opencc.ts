// OpenCC's dictionaries: half of what the server and the command line tool would load, for what few ask for. A bundle of their own, see scripts/build.mjs.
export { Converter as toTraditionalConverter } from 'opencc-js/cn2t';
export { Converter as toSimplifiedConverter } from 'opencc-js/t2cn';
