import type { Reply } from '../../conversation/reply.ts';
import type { Staff } from './staff.ts';

/**
 * Does what needs the store. When the store fails nothing was kept, or at least nobody may be told that it was: the reply is
 * then `otherwise`, and the operator hears of it.
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
    return [otherwise()];
  }
}
