import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import type { Command, Refusal } from '../../handover/commands.ts';
import { act } from '../../handover/desk.ts';
import { may, relationOf } from '../../handover/may.ts';
import { reportVerbs } from '../report/verbs.ts';
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
      if (verb === reportVerbs.start) return carriedOut(staff, ref, { verb: 'start' });
      if (verb === caseVerbs.withdraw) return carriedOut(staff, ref, { verb: 'withdraw' });
      const kase = await known(staff, ref);
      if (kase === undefined) return [show(noCase())];
      return [uit === 'lijst' ? show(standing(staff, kase), kase.ref) : replace(standing(staff, kase), kase.ref)];
    },
    () => show(notDone()),
  );
}

/**
 * Does it, and shows who did it how the case stands now; delivery tells the others.
 * @param then what to show instead once it is done
 */
export async function carriedOut(
  staff: Staff,
  ref: string,
  command: Command,
  then?: () => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  const acted = await act(staff.doubts.desk, ref, staff.actor, command);
  if (acted.kind !== 'refused') return then?.() ?? [replace(standing(staff, acted.case), ref)];
  const { why } = acted.refusal;
  if (why === 'not-found') return [show(noCase())];
  if (why !== 'not-open') return [fieldError(fieldOf(command.verb, why), faults[why])];
  const kase = await known(staff, ref);
  return [kase === undefined ? show(noCase()) : replace(standing(staff, kase), ref)];
}

type Fault = Exclude<Refusal['why'], 'not-found' | 'not-open'>;

const faults: Readonly<Record<Fault, string>> = {
  'note-missing': 'Schrijf er kort iets bij.',
  'not-this-person': 'Dit kan niet naar deze persoon. Kies iemand anders.',
  'duties-open': 'Vink eerst alles af wat moet, of leg uit waarom het niet is gedaan.',
  'nobody-left': 'Dan blijft er niemand over die dit kan oppakken. Er is niets veranderd. Bel iemand van het bestuur.',
};

/** The field of the form that a fault stands at. */
function fieldOf(verb: Command['verb'], why: Fault): string {
  if (why === 'not-this-person') return verb === 'exclude' ? 'over' : 'naar';
  if (why === 'nobody-left') return 'over';
  if (why === 'duties-open') return 'uitkomst';
  if (verb === 'pass-on') return 'reden';
  if (verb === 'decide') return 'toelichting';
  return verb === 'close' ? 'terugkoppeling' : 'tekst';
}

/** A case that this person may know of, by the same table. */
export async function known(staff: Staff, ref: string): Promise<Case | undefined> {
  const stored = await staff.doubts.desk.cases.load(ref);
  if (stored === undefined || !may(relationOf(stored.case, staff.actor), 'open', stored.case.kind)) return undefined;
  return stored.case;
}

const standing = (staff: Staff, kase: Case) =>
  noticeFor(kase, 'tell', staff.person.email, contextOf(kase, staff.organisation, staff.turn.ports));
