export { addEntry, type NewEntry } from './edit';
export { DICTIONARY_FILE, EMPTY_DICTIONARY, LIMITS, TYPE_WORDS, typeOfWord } from './format';
export { parseDictionary, type ParsedDictionary, type Problem } from './parse';
export { isInSchema, problemText } from './problem-text';
