import type { MessagePort } from 'node:worker_threads';
import type { PackedMentions } from '../engine/entities/packed-mentions';
import type { PackedOutline } from '../engine/packed-outline';

/** What happens with a pass: nobody reads it yet, somebody does, the thread has and its answer was sent, nobody wants it any more. */
export const FREE = 0, TAKEN = 1, READ = 2, ENDED = 3;

/** What the thread is started with. */
export interface ThreadData { readonly recognizer: Uint8Array; readonly port: MessagePort }

/** What can be read in a pass: some sentences, or a text up to its outline. */
export type Work = { readonly sentences: readonly string[] } | { readonly given: string };

/** A pass that is to be read. */
export interface Order { readonly job: number; readonly pass: number; readonly states: Int32Array<SharedArrayBuffer>; readonly work: Work }

/** What is in it: the mentions of the sentences, or the outline. */
export interface Answer { readonly job: number; readonly pass: number; readonly found: Found }
export type Found = PackedMentions | PackedOutline;
