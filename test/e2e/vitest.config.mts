import { defineConfig } from 'vitest/config';

// Windows are heavy: one after the other, and time enough on a busy machine.
export default defineConfig({ test: { include: ['test/e2e/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 90_000, fileParallelism: false, maxWorkers: 1 } });
