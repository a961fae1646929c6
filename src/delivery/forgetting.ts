import type { RemarkStore } from '../conversation/remarks.ts';
import { kindOf, type Log } from './log.ts';

export type Forgetting = {
  readonly remarks: Pick<RemarkStore, 'forget'>;
  /** Each organisation, with the moment before which what people made of answers has been kept long enough. */
  readonly keepers: readonly { readonly id: string; until(now: Date): Date | undefined }[];
  readonly now: Date;
  readonly log: Log;
};

/** Removes what people made of answers when its term is over. Never rejects: what fails is tried again at the next time. */
export async function forgetRemarks({ remarks, keepers, now, log }: Forgetting): Promise<void> {
  for (const { id, until } of keepers) {
    const before = until(now);
    if (before === undefined) continue;
    try {
      await remarks.forget(id, before);
    } catch (cause) {
      log.error({ kind: kindOf(cause) }, 'Old opinions could not be removed; it is tried again tomorrow.');
    }
  }
}
