import type { EntityType } from '../../engine/analysis';
import type { Translate } from './words';

/** Name of an entity type in the plural: what the tree and the layers are called. */
export function typeName(type: EntityType, t: Translate): string {
  switch (type) {
    case 'PER': return t('Persons');
    case 'POS': return t('Positions');
    case 'ORG': return t('Organizations');
    case 'LOC': return t('Places');
    case 'TIME': return t('Dates and Periods');
    case 'NUM': return t('Quantities');
    case 'DOC': return t('Documents');
    case 'TERM': return t('Policy Terms');
  }
}

/** Product icon of each entity type. */
export const TYPE_ICONS: Record<EntityType, string> = {
  PER: 'person', POS: 'briefcase', ORG: 'organization', LOC: 'location', TIME: 'calendar', NUM: 'symbol-numeric', DOC: 'book', TERM: 'quote',
};

/** Id of each entity type's colour, as package.json declares it. */
export const TYPE_COLORS: Record<EntityType, string> = {
  PER: 'reportLens.entity.person', POS: 'reportLens.entity.position', ORG: 'reportLens.entity.organization', LOC: 'reportLens.entity.place',
  TIME: 'reportLens.entity.time', NUM: 'reportLens.entity.quantity', DOC: 'reportLens.entity.document', TERM: 'reportLens.entity.term',
};
