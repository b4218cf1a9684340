import type { Genre } from '../analysis';
import { perParagraph, TextHead, type Paragraph, type SourceText } from '../text';
import { titleBeforeNumber, type Head } from './blocks';
import type { Tally } from './tally';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How much of a text tells its genre, in UTF-16 code units. */
const HEAD = 40_000;

/** What a paragraph says of the genre of its document, if anything. */
const signsOf = perParagraph(({ folded }) => {
  const signs = readSigns(folded);
  return Object.values(signs).some((sign) => sign > 0) ? signs : undefined;
});

const readSigns = (folded: string): Signs => ({
  decrees: +/(?:通知|意见|决定|规定)如下|现印发给你们|制定本(?:办法|规定|条例|细则)|此件.{0,4}公开/u.test(folded),
  reports: +/向大会(?:报告|作)|工作(?:情况)?总结如下|现将.{0,40}(?:情况|总结)(?:报告|汇报|总结)?如下|总结如下/u.test(folded),
  deputies: +folded.includes('各位代表'),
  we: count(folded, /我们|我想|我认为|我希望|大家/gu),
  said: count(folded, /(?:强调|指出|表示)，/gu),
  meets: count(folded, /会议(?:强调|指出|认为|要求|决定|审议|还)|全会/gu),
  looks: +/实地|察看|走进|详细了解/u.test(folded),
});
const SIGNS = ['decrees', 'reports', 'deputies', 'we', 'said', 'meets', 'looks'] as const;
type Signs = Record<typeof SIGNS[number], number>;

/** Tells the genre of a document, version after version. */
export class GenreReader {
  readonly #head = new TextHead(HEAD);
  readonly #signs: Signs = { decrees: 0, reports: 0, deputies: 0, we: 0, said: 0, meets: 0, looks: 0 };

  /** Goes on to the next version. */
  read(head: Head, tally: Tally, text: SourceText): Genre {
    const { gone, come } = this.#head.update(text) ?? NO_CHANGES;
    for (const paragraph of gone) this.#count(paragraph, -1);
    for (const paragraph of come) this.#count(paragraph, 1);
    return genreOf(head, tally, this.#signs, text);
  }

  #count(paragraph: Paragraph, times: number): void {
    const own = signsOf(paragraph);
    if (own) for (const sign of SIGNS) this.#signs[sign] += times * own[sign];
  }
}

const NO_CHANGES = { gone: [], come: [] };

/** Which of the five genres the document is, by title, salutation, and who speaks. */
function genreOf({ roles }: Head, tally: Tally, signs: Signs, { folded, paragraphs }: SourceText): Genre {
  const titles = paragraphs.slice(0, roles.length).filter((_, i) => roles[i] === 'title' || roles[i] === 'subtitle');
  const head = titles.map((p) => p.folded.slice(0, titleBeforeNumber(p.folded))).join('').replace(/(?<=[一-龥])\s(?=[一-龥])/gu, '');
  const text = folded.slice(0, HEAD);
  const score: Record<Exclude<Genre, 'other'>, number> = {
    notice: 5 * +tally.has('docNumber') + 3 * +(/(?:通知|意见|决定|办法|规定|方案|通告|公告|批复|条例|细则|措施|规划|要点|通报|函|决议)(?:[（(].*[）)])?(?:全文)?$/u.test(head) || /关于.{4,60}的(?:通知|意见|决定|函|批复)/u.test(head))
      + 2 * +tally.has('addressee') + 2 * +tally.has('signature') + 2 * +(signs.decrees > 0),
    workreport: 5 * +/政府工作报告|工作(?:总结|汇报)/u.test(head) + 6 * +/工作报告|工作总结|年度总结|工作简报|述职|工作汇报|情况报告/u.test(head) + 4 * +(signs.reports > 0)
      + 3 * +/^我[省市区县镇乡街校局院]/u.test(head) + 2 * +(signs.deputies > 0) - 3 * +/(?:强调|指出)，/u.test(text.slice(0, 600)),
    speech: 5 * +/讲话|致辞|致词|发言|演讲|贺词|献词|(?<!工作)报告$/u.test(head) + 4 * +tally.has('greeting') + 3 * +/的讲话[》）)。]?|致辞全文|讲话全文/u.test(text.slice(0, 300) + text.slice(-300))
      + 6 * +(signs.we > text.length / 400 && signs.said < 4) + 5 * +/这是.{2,60}的讲话/u.test(text.slice(-2000)) - 2 * Math.min(3, signs.said),
    meeting: 4 * +/会议|[^开机社工商学协]会(?=$|[\s上强])|召开.{2,24}会|集体学习|会见|会谈|全会|纪要|批示|指示|签署|协议|传达|部署|公报/u.test(head) + Math.min(4, signs.meets) + +/召开|主持/u.test(text.slice(0, 800)),
    inspection: 2 * +/^[^会]{0,30}(?:调研|考察|视察|督导|检查|慰问|走访)/u.test(head) + 5 * +/调研|考察|视察|督导|检查|慰问|走访|看望|暗访|巡查|参观/u.test(head) + 3 * +/(?:来到|前往|赴|深入)[^。]{0,40}(?:调研|考察|视察|督导|检查|慰问)|调研(?:期间|时|组|当地)|(?:陪同|参加)(?:调研|考察)/u.test(text.slice(0, 2500) + text.slice(-400)) + +(signs.looks > 0),
  };
  if (score.workreport >= 6 && signs.deputies > 0) return 'workreport';
  const best = (Object.entries(score) as [Exclude<Genre, 'other'>, number][]).sort((a, b) => b[1] - a[1])[0]!;
  return best[1] >= 3 ? best[0] : 'other';
}
