import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createNodejiebaSegmenter, NODEJIEBA, type NodejiebaModule } from '../engine/lexicon/nodejieba';
import { createStandInSegmenter } from '../engine/lexicon/stand-in';
import type { Segmenter, TaggedWord } from '../engine/lexicon/segmenter';

export interface SegmenterStatus {
  name: string;
  /** true where nodejieba could not be loaded and a stand-in works in its place */
  degraded: boolean;
  reason?: string;
}

/**
 * Loads nodejieba with its dictionary, or a stand-in where its binary is missing or broken; `status` says which and why.
 * `REPORT_LENS_NODEJIEBA` names another module to load in its place, so that a test can have a missing or broken one.
 */
export function loadSegmenter(root: string): { segmenter: Segmenter; status: SegmenterStatus } {
  try {
    const nodejieba = requireNodejieba(root);
    probe(nodejieba);
    const segmenter = createNodejiebaSegmenter(nodejieba);
    return { segmenter, status: { name: segmenter.name, degraded: false } };
  } catch (error) {
    const segmenter = createStandInSegmenter();
    const reason = `nodejieba could not be loaded, ${segmenter.name} works in its place: ${error instanceof Error ? error.message : String(error)}`;
    return { segmenter, status: { name: segmenter.name, degraded: true, reason } };
  }
}

/**
 * The same, but the dictionary of nodejieba (a second of loading, 230 MB) is loaded at the first text and not before. What can be known without
 * that is known at once: a module, a binary or a dictionary that is missing. Where the dictionary then proves broken, the stand-in takes over.
 */
export function lazySegmenter(root: string): { segmenter: Segmenter; status: SegmenterStatus } {
  try {
    requireNodejieba(root);
  } catch {
    return loadSegmenter(root);
  }
  return { segmenter: new LazySegmenter(root), status: { name: NODEJIEBA, degraded: false } };
}

class LazySegmenter implements Segmenter {
  #loaded: Segmenter | undefined;

  constructor(private readonly root: string) {}

  get name(): string { return this.#loaded?.name ?? NODEJIEBA; }

  tag(text: string): TaggedWord[] { return (this.#loaded ??= loadSegmenter(this.root).segmenter).tag(text); }
}

/** Found at run time from the program's folder: the binary and its dictionaries are files that no bundle holds. */
function requireNodejieba(root: string): NodejiebaModule {
  const module = createRequire(join(root, 'package.json'))(process.env['REPORT_LENS_NODEJIEBA'] ?? 'nodejieba') as NodejiebaModule & Record<string, unknown>;
  for (const [key, path] of Object.entries(module)) {
    // a dictionary that is missing makes the native code abort the whole process, so it is looked for first
    if (/^DEFAULT_\w*DICT$/u.test(key) && typeof path === 'string') accessSync(path, constants.R_OK);
  }
  return module;
}

/** A binary that loads may still be unable to read its dictionary: better known now than in the middle of a text. */
function probe(nodejieba: NodejiebaModule): void {
  const words = nodejieba.tag('工作会议').map((w) => w.word);
  if (words.join('') !== '工作会议') throw new Error(`unexpected segmentation ${JSON.stringify(words)}`);
}
