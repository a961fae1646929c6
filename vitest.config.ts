import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

// What Node makes of source code is kept for the many programs that tests start, wherever they start them.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/fakes/learned.ts', 'test/fakes/postgres/once.ts'],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // Many tests wait for a browser or a server: on two cores a third file fills what they leave.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // No test replaces a module, a clock or the environment, so that files may share what they imported: half the time.
    isolate: false,
    // Only against what never ends: a machine may be busy with other things.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
