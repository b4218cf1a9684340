/** What the server's process is started with, so that it gives memory back which a long report needed for a while. */
export const SERVER_PROCESS = {
  /** most megabytes of V8's young generation: one that grew much larger is given back, but not what the C library needed to keep its pages */
  execArgv: ['--max-semi-space-size=16'],
  /** for the C library (glibc; others do not know it) */
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '8192', MALLOC_TRIM_THRESHOLD_: '131072' },
};
