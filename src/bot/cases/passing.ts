import { randomUUID } from 'node:crypto';
import { passOnFormScreen } from '../../cards/case-forms.ts';
import { textScreen } from '../../cards/text.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply } from '../../conversation/reply.ts';
import { type Case, holderOf } from '../../handover/case.ts';
import { canReceive } from '../../handover/line.ts';
import { may, relationOf } from '../../handover/may.ts';
import { isAbsent } from '../../organisation/absence.ts';
import { isLast } from '../../organisation/levels.ts';
import type { Person } from '../../organisation/person.ts';
import { chosenFrom, labelOf } from '../report/excluding.ts';
import { isReport } from '../report/kase.ts';
import { show } from '../turn.ts';
import { carriedOut, known } from './acting.ts';
import { fieldError, inDialog, noCase, notDone, notSaved, over } from './fixed.ts';
import { guarded } from './guarded.ts';
import type { Staff } from './staff.ts';
import { cleaned, MOST, tooLong } from './typed.ts';
import { caseVerbs } from './verbs.ts';

/** Passing on: to somebody who may receive it, with a reason. */

const TITLE = 'Doorzetten';
/** What a list to choose from holds. */
const MOST_PEOPLE = 50;

const DOUBT_INTRO =
  'Kies iemand die hierover mag beslissen. Die krijgt een eigen termijn en leest wat je collega schreef.';
const REPORT_INTRO =
  'Kies wie deze melding verder afhandelt. Die krijgt een eigen termijn en leest alles wat erbij staat. De melder krijgt bericht.';

export function passOnDialog(staff: Staff, ref: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    'doorzet-vraag',
    async () => {
      const kase = await passable(staff, ref);
      if (kase === undefined) return [inDialog(TITLE, noCase())];
      if (kase.state !== 'open') return [inDialog(TITLE, over())];
      const people = receivers(staff, kase).map((each) => ({ title: labelOf(staff, each), value: each.email }));
      if (people.length === 0) return [inDialog(TITLE, said('Er is nu niemand aan wie je dit kunt geven.'))];
      const form = passOnFormScreen({
        intro: isReport(kase) ? REPORT_INTRO : DOUBT_INTRO,
        people,
        exclude: isReport(kase) ? people : [],
        send: { title: 'Doorzetten', verb: caseVerbs.passOn, data: { nonce: randomUUID(), ref } },
      });
      return [inDialog(TITLE, form)];
    },
    () => inDialog(TITLE, notDone()),
  );
}

export function passOn(staff: Staff, values: Values): Promise<readonly Reply[]> {
  const { ref = '', naar = '' } = values;
  return guarded(
    staff,
    'doorzetten',
    async () => {
      const kase = await passable(staff, ref);
      if (kase === undefined) return [show(noCase())];
      const reason = cleaned(values.reden);
      const to = receivers(staff, kase).find(({ email }) => email === naar.toLowerCase());
      const errors = faultsIn(to, reason);
      // A case that is closed meanwhile says so before anything is found wrong with the form.
      if (kase.state === 'open' && (to === undefined || errors.length > 0)) return [{ kind: 'field-errors', errors }];
      const unfit = await excludedFirst(staff, kase, values, to);
      if (unfit !== undefined) return unfit;
      const recipient = {
        email: to?.email ?? '',
        role: to?.function ?? '',
        reason: `doorgezet door ${staff.person.function}`,
      };
      return carriedOut(staff, ref, { verb: 'pass-on', to: recipient, reason });
    },
    notSaved,
  );
}

/** Who is chosen not to see a report, is excluded before it moves on; undefined when that is done, or nobody was. */
async function excludedFirst(staff: Staff, kase: Case, values: Values, to: Person | undefined) {
  if (!isReport(kase) || kase.state !== 'open' || cleaned(values.over) === '') return undefined;
  const emails = chosenFrom(staff, values.over);
  if (emails === undefined) return [fieldError('over', 'Kies mensen uit de lijst.')];
  if (to !== undefined && emails.includes(to.email))
    return [fieldError('naar', 'Je kunt het niet geven aan iemand die het niet mag zien.')];
  const excluded = await carriedOut(staff, kase.ref, { verb: 'exclude', emails }, async () => []);
  return excluded.length === 0 ? undefined : excluded;
}

async function passable(staff: Staff, ref: string): Promise<Case | undefined> {
  const kase = await known(staff, ref);
  return kase !== undefined && may(relationOf(kase, staff.actor), 'pass-on', kase.kind) ? kase : undefined;
}

function faultsIn(to: Person | undefined, reason: string): FieldError[] {
  const long = tooLong(reason, MOST.reden);
  return [
    ...(to === undefined ? [{ field: 'naar', message: 'Kies iemand uit de lijst.' }] : []),
    ...(reason === '' ? [{ field: 'reden', message: 'Schrijf kort waarom.' }] : []),
    ...(long === undefined ? [] : [{ field: 'reden', message: long }]),
  ];
}

/**
 * Who may get it: who leads somebody, stands in for somebody, or is the last level; of the case's school or of the board.
 * With the name of the reporter withheld, of all schools and with nobody left out but oneself: a list without somebody would
 * tell who it was, and the hand-over refuses whom it cannot go to.
 */
function receivers({ organisation, day, person }: Staff, kase: Case): Person[] {
  const { people } = organisation;
  const leads = (each: Person) =>
    isLast(each) || people.some(({ reportsTo, deputy }) => reportsTo === each.email || deputy === each.email);
  const near = (each: Person) => each.location === kase.location || each.roles.some(({ reach }) => reach === 'board');
  const all = people.filter(
    (each) => (leads(each) || each.roles.some(({ reach }) => reach !== 'team')) && each !== person,
  );
  const fit =
    isReport(kase) && kase.report.nameWithheld ? all : all.filter((each) => near(each) && canReceive(kase, each.email));
  return fit.filter((each) => each.email !== holderOf(kase)?.email && !isAbsent(each, day)).slice(0, MOST_PEOPLE);
}

const said = (text: string) => textScreen({ title: '', text, steps: [] });
