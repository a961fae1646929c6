import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/fakes/learned.ts', 'test/fakes/postgres/once.ts'],
    pool: 'forks',
    // Many tests wait for a browser or a server: the main process needs no core for itself.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
