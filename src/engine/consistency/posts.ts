import type { ConsistencyRow } from './row';

/** A post that one person holds at a time, as a title names it. */
export interface Post {
  /** whose: 青禾县委, 青禾; empty for the head of a government whose place is not said */
  readonly body: string;
  /** 书记, 县长 */
  readonly head: string;
  readonly isDeputy: boolean;
}

/** Who governs a division: the word itself says of what. */
const GOVERNMENT = /^(.*?)(常务|第一)?(副)?([省市区县州盟旗镇乡]长)$/u;
/** Who heads a body that has to be named, as one person may head several. */
const OFFICE = /^(.{2,}?)(常务|第一)?(副)?(书记|主任|局长|厅长|部长|主席|院长|校长|行长|会长|司长|署长|检察长|秘书长)$/u;

/** Words for a body that do not say which one. */
const NAMELESS = /^(?:党组|党委|党工委|党总支|党支部|支部|纪委|工委|办公室|领导小组|指挥部|组委会|理事会|董事会|委员会|常委会|公司|集团|学院|学校|大学|学会|协会|商会|党组成员|常委)$/u;
/** Before or inside a title: it is of another time, not yet or no longer full. */
const NOT_NOW = /[原前代]$|时任|曾任|历任|现任|拟任|候任|候选|名誉|代理|执行|[兼任]$/u;

/** Reads a title, with the body or place that stands before it; nothing where it is no post of one holder or does not say of what body. */
export function readPost(title: string): Post | undefined {
  const [, before = '', first, deputy, head] = GOVERNMENT.exec(title) ?? OFFICE.exec(title) ?? [];
  if (head === undefined || NOT_NOW.test(before) || (first !== undefined && deputy === undefined)) return undefined;
  const body = GOVERNMENT.test(title) ? placeName(before, head.charAt(0)) : before;
  return NAMELESS.test(body) ? undefined : { body, head, isDeputy: deputy !== undefined };
}

/** 青禾 of 青禾县, 青禾县政府, 青禾县人民政府. */
function placeName(body: string, level: string): string {
  const place = body.replace(/(?:人民)?政府$/u, '');
  return place.endsWith(level) ? place.slice(0, -1) : place;
}

/** Can both be of one body, one of them named in full or not at all? */
const sameBody = (a: Post, b: Post): boolean => a.body.endsWith(b.body) || b.body.endsWith(a.body);

/** Two titles that one person cannot hold together: the post itself and its deputy's. A post and another post, or a fuller title and a shorter, go together. */
export const TITLE_ROWS: readonly ConsistencyRow[] = [
  { name: 'title.government', example: ['青禾县副县长', '县长'], counter: ['青禾县委副书记', '县长'], holds: ([a, b]) => exclude(a, b, GOVERNMENT) },
  { name: 'title.office', example: ['青禾县委副书记', '县委书记'], counter: ['青禾县委副书记', '县政法委书记'], holds: ([a, b]) => exclude(a, b, OFFICE) },
];

function exclude(a: string, b: string, form: RegExp): boolean {
  const [x, y] = [readPost(a), readPost(b)];
  return form.test(a) && x !== undefined && y !== undefined && postsExclude(x, y);
}

/** Does one name the post and the other its deputy's? */
export const postsExclude = (a: Post, b: Post): boolean => a.head === b.head && a.isDeputy !== b.isDeputy && sameBody(a, b);

/** Do both name the same post? */
export const samePost = (a: Post, b: Post): boolean => a.head === b.head && a.isDeputy === b.isDeputy && sameBody(a, b);
