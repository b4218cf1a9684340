import { ENTITY_TYPES, type EntityType, type Genre, type ReportAnalysis } from '../../src/engine/analysis';
import { scoreEntities, type EntityScore } from './entities';
import { analysedMentions, analysedNodes, goldMentions, goldNodes, type Gold } from './gold';
import { scoreOutline, type OutlineScore } from './outline';
import { f1, ratio, sumShares, sumTallies, type Share, type Tally } from './tally';

export interface DocumentScore {
  name: string;
  /** as the file name says, or else as the analysis does */
  genre: Genre;
  /** whether the analysis takes the text for a report, and for one of the genre that the file name says */
  isReport: boolean;
  genreRight: boolean | undefined;
  outline: OutlineScore;
  entities: EntityScore | undefined;
}

/** The figures of one or more documents; all but `documents` between 0 and 1. */
export interface Figures {
  documents: number;
  nodeF1: number;
  sectionF1: number;
  requirementF1: number;
  titleF1: number;
  kindAccuracy: number;
  parentAccuracy: number;
  issuerAccuracy: number;
  addresseeAccuracy: number;
  entityF1: number;
  entityF1ByType: Partial<Record<EntityType, number>>;
  linkF1: number;
}

/** Scores the analysis of one text against its gold. */
export function scoreDocument(name: string, text: string, gold: Gold, analysis: ReportAnalysis): DocumentScore {
  const named = genreOfName(name), mentions = goldMentions(gold);
  return {
    name, genre: named ?? analysis.genre, isReport: analysis.isReport, genreRight: named && named === analysis.genre,
    outline: scoreOutline(text, goldNodes(gold, text), analysedNodes(analysis, text)),
    entities: mentions && scoreEntities(text, mentions, analysedMentions(analysis)),
  };
}

/** The genre that a file name such as `024-meeting-education` names. */
export function genreOfName(name: string): Genre | undefined {
  return (['inspection', 'meeting', 'speech', 'workreport', 'notice'] as const).find((genre) => name.split('-').includes(genre));
}

/** The figures of several documents together: counts are summed first, so that a long text weighs more than a short one. */
export function figuresOf(documents: readonly DocumentScore[]): Figures {
  const outlines = documents.map((d) => d.outline), entities = documents.flatMap((d) => d.entities ?? []);
  const tally = (pick: (o: OutlineScore) => Tally): number => f1(sumTallies(outlines.map(pick)));
  const share = (pick: (o: OutlineScore) => Share): number => ratio(sumShares(outlines.map(pick)));
  return {
    documents: documents.length,
    nodeF1: tally((o) => o.node), sectionF1: tally((o) => o.section), requirementF1: tally((o) => o.requirement), titleF1: tally((o) => o.title),
    kindAccuracy: share((o) => o.kind), parentAccuracy: share((o) => o.parent), issuerAccuracy: share((o) => o.issuer), addresseeAccuracy: share((o) => o.addressee),
    entityF1: f1(sumTallies(entities.map((e) => e.all))),
    entityF1ByType: entities.length === 0 ? {} : Object.fromEntries(ENTITY_TYPES.map((type) => [type, f1(sumTallies(entities.flatMap((e) => e.byType[type] ?? [])))])),
    linkF1: f1(sumTallies(entities.map((e) => e.link))),
  };
}
