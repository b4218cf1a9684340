/** Timer of the host; a test hands in its own. */
export interface Clock {
  set(run: () => void, milliseconds: number): unknown;
  clear(handle: unknown): void;
}

const hostClock: Clock = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** A function called at most once in a while, and the way to stop it. */
export interface Scheduled {
  (): void;
  dispose(): void;
}

/** Runs `run` once no call came for `milliseconds`. */
export function debounce(run: () => void, milliseconds: number, clock: Clock = hostClock): Scheduled {
  let handle: unknown;
  const call = (): void => {
    clock.clear(handle);
    handle = clock.set(run, milliseconds);
  };
  return Object.assign(call, { dispose: () => clock.clear(handle) });
}

/** Runs `run` at most once per `milliseconds`, the first time after that span: what comes in between is gathered. */
export function throttle(run: () => void, milliseconds: number, clock: Clock = hostClock): Scheduled {
  let handle: unknown;
  const call = (): void => {
    handle ??= clock.set(() => {
      handle = undefined;
      run();
    }, milliseconds);
  };
  const dispose = (): void => {
    clock.clear(handle);
    handle = undefined;
  };
  return Object.assign(call, { dispose });
}

/**
 * Runs `run` soon after a call, but not before some time has passed since the last run: what costs much runs more seldom.
 * @param pause how much time, in milliseconds; asked at each call
 */
export function paced(run: () => void, pause: () => number, clock: Clock = hostClock, now = (): number => performance.now()): Scheduled {
  let handle: unknown, last = -Infinity;
  const call = (): void => {
    handle ??= clock.set(() => {
      handle = undefined;
      last = now();
      run();
    }, Math.max(0, last + pause() - now()));
  };
  const dispose = (): void => {
    clock.clear(handle);
    handle = undefined;
  };
  return Object.assign(call, { dispose });
}
