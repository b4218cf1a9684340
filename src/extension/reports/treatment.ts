/** What is known of a document when it must be decided whether it is treated as a report. */
export interface Evidence {
  languageId: string;
  /** what the user said of this file, if anything */
  overrule?: boolean | undefined;
  /** whether its head reads like a report */
  readsLikeReport: () => boolean;
}

/** Languages whose documents can be reports. */
export const REPORT_LANGUAGES: readonly string[] = ['plaintext', 'report'];

/** UTF-16 code units at the start of a text that the cheap test reads. */
export const HEAD_LENGTH = 8192;

/**
 * Whether a document is treated as a report: the user's word wins, then the language `report`, then the cheap test of plain text.
 */
export function isTreatedAsReport({ languageId, overrule, readsLikeReport }: Evidence): boolean {
  if (!REPORT_LANGUAGES.includes(languageId)) return false;
  if (overrule !== undefined) return overrule;
  return languageId === 'report' || readsLikeReport();
}
