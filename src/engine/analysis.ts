/**
 * The result of an analysis: what `analyze(text)` returns and `report-lens analyze --format json` prints.
 *
 * Every offset is a UTF-16 code unit into the text as an editor shows it (decoded, byte-order mark removed, line ends as in the
 * file). Offsets point into the text as given, also where it is damaged; texts, labels and names are repaired.
 */

/** Half-open range of UTF-16 code units. It never changes, and is never spread into something longer: see "Shapes that stay" in docs/architecture.md. */
export interface Span {
  readonly start: number;
  /** exclusive */
  readonly end: number;
}

export type Genre = 'inspection' | 'meeting' | 'speech' | 'workreport' | 'notice' | 'other';

/** Kinds the outline is made of; those after `item` only help a reader to reach every paragraph. */
export type NodeKind =
  | 'title' | 'section' | 'directive' | 'measure' | 'item'
  | 'caption' | 'lead' | 'group' | 'paragraph' | 'closing' | 'signature';

export type Force = 'must' | 'should' | 'mustNot' | 'may';

export const ENTITY_TYPES = ['PER', 'POS', 'ORG', 'LOC', 'TIME', 'NUM', 'DOC', 'TERM'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface ReportAnalysis {
  /** version of this contract */
  schema: 1;
  isReport: boolean;
  /** 0…1, the evidence behind `isReport` */
  confidence: number;
  genre: Genre;
  /** top-level nodes in text order */
  outline: OutlineNode[];
  entities: Entity[];
  /** what is wrong with the text itself, in text order */
  defects: Defect[];
  /** the whole text with every certain repair applied */
  repairedText: string;
}

export interface OutlineNode {
  /** stable over edits elsewhere in the text: made of the path of labels, not of offsets */
  id: string;
  kind: NodeKind;
  /** what a tree shows: heading or gist without the marker */
  label: string;
  /** as written: 「一是」「（二）」「3.」 */
  marker?: string;
  ordinal?: number;
  /** the node with all below it */
  span: Span;
  /** the heading or gist */
  labelSpan: Span;
  /** only on directives */
  directive?: Directive;
  /** name of the rule that made the node */
  rule: string;
  children: OutlineNode[];
}

/** What a node adds to the path that is its id. */
export const outlineStep = ({ kind, marker = '', label }: Pick<OutlineNode, 'kind' | 'marker' | 'label'>): string => `/${kind}:${marker}${label.slice(0, 24)}`;

/** The id of the first, second … of the siblings with the same path and step. */
export const outlineId = (path: string, count: number): string => (count === 1 ? path : `${path}#${count}`);

export interface Directive {
  /** canonical name of who requires; `speaker` in a speech, `document` in a notice that names nobody near */
  issuer?: string;
  issuerSpan?: Span;
  /** who must do it, as written */
  addressee?: string;
  addresseeSpan?: Span;
  /** the verb that introduces it: 强调, 指出, 要求 … */
  cue?: string;
  cueSpan?: Span;
  force: Force;
  /** date or period by which, as written */
  deadline?: string;
  deadlineSpan?: Span;
  /** quantities that the requirement sets, as written */
  targets?: { text: string; span: Span }[];
}

export interface Entity {
  /** unique in this analysis */
  id: string;
  type: EntityType;
  /** canonical name: the fullest form in the document */
  name: string;
  /** what a hover says beyond the name; keys are machine names, see `facts/` */
  facts: Record<string, string>;
  mentions: Mention[];
}

export interface Mention extends Span {
  /** as written, repaired */
  text: string;
  /** name of the rule (or `model`) that found it */
  rule: string;
}

export type DefectKind =
  | 'mojibake' | 'pinyin' | 'replacementCharacter' | 'privateUse' | 'invisible' | 'htmlEntity' | 'encoding'
  | 'numbering' | 'punctuation' | 'pairing'
  | 'spelling' | 'title' | 'place' | 'weekday';

export interface Defect extends Span {
  kind: DefectKind;
  /** in English; `code` and `args` let a host say it in another language */
  message: string;
  /** key of the message, e.g. `pinyin.injected` */
  code: string;
  args?: Record<string, string>;
  /** replacement for the span, where it is certain enough to be part of `repairedText` */
  repair?: string;
  /** possible replacements, likeliest first, where none is certain */
  candidates?: string[];
  /** the other places of the text that it does not agree with, or that tell why it is wrong */
  related?: Span[];
}
