import type { Answer, Bolt } from './bolt.ts';
import { type Admitted, admit, type Workspaces } from './guard.ts';
import type { Parsed } from './payload.ts';
import { createSeen, keyOf } from './seen.ts';
import type { Within } from './submitting.ts';

/** Where requests go in, over HTTP or a socket, once they are known to be Slack's. */
export type Door = {
  /**
   * Lets a request in, once, and gives what Slack is told: when everything is done, when a form has its answer, or when Slack
   * cannot wait any longer. Rejects with `Refused` for a workspace that is not known.
   */
  enter(parsed: Exclude<Parsed, { kind: 'greeting' }>): Promise<Answer>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
};

export function createDoor(bolt: Bolt, workspaces: Workspaces, within: Within, now: () => number): Door {
  const seen = createSeen<Promise<Answer>>(now);
  const underWay = new Set<Promise<void>>();

  const begin = async (admitted: Admitted): Promise<Answer> => {
    const told = Promise.withResolvers<Answer>();
    const work = bolt.process(admitted, told.resolve);
    underWay.add(work);
    void work.finally(() => {
      underWay.delete(work);
      told.resolve(undefined);
    });
    // A form is told in time by whoever handles it; an empty answer would close its modal.
    if ('type' in admitted.payload && admitted.payload.type === 'view_submission') return told.promise;
    const first = await within(told.promise);
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
