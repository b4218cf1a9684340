import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { PackedMentions } from '../engine/entities/packed-mentions';
import type { PackedOutline } from '../engine/packed-outline';
import type { SideJob, SideOutline, SideReader } from '../engine/side-reader';
import { lowerHelperThreads } from './thread-priority';
import { ENDED, FREE, READ, TAKEN, type Answer, type Found, type Order, type ThreadData, type Work } from './side-protocol';

/** Milliseconds without a job after which the thread ends, with its memory. */
const IDLE_MS = 10_000;

/**
 * A reader on a thread of its own, which is started by the first job and ends when there was none for a while. Nothing where the machine has one
 * processor only, or the program of the thread is missing.
 * @param recognizer content of `data/recognizer.bin`
 */
export function createSideReader(root: string, recognizer: Uint8Array): ThreadReader | undefined {
  const program = join(root, 'dist', 'side-thread.js');
  return availableParallelism() > 1 && existsSync(program) ? new ThreadReader(program, recognizer) : undefined;
}

/** A thread that reads sentences and outlines. */
export class ThreadReader implements SideReader {
  #thread: { readonly worker: Worker; readonly port: MessagePort } | undefined;
  #isBroken = false;
  #areLowered = false;
  #idle: NodeJS.Timeout | undefined;
  readonly #jobs = new Map<number, Job<Found>>();
  #last = 0;

  constructor(private readonly program: string, private readonly recognizer: Uint8Array) {}

  begin(passes: number): SideJob | undefined { return this.#begin<PackedMentions>(passes); }

  beginOutline(given: string): SideOutline | undefined {
    // the whole is waited for, and two threads of ours, with V8's, may be more than there are processors
    if (!this.#areLowered) lowerHelperThreads();
    this.#areLowered = true;
    const job = this.#begin<PackedOutline>(1);
    job?.order(0, { given });
    return job && { claim: () => job.claim(0), take: (milliseconds) => { const packed = job.take(0, milliseconds); if (!packed && job.hasBegun(0)) job.end(); return packed; } };
  }

  #begin<F extends Found>(passes: number): Job<F> | undefined {
    if (this.#isBroken) return undefined;
    const { port } = this.#thread ??= this.#start(), id = ++this.#last;
    clearTimeout(this.#idle);
    const job = new Job<F>(passes, { order: (order) => port.postMessage({ ...order, job: id }), receive: () => this.#receive(port), done: () => { this.#jobs.delete(id); this.#rest(); } });
    this.#jobs.set(id, job);
    return job;
  }

  end(): void {
    if (this.#jobs.size > 0) return;
    clearTimeout(this.#idle);
    void this.#thread?.worker.terminate();
    this.#thread = undefined;
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#jobs.size === 0) this.#idle = setTimeout(() => { this.end(); }, IDLE_MS).unref();
  }

  #start(): { worker: Worker; port: MessagePort } {
    const { port1: port, port2 } = new MessageChannel(), workerData: ThreadData = { recognizer: this.recognizer, port: port2 };
    const worker = new Worker(this.program, { workerData, transferList: [port2] }), thread = { worker, port };
    worker.unref();
    // whatever it is: all is read without it from now on
    for (const event of ['error', 'exit']) worker.on(event, () => { if (this.#thread === thread) this.#isBroken = true; });
    return thread;
  }

  /** Takes all answers that have come. */
  #receive(port: MessagePort): void {
    for (let received = receiveMessageOnPort(port); received; received = receiveMessageOnPort(port)) {
      const { job, pass, found } = received.message as Answer;
      this.#jobs.get(job)?.read(pass, found);
    }
  }
}

interface JobHost { readonly order: (order: Omit<Order, 'job'>) => void; readonly receive: () => void; readonly done: () => void }

/** Passes that are read by whoever claims them first. */
class Job<F extends Found> {
  /** of each pass what happens with it; both threads see the same */
  readonly #states: Int32Array<SharedArrayBuffer>;
  readonly #read = new Map<number, F>();
  #left: number;

  constructor(passes: number, private readonly host: JobHost) {
    this.#states = new Int32Array(new SharedArrayBuffer(passes * Int32Array.BYTES_PER_ELEMENT));
    this.#left = passes;
  }

  give(pass: number, sentences: readonly string[]): void { this.order(pass, { sentences }); }

  order(pass: number, work: Work): void { this.host.order({ pass, states: this.#states, work }); }

  claim(pass: number): boolean {
    const before = Atomics.compareExchange(this.#states, pass, FREE, TAKEN);
    if (before === FREE) this.#oneLess();
    return before === FREE || before === ENDED;
  }

  hasBegun(pass: number): boolean { return Atomics.load(this.#states, pass) !== FREE; }

  take(pass: number, milliseconds: number): F | undefined {
    if (Atomics.load(this.#states, pass) !== READ) Atomics.wait(this.#states, pass, TAKEN, milliseconds);
    this.host.receive();
    const found = this.#read.get(pass);
    if (found !== undefined && this.#read.delete(pass)) this.#oneLess();
    return found;
  }

  end(): void {
    for (let pass = 0; pass < this.#states.length; pass++) Atomics.compareExchange(this.#states, pass, FREE, ENDED);
    this.host.done();
  }

  /** Takes an answer. */
  read(pass: number, found: Found): void { this.#read.set(pass, found as F); }

  #oneLess(): void { if (--this.#left === 0) this.host.done(); }
}
