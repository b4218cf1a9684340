export { directiveRows, requirements, type DirectiveRow, type Locate } from './rows';
export { csvTable, escapeMarkdown, issuerName, markdownTable, toCsv, toJson, toMarkdown, type LedgerWords } from './formats';
export { outlineToMarkdown, partiesOf, titleOf } from './outline-markdown';
export { shorten, squash } from './line';
