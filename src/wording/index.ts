import * as l10n from '@vscode/l10n';
import type { EntityType, Force, Genre, NodeKind } from '../engine/analysis';
import type { FrequentWord, WordKind } from '../engine/frequent-words';
import type { LedgerWords } from '../ledger';

/** Words for the machine names of the analysis, in the reader's language. */

export function entityTypeName(type: EntityType): string {
  switch (type) {
    case 'PER': return l10n.t('person');
    case 'POS': return l10n.t('position');
    case 'ORG': return l10n.t('organization');
    case 'LOC': return l10n.t('place');
    case 'TIME': return l10n.t('time');
    case 'NUM': return l10n.t('quantity');
    case 'DOC': return l10n.t('document');
    case 'TERM': return l10n.t('policy term');
  }
}

export function kindName(kind: NodeKind): string {
  switch (kind) {
    case 'title': return l10n.t('title');
    case 'section': return l10n.t('section');
    case 'directive': return l10n.t('directive');
    case 'measure': return l10n.t('measure');
    case 'item': return l10n.t('item');
    case 'caption': return l10n.t('caption');
    case 'lead': return l10n.t('lead');
    case 'group': return l10n.t('group');
    case 'paragraph': return l10n.t('paragraph');
    case 'closing': return l10n.t('closing');
    case 'signature': return l10n.t('signature');
  }
}

export function forceName(force: Force): string {
  switch (force) {
    case 'must': return l10n.t('must be done');
    case 'should': return l10n.t('should be done');
    case 'mustNot': return l10n.t('must not be done');
    case 'may': return l10n.t('may be done');
  }
}

export function genreName(genre: Genre): string {
  switch (genre) {
    case 'inspection': return l10n.t('report of an inspection');
    case 'meeting': return l10n.t('report of a meeting');
    case 'speech': return l10n.t('speech');
    case 'workreport': return l10n.t('work report');
    case 'notice': return l10n.t('notice');
    case 'other': return l10n.t('report');
  }
}

export function ledgerWords(): LedgerWords {
  return {
    number: l10n.t('No.'), directive: l10n.t('Directive'), issuer: l10n.t('Issuer'), addressee: l10n.t('Addressee'),
    deadline: l10n.t('Deadline'), targets: l10n.t('Targets'), source: l10n.t('Source'),
    speaker: l10n.t('the speaker'), document: l10n.t('this document'),
  };
}

/** Head and rows of the table of frequent words. */
export function wordTable(words: readonly FrequentWord[]): [head: string[], rows: string[][]] {
  return [[l10n.t('Count'), l10n.t('Word'), l10n.t('Kind')], words.map(({ word, kind, count }) => [String(count), word, kind ? wordKindName(kind) : ''])];
}

function wordKindName(kind: WordKind): string {
  switch (kind) {
    case 'noun': return l10n.t('noun');
    case 'verb': return l10n.t('verb');
    case 'adjective': return l10n.t('adjective');
    case 'phrase': return l10n.t('set phrase');
    default: return entityTypeName(kind);
  }
}
