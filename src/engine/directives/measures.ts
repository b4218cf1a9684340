/** A part of a directive in parallel wording; offsets into the text given. */
export interface Part { start: number; end: number }

interface Segment extends Part { opener: string }

/**
 * Parts in parallel wording: separated by ； with openers of one build (「打造大平台，…；打开大通道，…」「从…出发，…；从…考量，…」), or
 * sentences with subjects of one kind (「教育部门要…。财政部门要…。」). `closed` says that the part begins after a heading sentence.
 */
export function parallelParts(text: string, from: number, closed: boolean): Part[] {
  const bySemicolon = semicolonParts(text, from, closed);
  return bySemicolon.length > 0 ? bySemicolon : sentenceParts(text, from);
}

function segmentsOf(text: string, from: number, to: number, stops: RegExp): Segment[] {
  const out: Segment[] = [];
  let at = from;
  for (const part of text.slice(from, to).split(stops)) {
    if (part.trim() !== '') out.push({ start: at, end: at + part.length, opener: openerOf(part) });
    at += part.length;
  }
  return out;
}

const openerOf = (part: string): string => (/^[^，：；。]*/u.exec(part.replace(/^要(?=[从在把以对])/u, '').replace(/^同时，/u, ''))?.[0] ?? '');

function semicolonParts(text: string, from: number, closed: boolean): Part[] {
  for (const sentence of segmentsOf(text, from, text.length, /(?<=[。！？])/u)) {
    const segments = segmentsOf(text, sentence.start, sentence.end, /(?<=；)/u);
    if (segments.length < 2 || segments.some((s) => s.end - s.start < 6)) continue;
    const rest = segments.slice(1), first = matchingClause(text, segments[0]!, rest[0]!);
    const similar = rest.every((s, i) => i === 0 || alike(rest[i - 1]!.opener, s.opener));
    if (first && first.start > segments[0]!.start && rest.length < 2) continue;
    if (first && similar && (rest.length > 1 || strongly(first.opener, rest[0]!.opener))) return [first, ...rest];
    if (closed && segments.length >= 3 && segments.every((s) => s.opener.length === segments[0]!.opener.length && s.opener.length <= 10 && s.opener.length >= 4 && text.slice(s.start, s.end).split('，').length >= 3) && sentence.end >= text.length - 1) return segments;
  }
  return [];
}

/** The clause of the first segment that the other openers echo: the whole segment, or its last clause that is like them. */
function matchingClause(text: string, segment: Segment, next: Segment): Segment | undefined {
  if (alike(segment.opener, next.opener)) return segment;
  let at = segment.start, found: Segment | undefined;
  for (const clause of text.slice(segment.start, segment.end).split(/(?<=，)/u)) {
    const opener = openerOf(clause);
    if (at > segment.start && opener.length >= 4 && strongly(opener, next.opener)) found = { start: at, end: segment.end, opener };
    at += clause.length;
  }
  return found;
}

const common = (a: string, b: string): number => { let n = 0; while (n < a.length && n < b.length && a[n] === b[n]) n++; return n; };
const samePlaces = (a: string, b: string): number => Array.from(a).filter((c, i) => c === b[i]).length;
const conditional = (s: string): boolean => /的$/u.test(s) && s.length >= 5;

/** Two openers of one build. */
function alike(a: string, b: string): boolean {
  if (a.length < 3 || b.length < 3) return false;
  if (common(a, b) >= 1 && /^[从在对于以向把]/u.test(a) || common(a, b) >= 2) return true;
  if (conditional(a) && conditional(b)) return true;
  return a.length === b.length && a.length <= 10 && samePlaces(a, b) >= 1;
}

function strongly(a: string, b: string): boolean {
  return common(a, b) >= 2 || a.length === b.length && samePlaces(a, b) >= 2 || conditional(a) && conditional(b) || /^[从在对于]/u.test(a) && a[0] === b[0];
}

/** Neighbouring sentences of one build: same kind of subject before 要 (three at least), or openers of equal length (two, or three under 要). */
function sentenceParts(text: string, from: number): Part[] {
  const segments = segmentsOf(text, from, text.length, /(?<=[。！？])/u);
  return longestRun(segments, (a, b) => subjectKey(a) !== '' && (common(a, b) > 0 || /部门|单位|机关|组织|企业|党委|政府/u.test(subjectKey(a))) && (subjectKey(a) === subjectKey(b) || b.slice(0, 14).includes(subjectKey(a))), 3)
    ?? longestRun(segments, (a, b) => /^要/u.test(a) && /^要/u.test(b) && openerOf(a).length === openerOf(b).length && openerOf(a).length <= 12, 3)
    ?? longestRun(segments, (a, b) => openerOf(a).length >= 6 && openerOf(a).length <= 10 && openerOf(a).length === openerOf(b).length && a.includes('，') && samePlaces(openerOf(a), openerOf(b)) >= 2, 2, segments.length)
    ?? [];

  function longestRun(parts: readonly Segment[], same: (a: string, b: string) => boolean, least: number, exact?: number): Part[] | undefined {
    for (let i = 0; i < parts.length; i++) {
      let j = i;
      while (j + 1 < parts.length && same(textOf(parts[j]!), textOf(parts[j + 1]!))) j++;
      if (j - i + 1 >= least && (exact === undefined || j - i + 1 === exact)) return parts.slice(i, j + 1);
    }
    return undefined;
  }
  function textOf(s: Segment): string { return text.slice(s.start, s.end); }
}

/** The last two characters of the subject before 要: 部门, 活动. */
function subjectKey(sentence: string): string {
  return /^[^，。；]{2,14}?([一-龥]{2})要(?!求)/u.exec(sentence)?.[1] ?? '';
}
