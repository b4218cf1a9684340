/** What the cheap test found: does the text read like a report, and how sure is that (0…1). */
export interface Detection { isReport: boolean; confidence: number }

/**
 * Cheap test on the first kilobytes of a text, damaged or not, simplified or traditional. No dictionary, under 5 ms.
 */
export function readsLikeReport(head: string): Detection {
  const cues = head.match(/[强強][调調]|指出|要求|通知|(?:会|會)[议議]/gu)?.length ?? 0;
  return { isReport: cues > 1, confidence: Math.min(1, cues / 5) };
}
