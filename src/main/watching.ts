import type { CaseStore, Clock } from '../handover/ports.ts';

/** A row that is due longer than this is not being delivered: a claim lasts two minutes, and every refusal sets it later. */
const LATE_SECONDS = 300;

/** How the server stands, for `/readyz` and `/metrics`. */
export function watching({ nextDueAt }: Pick<CaseStore, 'nextDueAt'>, clock: Clock) {
  /** How long the oldest item has been due, in seconds. */
  const oldestDue = async (): Promise<number> => {
    const due = await nextDueAt();
    return due === undefined ? 0 : Math.max(0, (clock().getTime() - due.getTime()) / 1000);
  };
  return {
    oldestDue,
    /** Why it cannot do its work now; undefined when it can. Rejects when the database does not answer. */
    unready: async (): Promise<'HANDOVER_LATE' | undefined> =>
      (await oldestDue()) > LATE_SECONDS ? 'HANDOVER_LATE' : undefined,
  };
}
