import * as path from 'node:path';
import type { Workbench } from '../../tools/workbench.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Pictures the README shows; `npm test -- --update-media` renews them. */
const MEDIA = ['outline', 'entities', 'hover', 'palette', 'status', 'chinese', 'repair-preview', 'dictionary', 'slips'];

/** Takes a picture for people to look at: always into test-results/, and into media/ where that is asked for. */
export async function picture(window: Workbench, name: string): Promise<void> {
  await window.screenshot(path.join(root, 'test-results', `${name}.png`));
  if (process.env['UPDATE_MEDIA'] && MEDIA.includes(name)) await window.screenshot(path.join(root, 'media', `${name}.png`));
}

export const samples = path.join(root, 'samples');
