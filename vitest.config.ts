import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/fakes/learned.ts', 'test/fakes/postgres/once.ts'],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // Many tests wait for a browser or a server: the main process needs no core for itself.
    maxWorkers: '100%',
    // No test replaces a module, a clock or the environment, so that files may share what they imported: half the time.
    isolate: false,
    // Only against what never ends: a machine may be busy with other things.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
