import type { Defect } from '../analysis';
import type { FoundMention } from '../entities';
import { inSteps } from '../steps';
import type { Paragraph } from '../text';
import { perFindings, sentenceOf, spanOf, squeezed, type Findings } from './findings';
import { fullNameOf } from './names';
import { postsExclude, readPost, samePost, type Post } from './posts';
import type { ConsistencyRow } from './row';

/** A post that the text gives a person at one place. */
interface Held extends Post {
  readonly name: string;
  readonly person: FoundMention;
  readonly at: FoundMention;
}

/** Places looked at for one name: a text that names one more often says who it is anyway. */
const MOST_SEEN = 64;

/** Sentences that tell of posts given or taken: both titles are true, one after the other. */
export const CHANGE_ROWS: readonly ConsistencyRow<string>[] = [
  {
    name: 'title.change', example: '会议决定任命陈立言为青禾县县长。', counter: '青禾县县长陈立言要求压实责任、完成任务。',
    holds: (sentence) => /[时原曾历现新拟升转调接继卸离兼担出后连留续前先提聘]任|任命|任职|任免|任期|就任|到任|履新|当选|选举|推选|增选|补选|候选|提名|人选|免去|辞去|不再|代理|主持工作|挂职|晋升|提拔|简历/u.test(sentence),
  },
  {
    name: 'title.becomes', example: '2019年起任青禾县委副书记、县长。', counter: '县人大常委会主任陈立言、县长周成出席。',
    holds: (sentence) => /(?<![主责信重])任(?![务何意性])[^，。；]{0,12}(?:书记|主任|主席|秘书长|[省市区县州镇乡局部厅院校会]长)/u.test(sentence),
  },
];

/**
 * One person who is head of a body in one place and the head's deputy in another. A polite title behind the name (陈县长 for a deputy) says
 * nothing, and where the text tells of appointments, or both titles stand together, or under different years, both are true.
 */
export function* titleSlips(findings: Findings): Generator<void, Defect[]> {
  const byName = new Map<string, Held[]>(), slips: Defect[] = [];
  yield* inSteps(yield* heldIn(findings), (held) => {
    const others = byName.get(held.name);
    if (!others) byName.set(held.name, [held]); else if (others.length < MOST_SEEN) others.push(held);
  });
  yield* inSteps(byName.values(), (held) => {
    const pair = contradiction(held);
    if (pair && !isExplained(held, pair, findings)) slips.push(...slipsOf(held, pair));
  });
  return slips;
}

const heldIn = perFindings(({ paragraph: { folded }, titles }) => titles.flatMap(({ person, post, title }): Held[] => {
  const name = fullNameOf(person), read = readPost(title), before = folded.charAt(post.from - 1);
  if (!read || name === undefined || before !== '' && '副代原前兼任'.includes(before)) return [];
  // A head's title counts only directly before the name: lists share the titles of deputies, and behind a name it may be courtesy.
  return read.isDeputy || folded.slice(post.to, person.from).trim() === '' && post.to <= person.from ? [{ ...read, name, person, at: post }] : [];
}));

/** The first two posts of a name that exclude each other, the deputy's first. */
function contradiction(held: readonly Held[]): [Held, Held] | undefined {
  for (const deputy of held) if (deputy.isDeputy) for (const head of held) if (postsExclude(deputy, head)) return [deputy, head];
  return undefined;
}

function isExplained(held: readonly Held[], [deputy, head]: readonly [Held, Held], { text }: Findings): boolean {
  return held.some((h) => held.some((other) => other.person === h.person && postsExclude(other, h)))
    || held.some((h) => CHANGE_ROWS.some((row) => row.holds(sentenceOf(h.person))))
    || yearAbove(text.paragraphs, deputy.person.paragraph) !== yearAbove(text.paragraphs, head.person.paragraph);
}

/** Begins a paragraph of a chronicle. */
const YEAR_AT_START = /^(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年/u;
/** Paragraphs looked at for it. */
const MOST_ABOVE = 200;

/** Of which year a chronicle speaks: the one that begins the last paragraph, up to this, that begins with one; empty where none does. */
function yearAbove(paragraphs: readonly Paragraph[], { index }: Paragraph): string {
  for (let i = index; i >= Math.max(0, index - MOST_ABOVE); i--) {
    const year = YEAR_AT_START.exec(paragraphs[i]!.folded)?.[0];
    if (year !== undefined) return year;
  }
  return '';
}

/** The rarer title is the slip; of equally common ones the later. */
function slipsOf(held: readonly Held[], [deputy, head]: readonly [Held, Held]): Defect[] {
  const deputies = held.filter((h) => samePost(h, deputy)), heads = held.filter((h) => samePost(h, head));
  const headIsSlip = (deputies.length - heads.length || heads[0]!.at.start - deputies[0]!.at.start) > 0;
  const [slips, right] = headIsSlip ? [heads, deputies[0]!] : [deputies, heads[0]!], name = squeezed(right.person.text), other = squeezed(right.at.text);
  return slips.map(({ at }) => {
    const written = squeezed(at.text), proposal = headIsSlip ? written.replace(head.head, `副${head.head}`) : written.replace(/(?:常务|第一)?副/u, '');
    return {
      ...spanOf(at), kind: 'title', code: 'consistency.title', message: `${name} is “${written}” here and “${other}” elsewhere in this text`,
      args: { name, written, other }, related: [spanOf(right.at)], ...(proposal !== written && { candidates: [proposal] }),
    };
  });
}
