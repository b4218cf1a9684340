import type { PackedMentions } from './entities/packed-mentions';
import type { PackedOutline } from './packed-outline';

/**
 * A reader on another thread, by the same recognizer, that the host may have: it reads the sentences of a long text while something else is done
 * here, and then its outline. Nothing depends on it: whatever it has not begun is read here as well, and so is what it does not answer, since it
 * may be slow, or die.
 */
export interface SideReader {
  /** Begins a job of so many passes; nothing where there is no reader any more. */
  begin(passes: number): SideJob | undefined;
  /** Has the outline of a sound text read after all that was begun before; nothing where there is no reader any more. */
  beginOutline(given: string): SideOutline | undefined;
  /** Gives back what it takes while it has nothing to read. */
  end(): void;
}

/** Passes over sentences that are read on the other thread, from the first one on, or here: whoever claims a pass first. */
export interface SideJob {
  /** Hands over the sentences of a pass. */
  give(pass: number, sentences: readonly string[]): void;
  /** Takes a pass away from it; false where it has begun to read it. */
  claim(pass: number): boolean;
  /** What is in a pass that it has begun; waits for it for so many milliseconds at most. */
  take(pass: number, milliseconds: number): PackedMentions | undefined;
  /** Nobody asks any more. */
  end(): void;
}

/** An outline that is read on the other thread, or here: whoever claims it first. */
export interface SideOutline {
  /** Takes it away from the thread; false where that has begun to read it. */
  claim(): boolean;
  /** What it read; waits for it for so many milliseconds at most, if the thread has begun, and asks no more after that. */
  take(milliseconds: number): PackedOutline | undefined;
}
