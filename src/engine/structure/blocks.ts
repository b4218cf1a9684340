import { perParagraph, type Paragraph } from '../text';
import { markerOf, readMarker } from './markers';

/** What a paragraph is in the document, before any outline is made of it. */
export type Role =
  | 'title' | 'subtitle' | 'mark' | 'byline' | 'docNumber' | 'addressee' | 'greeting' | 'caption' | 'lead' | 'date' | 'signature' | 'note' | 'heading' | 'attached' | 'body';

const MARK = /^(?:来源|出处|原标题|编辑|责任编辑|责编|作者|时间|日期|发布时间|发布日期|浏览|点击|字号|字体|打印|关闭|分享|文号|索引号|关键词|摘要|标签|栏目|通讯员|记者|供稿|审核|校对|图片|摄影|信息来源)[：:\s]|^[[（(【]?(?:字号|打印|关闭|返回|分享到)|^首页\s*[>»›]|^当前位置|^(?:上|下)一篇|^[-=*_#]{3,}$|^[（(][^（）()]{1,16}[）)]$/u;
const DATELINE = /^(?:.{0,12}(?:新华社|新华网|中新社|中新网|人民网|央视网|本报|本网|人民日报|本台)[^。]{0,40}?(?:电|讯|消息|报道)|(?:本报|本网|本台)?讯[\s　])|^[^。，]{0,16}消息[（：:(]/u;
export const DOC_NUMBER = /^[一-龥]{2,12}(?:[〔[［（(]\d{4}[〕\]］）)](?:第)?\d{1,5}号|令第?[\d一二三四五六七八九十百]+号)$|^第[\d一二三四五六七八九十百〇]+号$/u;
const DATE = /^[〇零一二三四五六七八九十\d]{4}年[〇零一二三四五六七八九十\d]{1,3}月[〇零一二三四五六七八九十\d]{1,3}日$/u;
const DATE_IN_BRACKETS = /^[（(].{0,40}(?:年|月|日|通过|公布|修订|讲话)[^（）()]{0,20}[）)]$/u;
const GREETING = /^(?:同志们|同志们、朋友们|朋友们|各位代表|各位委员|各位同事|各位来宾|各位嘉宾|女士们|先生们|尊敬的|亲爱的|各位)[^。；]{0,60}[：:！!，,]?$/u;
export const CAPTION = /(?:[（(]?[^。（）()]{0,24}\s?摄[）)]?|(?:资料图片|图片来源|供图)[）)]?)$|^[（(]?图[为：]|^▲/u;
export const SIGNER = /(?:政府|委员会|办公厅|办公室|国务院|党委|省委|市委|区委|县委|党组|[部委厅局署院会])$/u;
/** Who speaks or signs, under the title: 「市长 某某」「某 某」. */
const BYLINE = /(?:书记|长|主任|主席|总理|委员|代表|教授)\s+[一-龥][一-龥\s]{1,4}$|^[一-龥]\s?[一-龥]{1,3}$/u;
const NOTES = /^(?:注释|注|附注|附录|附件|附表|附：|附件[：:\d一二三])/u;
/** A whole line in brackets: 「（此件公开发布）」, not 「（一）…（责任单位：…）」. */
export const NOTE = /^[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?[）)]$/u;
const END = /[。！？；…!?;][”’」』）)]*$/u;

/** A title that needs no more words. */
const COMPLETE = /(?:报告|总结|通知|意见|方案|决定|办法|条例|规定|纪要|讲话|公报|计划)(?:[（(][^（）()]*[）)])?$/u;
/** A heading that names a part of a report or plan: 「2026年重点任务」. */
export const isTopicHeading = (line: string): boolean => line.length <= 24 && /^[^，。；：]+(?:回顾|任务|要求|安排|情况|打算|目标|措施|成效|问题|重点工作|主要工作|自身建设)$/u.test(line);

const TITLE_MAX = 80, HEADING_MAX = 34;
const endsOpen = (line: string): boolean => !/[。；，：！？、;,:?!][”’」』]*$/u.test(line);

/** The roles of the lines before the first body paragraph, and where that is. The roles may go on with what that paragraph is unless a rule of the rest tells otherwise. */
export interface Head { readonly roles: readonly Role[]; readonly bodyFrom: number }

export function readHead(paragraphs: readonly Paragraph[]): Head {
  const roles: Role[] = [], end = (bodyFrom: number): Head => ({ roles, bodyFrom });
  let titled = false;
  for (let i = 0; i < paragraphs.length; i++) {
    const line = paragraphs[i]!.folded;
    if (GREETING.test(line) && line.length < 60 && titled) roles.push('greeting');
    else if (DOC_NUMBER.test(line)) roles.push('docNumber');
    else if (DATE.test(line) || DATE_IN_BRACKETS.test(line)) roles.push('date');
    else if (MARK.test(line)) roles.push('mark');
    else if (!titled && isTitle(line)) { roles.push('title'); titled = true; }
    else if (titled && /[：:]$/u.test(line) && i < 8 && line.length < 200 && !readMarker(line) && !/如下[：:]$/u.test(line)) roles.push('addressee');
    else if (isCaption(paragraphs, i, roles.at(-1))) roles.push('caption');
    else if (titled && isTopicHeading(line) && COMPLETE.test(paragraphs[i - 1]!.folded)) return end(i);
    else if (titled && i < 10 && line.length <= 60 && endsOpen(line) && !readMarkerOfBody(line) && !DATELINE.test(line)) roles.push(i <= 3 && !BYLINE.test(line) ? 'subtitle' : 'byline');
    else if (!titled && DATELINE.test(line) && line.length < 60 && !END.test(line)) { roles.push('mark'); titled = true; }
    else return end(i);
    if (!titled && i > 6) return end(i);
  }
  return end(paragraphs.length);
}

/** A dash line under the title is a sub-title (「——在…会议上」), every other marker opens the body. */
function readMarkerOfBody(line: string): boolean {
  const marker = readMarker(line);
  return marker !== undefined && marker.family.name !== 'marker.dash';
}

export function isTitle(line: string): boolean {
  if (DATELINE.test(line) || CAPTION.test(line) || readMarkerOfBody(line)) return false;
  if (titleBeforeNumber(line) !== undefined) return true;
  return line.length >= 4 && line.length <= TITLE_MAX && endsOpen(line) && !/。/u.test(line) && !GREETING.test(line);
}

/** Where title, number and addressee run together on one line: the length of the title. */
export function titleBeforeNumber(line: string): number | undefined {
  const m = /^[^。；！？]{6,90}?(?:通知|意见|决定|通告|公告|办法|规定|方案|批复|通报|函|条例|细则)(?=[一-龥]{1,8}[〔[［]\d{4}[〕\]］]\d{1,4}号)/u.exec(line);
  return m?.[0].length;
}

/** Captions stand before the lead: a credit, or a line whose sentence the next paragraphs repeat. `before` is the role of the line before. */
function isCaption(paragraphs: readonly Paragraph[], i: number, before: Role | undefined): boolean {
  const line = paragraphs[i]!.folded;
  if (i > 6 || line.length > 200) return false;
  if (CAPTION.test(line)) return true;
  const next = paragraphs.slice(i + 1, i + 5).map((p) => p.folded);
  const opening = line.slice(0, 14);
  return line.length < 120 && opening.length >= 10 && next.some((n) => n.length > line.length && n.indexOf(opening) >= 0 && n.indexOf(opening) < 30)
    || line.length < 60 && next.some((n) => n.length > 150 && n.slice(0, 300).includes(line.slice(0, 16)))
    || (before === 'caption' && line.length < 45 && !DATELINE.test(next[0] ?? '') && line.endsWith('。') && (next[0]?.length ?? 0) > line.length && next.some((n) => n.includes(line.slice(-12, -1))));
}

/** What a line is by its characters alone, as far as the body of a document asks. */
interface Looks {
  /** a rule across the page */
  readonly ruled: boolean;
  readonly notes: boolean;
  readonly date: boolean;
  readonly docNumber: boolean;
  readonly mark: boolean;
  readonly signer: boolean;
  readonly greeting: boolean;
  readonly note: boolean;
  /** can it be a heading, if the lines around allow it? */
  readonly headable: boolean;
}

/** No line of any of these looks is longer; what is longer is text, or a note in brackets. */
const LONGEST_LOOK = 120;
const TEXT: Looks = { ruled: false, notes: false, date: false, docNumber: false, mark: false, signer: false, greeting: false, note: false, headable: false };

const looksOf = perParagraph(({ folded: line }): Looks => {
  const note = NOTE.test(line) || /^[;；]?\*/u.test(line), mark = MARK.test(line);
  if (line.length > LONGEST_LOOK) return note || mark ? { ...TEXT, note, mark } : TEXT;
  return {
    ruled: /^-{3,}$/u.test(line), notes: line.length < 30 && NOTES.test(line), date: DATE.test(line), docNumber: DOC_NUMBER.test(line), mark,
    signer: line.length < 40 && SIGNER.test(line) && endsOpen(line), greeting: line.length <= 20 && GREETING.test(line) && /[：！]$/u.test(line) && !/让我们|希望|祝|谢/u.test(line),
    note, headable: looksLikeHeading(line),
  };
});

/** What stands behind the rest of a document: notes that its readers are told, not what it says. */
export const opensNotes = (paragraph: Paragraph, isLate: boolean): boolean => {
  const { ruled, notes } = looksOf(paragraph);
  return ruled && isLate || notes && paragraph.folded.startsWith('注');
};

/** May the notes begin with this paragraph? */
export const mayOpenNotes = (paragraph: Paragraph): boolean => opensNotes(paragraph, true);

/** The title of a document, and 《…》 in it: the names of what a notice passes on. */
export interface Titles { readonly title: string; readonly quoted: readonly string[] }

/** What the titles of a head are. */
export function readTitles({ roles }: Head, paragraphs: readonly Paragraph[]): Titles {
  const title = roles.indexOf('title'), all = roles.map((role, i) => (role === 'title' || role === 'subtitle' ? paragraphs[i]!.folded : '')).join('');
  return { title: title < 0 ? '' : paragraphs[title]!.folded, quoted: [...all.matchAll(/《([^《》]{4,60})》/gu)].map((m) => m[1]!) };
}

/**
 * The role of a paragraph behind the head and before the notes.
 * @param next the paragraph behind it
 * @param first is it the first behind the head? its role is `known` then, if no rule tells another
 */
export function roleInBody(paragraph: Paragraph, next: Paragraph | undefined, { title, quoted }: Titles, first: boolean, known: Role = 'body'): Role {
  const looks = looksOf(paragraph), line = paragraph.folded;
  if (looks.notes) return 'note';
  if (looks.date) return 'date';
  if (looks.docNumber) return 'docNumber';
  if (quoted.length > 0 && !first && isAttached(line, quoted)) return 'attached';
  if (looks.mark) return 'mark';
  if (looks.signer && next && looksOf(next).date) return 'signature';
  if (looks.greeting) return 'greeting';
  if (looks.note) return 'note';
  if (looks.headable && next && line !== title && allowsHeading(line, next.folded, markerOf(next) !== undefined)) return 'heading';
  return known;
}

/** Where the title of an attachment begins in its line: after a bracketed mark glued to it (「（此件公开发布）某办法」). */
export function attachedFrom(line: string): number { return /^[（(][^（）()]{2,16}[）)]/u.exec(line)?.[0].length ?? 0; }

export function isAttached(line: string, quoted: readonly string[]): boolean {
  const plain = line.slice(attachedFrom(line)).replace(/[（(][^（）()]*[）)]$/u, '');
  return quoted.some((q) => q === plain || q.endsWith(plain) && plain.length >= FEWEST_OF_TITLE);
}

/** The words, one of which stands in every line whose role may be another one under other titles; none where the titles are the same. */
export function neededFor(before: Titles, now: Titles): readonly string[] {
  const isSame = before.quoted.join('》') === now.quoted.join('》'), quoted = isSame ? [] : [...before.quoted, ...now.quoted];
  return [...new Set([...(before.title === now.title ? [] : [before.title, now.title]), ...quoted.map((q) => q.slice(-FEWEST_OF_TITLE))])].filter((words) => words !== '');
}

/** A line is the title of an attachment if it is all of it, or ends it with so many characters at least. */
const FEWEST_OF_TITLE = 7;

/** A heading without a number, alone on its line. */
export function isHeadingLine(line: string, next: string | undefined, title: string): boolean {
  return next !== undefined && line !== title && looksLikeHeading(line) && allowsHeading(line, next, readMarker(next) !== undefined);
}

function looksLikeHeading(line: string): boolean {
  if (line.length < 2 || line.length > HEADING_MAX) return false;
  if (!endsOpen(line) || /[与和及的在、或]$/u.test(line) || /[。，；：]/u.test(line) && !/^[^。；：]{2,16}[，：][^。；：，]{2,18}$/u.test(line)) return false;
  return /[一-龥]{2}/u.test(line) && !readMarker(line) && !DATE.test(line) && !/^[\d\s.]+$/u.test(line) && !/https?:|www\.|\.com/u.test(line);
}

/** Is what follows such as stands under a heading? */
function allowsHeading(line: string, next: string, numbered: boolean): boolean {
  if (SIGNER.test(line) && /\d{4}年|主送|抄送/u.test(next)) return false;
  return isTopicHeading(line) || next.length > line.length + 6 || numbered || next.length > 12 && !endsOpen(next);
}
