import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { PackedMentions, SideJob, SideReader } from '../engine/entities/side-reader';
import { ENDED, FREE, READ, TAKEN, type Answer, type Order, type ThreadData } from './side-protocol';

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

/** A thread that reads sentences. */
export class ThreadReader implements SideReader {
  #thread: { readonly worker: Worker; readonly port: MessagePort } | undefined;
  #isBroken = false;
  #idle: NodeJS.Timeout | undefined;
  readonly #jobs = new Map<number, Job>();
  #last = 0;

  constructor(private readonly program: string, private readonly recognizer: Uint8Array) {}

  begin(passes: number): SideJob | undefined {
    if (this.#isBroken) return undefined;
    const { port } = this.#thread ??= this.#start(), id = ++this.#last;
    clearTimeout(this.#idle);
    const job = new Job(passes, { give: (order) => port.postMessage({ ...order, job: id }), receive: () => this.#receive(port), done: () => { this.#jobs.delete(id); this.#rest(); } });
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
      const { job, pass, mentions } = received.message as Answer;
      this.#jobs.get(job)?.read(pass, mentions);
    }
  }
}

interface JobHost { readonly give: (order: Omit<Order, 'job'>) => void; readonly receive: () => void; readonly done: () => void }

class Job implements SideJob {
  /** of each pass what happens with it; both threads see the same */
  readonly #states: Int32Array<SharedArrayBuffer>;
  readonly #read = new Map<number, PackedMentions>();
  #left: number;

  constructor(passes: number, private readonly host: JobHost) {
    this.#states = new Int32Array(new SharedArrayBuffer(passes * Int32Array.BYTES_PER_ELEMENT));
    this.#left = passes;
  }

  give(pass: number, sentences: readonly string[]): void { this.host.give({ pass, sentences, states: this.#states }); }

  claim(pass: number): boolean {
    const before = Atomics.compareExchange(this.#states, pass, FREE, TAKEN);
    if (before === FREE) this.#oneLess();
    return before === FREE || before === ENDED;
  }

  take(pass: number, milliseconds: number): PackedMentions | undefined {
    if (Atomics.load(this.#states, pass) !== READ) Atomics.wait(this.#states, pass, TAKEN, milliseconds);
    this.host.receive();
    const mentions = this.#read.get(pass);
    if (mentions && this.#read.delete(pass)) this.#oneLess();
    return mentions;
  }

  end(): void {
    for (let pass = 0; pass < this.#states.length; pass++) Atomics.compareExchange(this.#states, pass, FREE, ENDED);
    this.host.done();
  }

  /** Takes an answer. */
  read(pass: number, mentions: PackedMentions): void { this.#read.set(pass, mentions); }

  #oneLess(): void { if (--this.#left === 0) this.host.done(); }
}
