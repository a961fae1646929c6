import type { AnswersApart } from '../answer/apart/apart.ts';
import type { Protocol } from '../protocol/protocol.ts';

/** Getting ready for first questions, after the start so that nobody waits for it. */
export type Warming = {
  /** Why the server is not ready: not all protocols are; undefined when they are. */
  readonly unready: () => 'WARMING_UP' | undefined;
  /** One protocol after the other: a question that comes in meanwhile waits for one at most. Never rejects. */
  run(): Promise<void>;
};

/** @param protocols those that somebody can ask about */
export function createWarming(protocols: ReadonlySet<Protocol>, prepare: AnswersApart['prepare']): Warming {
  let left = protocols.size;
  return {
    unready: () => (left > 0 ? 'WARMING_UP' : undefined),
    run: async () => {
      for (const protocol of protocols) {
        try {
          await prepare(protocol);
        } catch {
          // Its first question meets the same fault, and that one is logged.
        }
        left--;
      }
    },
  };
}
