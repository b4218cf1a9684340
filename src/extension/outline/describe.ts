import type { DirectiveItem, OutlineHead } from '../../protocol';
import type { Translate } from '../shared/words';
import { shorten } from '../shared/text';
import type { OutlineNode } from './node';

/** Characters of deadline and targets that the description has room for. */
const DETAIL_LENGTH = 24;

/** Name of who requires, where the text names nobody in words of its own. */
export function issuerName(issuer: string | undefined, t: Translate): string | undefined {
  if (issuer === 'speaker') return t('the speaker');
  if (issuer === 'document') return t('this document');
  return issuer;
}

/** `issuer → addressee`, with what of it is known. */
export function whoToWhom({ issuer, addressee }: DirectiveItem, t: Translate): string {
  const from = issuerName(issuer, t);
  if (addressee === undefined) return from ?? '';
  return from === undefined ? `→ ${addressee}` : `${from} → ${addressee}`;
}

/** The dimmed text beside a label: `issuer → addressee · deadline · targets`, or what a section holds. */
export function descriptionOf({ head: { directive }, contents }: OutlineNode, t: Translate): string {
  if (!directive) return contentsOf(contents, t);
  return [whoToWhom(directive, t), directive.deadline, targetsOf(directive)]
    .filter((part) => part !== undefined && part !== '')
    .map((part, index) => (index === 0 ? part : shorten(part ?? '', DETAIL_LENGTH)))
    .join(' · ');
}

/** The targets of a directive, one after the other. */
export const targetsOf = ({ targets = [] }: DirectiveItem): string => targets.join('、');

/** What is below a node: `6 directives · 17 measures`. */
function contentsOf({ directives, measures }: OutlineNode['contents'], t: Translate): string {
  const parts: string[] = [];
  if (directives > 0) parts.push(directives === 1 ? t('1 directive') : t('{0} directives', directives));
  if (measures > 0) parts.push(measures === 1 ? t('1 measure') : t('{0} measures', measures));
  return parts.join(' · ');
}

/** Name of a node's kind. */
export function kindName(kind: OutlineHead['kind'], t: Translate): string {
  switch (kind) {
    case 'title': return t('title');
    case 'section': return t('section');
    case 'directive': return t('directive');
    case 'measure': return t('measure');
    case 'item': return t('item');
    case 'caption': return t('caption');
    case 'lead': return t('lead');
    case 'group': return t('group');
    case 'paragraph': return t('paragraph');
    case 'closing': return t('closing');
    case 'signature': return t('signature');
  }
}

/** Name of a directive's force. */
export function forceName(force: DirectiveItem['force'], t: Translate): string {
  switch (force) {
    case 'must': return t('must be done');
    case 'should': return t('should be done');
    case 'mustNot': return t('must not be done');
    case 'may': return t('may be done');
  }
}
