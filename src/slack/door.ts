import type { Bolt } from './bolt.ts';
import { type Admitted, admit, type Workspaces } from './guard.ts';
import type { Parsed } from './payload.ts';
import { createSeen, keyOf } from './seen.ts';
import type { ViewSubmission } from './shapes.ts';
import type { ViewAnswer } from './submission.ts';
import type { Within } from './submitting.ts';

/** Where requests go in, over HTTP or a socket, once they are known to be Slack's. */
export type Door = {
  /**
   * Lets a request in, once, and gives what Slack is told: when everything is done, when a form has its answer, or when it
   * has waited long enough. Rejects with `Refused` for a workspace that is not known.
   */
  enter(parsed: Exclude<Parsed, { kind: 'greeting' }>): Promise<ViewAnswer>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
};

export type DoorOptions = {
  readonly bolt: Bolt;
  readonly workspaces: Workspaces;
  /** What a form gets that nobody answered: an empty answer would close it as if it were kept. */
  readonly unanswered: (form: ViewSubmission) => ViewAnswer;
  readonly within: Within;
  readonly now: () => number;
};

/**
 * All but forms are acknowledged within a second: nobody waits for it, and the answer itself may have to wait longer, since a
 * chat takes one message a second. Until then Slack would send it again to a server that ended.
 */
export const RECEIPT_MS = 700;

export function createDoor({ bolt, workspaces, unanswered, within, now }: DoorOptions): Door {
  const seen = createSeen<Promise<ViewAnswer>>(now);
  const underWay = new Set<Promise<void>>();

  const begin = async (admitted: Admitted): Promise<ViewAnswer> => {
    const { payload } = admitted;
    const form = 'type' in payload && payload.type === 'view_submission' ? payload : undefined;
    const told = Promise.withResolvers<ViewAnswer>();
    const work = bolt.process(admitted, told.resolve);
    underWay.add(work);
    work
      .finally(() => {
        underWay.delete(work);
        told.resolve(form && unanswered(form));
      })
      .catch(told.reject);
    // A form is told in time by whoever handles it.
    if (form !== undefined) return told.promise;
    const first = await within(told.promise, RECEIPT_MS);
    return first === 'late' ? undefined : first;
  };

  return {
    enter: async (parsed) => {
      const admitted = await admit(parsed, workspaces);
      if (admitted === undefined) return undefined;
      return seen.once(keyOf(admitted.payload, admitted.team), () => begin(admitted));
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
