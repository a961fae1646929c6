import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import { replace } from '../turn.ts';
import { known } from './acting.ts';
import { contextOf } from './context.ts';
import { noCase } from './fixed.ts';
import { noticeFor, stageOf } from './notices.ts';
import type { Staff } from './staff.ts';

/**
 * A card that was opened asks how its case stands. Who may no longer see it gets in its place what there is for a case that
 * does not exist. When the store does not answer the card stays as it is: nobody asked for anything.
 */
export async function refreshed(staff: Staff, { ref = '', stap }: Values): Promise<readonly Reply[]> {
  const { turn, person, organisation } = staff;
  try {
    const kase = await known(staff, ref);
    if (kase === undefined) return [replace(noCase())];
    const context = contextOf(kase, organisation, turn.ports);
    return [replace(noticeFor(kase, stageOf(kase, stap), person.email, context), kase.ref)];
  } catch (cause) {
    turn.ports.failed(cause, 'ververs');
    return [];
  }
}
