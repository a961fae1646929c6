import type { Memory, Remembered } from '../conversation/memory.ts';

/** How many conversations are remembered, and how long after their last message. */
const CONVERSATIONS = 5_000;
export const KEPT_MS = 8 * 60 * 60 * 1000;

/**
 * Remembers conversations in this process. What it holds is gone with the process and after eight hours, which is meant: a
 * question is not a record.
 * @param now the time in milliseconds
 */
export function createMemory(now: () => number): Memory {
  const kept = new Map<string, { readonly at: number; readonly remembered: Remembered }>();
  return {
    recall: async (conversation) => {
      const found = kept.get(conversation);
      if (found === undefined) return {};
      if (now() - found.at <= KEPT_MS) return found.remembered;
      kept.delete(conversation);
      return {};
    },
    remember: async (conversation, remembered) => {
      kept.delete(conversation);
      kept.set(conversation, { at: now(), remembered });
      const oldest = kept.keys().next();
      if (kept.size > CONVERSATIONS && !oldest.done) kept.delete(oldest.value);
    },
  };
}
