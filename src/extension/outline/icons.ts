import { ThemeColor, ThemeIcon } from 'vscode';
import type { OutlineHead } from '../../protocol';

const KINDS: Record<OutlineHead['kind'], string> = {
  title: 'book', section: 'list-tree', directive: 'circle-filled', measure: 'arrow-small-right', item: 'circle-small', caption: 'device-camera', lead: 'note',
  group: 'group-by-ref-type', paragraph: 'list-flat', closing: 'milestone', signature: 'edit',
};
/** Force is told by the form of the icon first and by its colour second. */
const FORCES = {
  must: new ThemeIcon('pass-filled', new ThemeColor('reportLens.directive.must')),
  should: new ThemeIcon('pass', new ThemeColor('reportLens.directive.should')),
  mustNot: new ThemeIcon('circle-slash', new ThemeColor('reportLens.directive.mustNot')),
  may: new ThemeIcon('circle-large-outline', new ThemeColor('reportLens.directive.may')),
};

/** The product icon of a node. */
export function iconOf({ kind, directive }: Pick<OutlineHead, 'kind' | 'directive'>): ThemeIcon {
  return directive ? FORCES[directive.force] : new ThemeIcon(KINDS[kind]);
}
