import { DICTIONARY_RULE } from '../entities/dictionary/mark';
import type { FoundMention } from '../entities';
import { surnameOf } from '../entities/linking/person';
import { inSteps } from '../steps';
import { perFindings, squeezed, type Findings, type ParagraphFindings } from './findings';

/** A full name as the text writes it. */
export interface Name {
  /** folded */
  readonly key: string;
  /** as written at its first mention */
  readonly written: string;
  /** in text order */
  readonly mentions: FoundMention[];
  /** titles beside it that tell one person from another */
  readonly titles: Set<string>;
  /** every mention stands in a list of names */
  isListed: boolean;
  /** the user's dictionary has this wording */
  isKnown: boolean;
}

/** A Chinese full name; those with 某 stand for nobody in particular. */
const FULL_NAME = /^(?!.*某)(?![老小].$)\p{Script=Han}{2,6}$/u;
/** Titles of one name looked at. */
const MOST_TITLES = 16;
/** Titles that any number of people hold, and so tell nobody from another. */
const SHARED_TITLE = /(?:领导|负责人|负责同志|同志|代表|委员|成员|先生|女士|记者|专家|党员|干部)$/u;

/** The folded full name that a mention writes; nothing where it is a surname alone or no Chinese name. */
export function fullNameOf({ folded }: FoundMention): string | undefined {
  const key = squeezed(folded);
  return FULL_NAME.test(key) && surnameOf(key) !== key ? key : undefined;
}

/** The full names of a text, by what is written, in the order of their first mentions. */
export function* readNames(findings: Findings): Generator<void, ReadonlyMap<string, Name>> {
  const names = new Map<string, Name>();
  yield* inSteps(yield* mentionsIn(findings), ({ key, mention, titles, isListed }) => {
    let name = names.get(key);
    if (!name) names.set(key, (name = { key, written: squeezed(mention.text), mentions: [], titles: new Set(), isListed: true, isKnown: false }));
    name.mentions.push(mention);
    name.isListed &&= isListed;
    name.isKnown ||= mention.rule === DICTIONARY_RULE;
    for (const title of titles) if (name.titles.size < MOST_TITLES) name.titles.add(title);
  });
  return names;
}

const mentionsIn = perFindings((found) => {
  const titlesOf = new Map<FoundMention, string[]>();
  for (const { person, title } of found.titles) if (!SHARED_TITLE.test(title)) titlesOf.set(person, [...(titlesOf.get(person) ?? []), title]);
  return found.mentions.flatMap((mention, i) => {
    const key = mention.type === 'PER' ? fullNameOf(mention) : undefined;
    return key === undefined ? [] : [{ key, mention, titles: titlesOf.get(mention) ?? [], isListed: isListed(i, found) }];
  });
});

/** Does another name stand beside it, behind a comma or nothing, or does it stand alone? */
function isListed(i: number, { paragraph, mentions }: ParagraphFindings): boolean {
  const beside = (a: FoundMention | undefined, b: FoundMention | undefined): boolean =>
    a?.type === 'PER' && b?.type === 'PER' && /^[、，\s]{0,4}$/u.test(paragraph.folded.slice(a.to, Math.min(b.from, a.to + 5)));
  return mentions[i]!.to - mentions[i]!.from === paragraph.folded.length || beside(mentions[i - 1], mentions[i]) || beside(mentions[i], mentions[i + 1]);
}
