import type { Feedback } from '../bot.ts';
import type { RemarkStore } from '../conversation/remarks.ts';
import type { Forgetting } from '../delivery/forgetting.ts';
import { kindOf, type Log } from '../delivery/log.ts';
import type { Organisations } from '../organisation/load.ts';
import { keepsQuestions } from '../organisation/owners.ts';
import { keptLongEnough } from '../organisation/retention.ts';

/** So long a question that had no answer waits for others: a write to the disk keeps everybody waiting a moment. */
const GATHER_MS = 1_000;

export type Opinions = {
  /** Rejects when an opinion that somebody is thanked for is not kept. */
  keep(entry: Feedback): Promise<void>;
  /** Writes what still waits. Never rejects. */
  stop(): Promise<void>;
};

/**
 * Keeps what somebody made of an answer: at once what they are thanked for, within a second the question that had no answer. Of
 * questions that are lost the operator is told, without their words.
 */
export function keepingOpinions(remarks: Pick<RemarkStore, 'keep'>, log: Log): Opinions {
  let waiting: Feedback[] = [];
  let timer: NodeJS.Timeout | undefined;
  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const all = waiting;
    waiting = [];
    if (all.length === 0) return;
    await remarks.keep(...all).catch((cause: unknown) => {
      log.warn({ kind: kindOf(cause), count: all.length }, 'Questions without an answer could not be kept.');
    });
  };
  const gather = (entry: Feedback): void => {
    waiting.push(entry);
    timer ??= setTimeout(() => void stop(), GATHER_MS);
  };
  return { keep: async (entry) => (entry.about === 'unanswered' ? gather(entry) : remarks.keep(entry)), stop };
}

/** How long each organisation keeps them. One that keeps them no more, by its file, has none left after the next cleaning. */
export const opinionKeepers = ({ all }: Organisations): Forgetting['keepers'] =>
  all.map((organisation) => ({
    id: organisation.id,
    until: (now) => (keepsQuestions(organisation) ? keptLongEnough(organisation, 'vragen', now) : now),
  }));
