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
