import type { MessagePort } from 'node:worker_threads';
import type { PackedMentions } from '../engine/entities/side-reader';

/** What happens with a pass: nobody reads it yet, somebody does, the thread has and its answer was sent, nobody wants it any more. */
export const FREE = 0, TAKEN = 1, READ = 2, ENDED = 3;

/** What the thread is started with. */
export interface ThreadData { readonly recognizer: Uint8Array; readonly port: MessagePort }

/** A pass that is to be read. */
export interface Order { readonly job: number; readonly pass: number; readonly sentences: readonly string[]; readonly states: Int32Array<SharedArrayBuffer> }

/** What is in it. */
export interface Answer { readonly job: number; readonly pass: number; readonly mentions: PackedMentions }
