import type { Feedback } from '../bot.ts';
import type { RemarkStore } from '../conversation/remarks.ts';
import type { Forgetting } from '../delivery/forgetting.ts';
import { kindOf, type Log } from '../delivery/log.ts';
import type { Organisations } from '../organisation/load.ts';
import { keepsQuestions } from '../organisation/owners.ts';
import { keptLongEnough } from '../organisation/retention.ts';

/** Keeps what somebody made of an answer. An opinion that is lost is told to the operator, without its words. */
export const keepingOpinions =
  (remarks: Pick<RemarkStore, 'keep'>, log: Log) =>
  (entry: Feedback): Promise<void> =>
    remarks
      .keep(entry)
      .catch((cause: unknown) => log.warn({ kind: kindOf(cause) }, 'An opinion about an answer could not be kept.'));

/** How long each organisation keeps them. One that keeps them no more, by its file, has none left after the next cleaning. */
export const opinionKeepers = ({ all }: Organisations): Forgetting['keepers'] =>
  all.map((organisation) => ({
    id: organisation.id,
    until: (now) => (keepsQuestions(organisation) ? keptLongEnough(organisation, 'vragen', now) : now),
  }));
