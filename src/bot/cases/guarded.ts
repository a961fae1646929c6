import type { Reply } from '../../conversation/reply.ts';
import { unreadable } from './fixed.ts';
import type { Staff } from './staff.ts';

/**
 * Does what needs the store. When the store fails nothing was kept, or at least nobody may be told that it was: the reply is
 * then `otherwise`, or the same about what cannot be read, and the operator hears of it.
 */
export async function guarded(
  staff: Staff,
  during: string,
  work: () => Promise<readonly Reply[]>,
  otherwise: () => Reply,
): Promise<readonly Reply[]> {
  try {
    return await work();
  } catch (cause) {
    staff.turn.ports.failed(cause, during);
    return [isUnreadable(cause) ? unreadable(otherwise()) : otherwise()];
  }
}

/** By the codes of the store. */
const UNREADABLE: ReadonlySet<unknown> = new Set(['DATA_KEY_UNKNOWN', 'SEAL_BROKEN', 'CASE_DAMAGED']);

const isUnreadable = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && UNREADABLE.has(cause.code);
