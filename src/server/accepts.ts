import { readsLikeReport } from '../engine/detector';
import type { ReportDocument } from './report-document';

/** Characters that the test for a report looks at. */
const HEAD = 8192;

/** Plain text goes by `plaintext` in VS Code and by `text` in Vim and others. */
const PLAIN: ReadonlySet<string> = new Set(['plaintext', 'text', 'txt', '']);

/** Is a document to be read as a report: one the client chose, one that says so by its language, or plain text that reads like one. */
export function acceptsDocument(document: ReportDocument, trustClient: boolean): boolean {
  if (trustClient || document.languageId === 'report') return true;
  return PLAIN.has(document.languageId) && readsLikeReport(document.content.slice(0, HEAD)).isReport;
}
