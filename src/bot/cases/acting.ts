import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import type { Command } from '../../handover/commands.ts';
import { act } from '../../handover/desk.ts';
import { may, relationOf } from '../../handover/may.ts';
import { replace, show } from '../turn.ts';
import { contextOf } from './context.ts';
import { fieldError, noCase, notDone } from './fixed.ts';
import { guarded } from './guarded.ts';
import { noticeFor } from './notices.ts';
import type { Staff } from './staff.ts';
import { caseVerbs } from './verbs.ts';

/** What somebody does to a case. The table of the hand-over says who may; what it refuses answers as if there were none. */

/** A click on a card of a case: confirm receipt, withdraw, or look how it stands. */
export function click(staff: Staff, verb: string, { ref = '', uit }: Values): Promise<readonly Reply[]> {
  return guarded(
    staff,
    verb,
    async () => {
      if (verb === caseVerbs.receive) return carriedOut(staff, ref, { verb: 'receive' });
      if (verb === caseVerbs.withdraw) return carriedOut(staff, ref, { verb: 'withdraw' });
      const kase = await known(staff, ref);
      if (kase === undefined) return [show(noCase())];
      return [uit === 'lijst' ? show(standing(staff, kase), kase.ref) : replace(standing(staff, kase), kase.ref)];
    },
    () => show(notDone()),
  );
}

/** Does it, and shows who did it how the case stands now; delivery tells the others. */
export async function carriedOut(staff: Staff, ref: string, command: Command): Promise<readonly Reply[]> {
  const acted = await act(staff.doubts.desk, ref, staff.actor, command);
  if (acted.kind !== 'refused') return [replace(standing(staff, acted.case), ref)];
  switch (acted.refusal.why) {
    case 'not-found':
      return [show(noCase())];
    case 'note-missing':
      return [fieldError(command.verb === 'pass-on' ? 'reden' : 'toelichting', 'Schrijf er kort iets bij.')];
    case 'not-this-person':
      return [fieldError('naar', 'Kies iemand anders.')];
    case 'duties-open':
      return [fieldError('toelichting', 'Vink eerst elke plicht af, of leg uit waarom niet.')];
    case 'nobody-left':
      return [fieldError('naar', 'Dan blijft er niemand over die dit kan oppakken. Bel het bestuur.')];
    case 'not-open': {
      const kase = await known(staff, ref);
      return [kase === undefined ? show(noCase()) : replace(standing(staff, kase), ref)];
    }
  }
}

/** A case that this person may know of, by the same table. */
export async function known(staff: Staff, ref: string): Promise<Case | undefined> {
  const stored = await staff.doubts.desk.cases.load(ref);
  if (stored === undefined || !may(relationOf(stored.case, staff.actor), 'open', stored.case.kind)) return undefined;
  return stored.case;
}

const standing = (staff: Staff, kase: Case) =>
  noticeFor(kase, 'tell', staff.person.email, contextOf(kase, staff.organisation, staff.turn.ports));
