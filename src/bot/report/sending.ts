import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import { send } from '../../handover/desk.ts';
import { emailsIn } from '../../report/form.ts';
import { known } from '../cases/acting.ts';
import { contextOf } from '../cases/context.ts';
import { fieldError, inDialog, noCase, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import { noticeFor } from '../cases/notices.ts';
import type { Staff } from '../cases/staff.ts';
import { replace, show } from '../turn.ts';
import { checkAgain, parsedOf } from './checking.ts';
import { contentOf } from './content.ts';
import { draftOf, forget, markSent } from './draft.ts';
import { expired, formDialog } from './form.ts';
import { peopleIn } from './mentioned.ts';
import { nobodyDialog, tellNobodyBeside } from './nobody.ts';
import { firstOf, planOf } from './plan.ts';
import { keepsPromise, NONE, withAbout } from './promise.ts';
import { reportVerbs } from './verbs.ts';

/** "Versturen": says that it is saved only after it is; the same form twice is the same report. */
export function sendReport(staff: Staff, { over, anoniem }: Values, nonce: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    reportVerbs.send,
    async () => {
      const draft = await draftOf(staff, nonce);
      switch (draft.kind) {
        case 'gone':
          return [inDialog('Iets melden', expired())];
        case 'sent': {
          const kase = await known(staff, draft.ref);
          return [kase === undefined ? show(noCase()) : card(staff, kase, {})];
        }
        case 'typed':
          // It only ever withholds the name: "false" may mean that the client sends that for what nobody touched.
          return sendTyped(staff, { ...draft.values, ...(anoniem === 'true' ? { anoniem } : {}) }, over, nonce);
      }
    },
    notSaved,
  );
}

async function sendTyped(
  staff: Staff,
  values: Values,
  over: string | undefined,
  nonce: string,
): Promise<readonly Reply[]> {
  const parsed = parsedOf(staff, values);
  // The organisation's file changed meanwhile: the form says what no longer fits.
  if (!('ok' in parsed)) return [await formDialog(staff, values, nonce)];
  const asked = peopleIn(staff, parsed.report);
  const chosen = answerOf(
    over,
    asked.map(({ email }) => email),
  );
  if (typeof chosen === 'string') return [fieldError('over', chosen)];
  const plan = planOf(staff, withAbout(parsed.report, chosen));
  if (firstOf(plan) === undefined) {
    await forget(staff, nonce);
    return [nobodyDialog(staff, plan)];
  }
  if (!keepsPromise(values, plan, chosen)) return [await checkAgain(staff, { values, plan, asked, chosen }, nonce)];
  const sent = await send(staff.doubts.desk, plan.request, contentOf(plan.report), nonce);
  if (sent.kind === 'nobody') {
    await forget(staff, nonce);
    return [nobodyDialog(staff, plan)];
  }
  if (plan.nobodyBeside) tellNobodyBeside(staff);
  await sentAs(staff, nonce, sent.case.ref);
  return [card(staff, sent.case, values)];
}

/** Who it is about, of those who were asked about; or what is wrong with the answer. */
function answerOf(over: string | undefined, asked: readonly string[]): readonly string[] | string {
  if (asked.length === 0) return [];
  const answer = emailsIn(over);
  const chosen = asked.filter((email) => answer.includes(email));
  const none = answer.includes(NONE);
  if (chosen.length === 0 && !none) return 'Kies hier iets: ja of nee.';
  return chosen.length > 0 && none ? 'Kies ja of nee, niet allebei.' : chosen;
}

/** The report is kept; a draft that cannot be marked runs out by itself, and sending it again finds the same report. */
async function sentAs(staff: Staff, nonce: string, ref: string): Promise<void> {
  try {
    await markSent(staff, nonce, ref);
  } catch (cause) {
    staff.turn.ports.failed(cause, reportVerbs.send);
  }
}

/** Under an answer the answer stays: it may hold what cannot wait. */
function card(staff: Staff, kase: Case, { uit }: Values): Reply {
  const screen = noticeFor(kase, 'tell', staff.person.email, contextOf(kase, staff.organisation, staff.turn.ports));
  return uit === 'antwoord' ? show(screen, kase.ref) : replace(screen, kase.ref);
}
