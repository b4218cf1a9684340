export { directiveRows, directiveRowsInSteps, requirementsInSteps, type DirectiveRow, type Locate, type Requirement } from './rows';
export { csvTable, escapeMarkdown, issuerName, markdownTable, toCsv, toCsvInSteps, toJson, toJsonInSteps, toMarkdown, toMarkdownInSteps, type LedgerWords } from './formats';
export { outlineToMarkdown, outlineToMarkdownInSteps, partiesOf, titleOf } from './outline-markdown';
export { shorten, squash } from './line';
