import type { Warming } from '../../src/main/warming.ts';

/** Ready at once. */
export const createWarming = (): Warming => ({ unready: () => undefined, run: async () => undefined });
