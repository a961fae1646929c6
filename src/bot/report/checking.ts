import { type ReportCheckData, reportCheckScreen } from '../../cards/report-form.ts';
import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Person } from '../../organisation/person.ts';
import { pupilOf } from '../../protocol/pupil.ts';
import { type Parsed, parseReport } from '../../report/form.ts';
import { kindNames } from '../../report/report.ts';
import { inDialog, notDone, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { heardIn } from '../hearing.ts';
import { fittingTitle } from '../words.ts';
import { linesFor, toWords, toWordsAsked } from './announcing.ts';
import { conductDialog, mustAskConduct } from './conduct.ts';
import { firstLines, isPressing, toldCases } from './danger.ts';
import { draftOf, keep } from './draft.ts';
import { labelOf } from './excluding.ts';
import { expired } from './form.ts';
import { peopleIn } from './mentioned.ts';
import { nobodyDialog } from './nobody.ts';
import { firstOf, type Plan } from './plan.ts';
import { NONE, type Outcomes, outcomesOf, promised, promisedFor } from './promise.ts';
import { reportVerbs } from './verbs.ts';

/** The step before sending: who will get it and why, and whom it is about. */

const TITLE = 'Controleer en verstuur';

/** "Verder": what was typed is kept, and the next step carries none of it. */
export async function check(staff: Staff, typed: Values, nonce: string): Promise<readonly Reply[]> {
  const heard = await heardIn(staff.turn.ports, staff.protocol, `${typed.wat ?? ''}\n${typed.waar ?? ''}`);
  // Kept with what was typed, so that what is sent is what was shown.
  const values = { ...typed, gehoord: heard.join(',') };
  const parsed = parsedOf(staff, values);
  if (!('ok' in parsed)) return [{ kind: 'field-errors', errors: parsed.errors }];
  const { report } = parsed;
  return guarded(
    staff,
    reportVerbs.next,
    async () => {
      if (mustAskConduct(staff, report, values)) {
        await keep(staff, nonce, values);
        return [conductDialog(nonce, pupilOf(staff.protocol.meta))];
      }
      const asked = peopleIn(staff, report);
      const outcomes = outcomesOf(
        staff,
        report,
        asked.map(({ email }) => email),
      );
      const reachesSomebody = firstOf(outcomes.none) !== undefined || asked.length > 0;
      if (!reachesSomebody) return [nobodyDialog(staff, outcomes.none)];
      await keep(staff, nonce, { ...values, ...promised(outcomes) });
      return [checkDialog(staff, outcomes, asked, nonce)];
    },
    notSaved,
  );
}

/** The answer about conduct: the same step, with what waits under the nonce. */
export function checkWithConduct(staff: Staff, { form = '', grens = '' }: Values): Promise<readonly Reply[]> {
  return guarded(
    staff,
    reportVerbs.conduct,
    async () => {
      const draft = await draftOf(staff, form);
      if (draft.kind !== 'typed') return [inDialog('Iets melden', expired())];
      return check(staff, { ...draft.values, grens: grens === 'nee' ? 'nee' : 'ja' }, form);
    },
    () => inDialog('Iets melden', notDone()),
  );
}

/** The same once the answer is known and it goes to somebody else than was said: nothing is sent yet. */
export async function checkAgain(
  staff: Staff,
  given: {
    readonly values: Values;
    readonly plan: Plan;
    readonly asked: readonly Person[];
    readonly chosen: readonly string[];
  },
  nonce: string,
): Promise<Reply> {
  const { values, plan, asked, chosen } = given;
  await keep(staff, nonce, { ...values, ...promisedFor(plan, chosen) });
  const over = chosen.length === 0 ? NONE : chosen.join(',');
  return inDialog(TITLE, reportCheckScreen(dataOf(staff, plan, toWords(staff, plan), asked, nonce), { over }));
}

/** What was typed, as a report; its urgency as the text has it where the form did not ask. */
export function parsedOf({ organisation, doubts }: Staff, values: Values): Parsed {
  const parsed = parseReport(values, { organisation, proposeKind: doubts.reports.kinds.propose });
  if (!('ok' in parsed) || values.spoed !== undefined) return parsed;
  const { report } = parsed;
  const urgent = isPressing(toldCases(report.what)) || isPressing(report.heard);
  return urgent ? { ok: true, report: { ...report, urgent } } : parsed;
}

function checkDialog(staff: Staff, outcomes: Outcomes, asked: readonly Person[], nonce: string): Reply {
  const to = asked.length === 0 ? toWords(staff, outcomes.none) : toWordsAsked(staff, outcomes);
  return inDialog(TITLE, reportCheckScreen(dataOf(staff, outcomes.none, to, asked, nonce)));
}

function dataOf(staff: Staff, plan: Plan, to: string, asked: readonly Person[], nonce: string): ReportCheckData {
  const { report, request, cases } = plan;
  return {
    first: firstLines(staff.doubts.law, cases, staff.protocol.meta),
    to,
    lines: linesFor(staff, plan),
    facts: [
      { title: 'Soort', value: kindNames[report.kind] },
      ...(request.urgent ? [{ title: 'Spoed', value: 'Ja' }] : []),
      ...(report.nameWithheld ? [{ title: 'Je naam', value: 'Houd ik achter' }] : []),
    ],
    about: asked.length === 0 ? null : { question: questionFor(asked), people: choicesOf(staff, asked) },
    name: report.nameWithheld ? 'achter' : 'vraag',
    send: { title: 'Versturen', verb: reportVerbs.send, data: { nonce } },
    back: { title: 'Terug', verb: reportVerbs.back, data: { form: nonce } },
  };
}

const questionFor = (asked: readonly Person[]): string =>
  asked.length === 1
    ? 'Gaat je melding over deze collega? Dan krijgt die de melding niet te zien.'
    : 'Gaat je melding over een van deze collega’s? Die krijgt de melding dan niet te zien.';

const choicesOf = (staff: Staff, asked: readonly Person[]) => [
  ...asked.map((person) => ({ title: fittingTitle(`Ja, over ${labelOf(staff, person)}`), value: person.email })),
  { title: asked.length === 1 ? 'Nee' : 'Nee, over geen van hen', value: NONE },
];
