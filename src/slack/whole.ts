import { randomUUID } from 'node:crypto';
import type { Screen } from '../conversation/reply.ts';

/**
 * Screens that did not fit in a message, for "Alles lezen". No card in a chat holds text of a case, so neither does this.
 * Forgotten after eight hours or at a restart: the question can be asked again.
 */
export type Whole = { keep(screen: Screen): string; find(key: string): Screen | undefined };

const KEEP_MS = 8 * 3_600_000;
const MOST = 500;

export function createWhole(now: () => number): Whole {
  const kept = new Map<string, { readonly screen: Screen; readonly at: number }>();
  return {
    keep: (screen) => {
      const key = randomUUID();
      kept.set(key, { screen, at: now() });
      for (const [old, { at }] of kept) {
        if (kept.size <= MOST && at + KEEP_MS > now()) break;
        kept.delete(old);
      }
      return key;
    },
    find: (key) => kept.get(key)?.screen,
  };
}
