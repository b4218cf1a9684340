/** What reads and writes dictionary files. This module brings a parser along: import it when there is a dictionary. */
export { addEntry, isInSchema, parseDictionary, problemText } from '../../dictionary';
