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
import { calledBy } from '../../organisation/people.ts';
import type { Person } from '../../organisation/person.ts';
import { show } from '../turn.ts';
import { carriedOut, known } from './acting.ts';
import { fieldError, inDialog, NOT_SAVED, noCase, notDone } from './fixed.ts';
import { guarded } from './guarded.ts';
import type { Staff } from './staff.ts';
import { cleaned, MOST, tooLong } from './typed.ts';
import { caseVerbs } from './verbs.ts';

/** Passing on: to somebody who may receive it, with a reason. */

const TITLE = 'Doorzetten';
/** What a list to choose from holds. */
const MOST_PEOPLE = 60;

export function passOnDialog(staff: Staff, ref: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    'doorzet-vraag',
    async () => {
      const kase = await passable(staff, ref);
      if (kase === undefined) return [inDialog(TITLE, noCase())];
      if (kase.state !== 'open') return [inDialog(TITLE, said('Dit is al afgehandeld.'))];
      const people = receivers(staff, kase).map((each) => ({ title: labelOf(each), value: each.email }));
      if (people.length === 0) return [inDialog(TITLE, said('Er is nu niemand aan wie je dit kunt geven.'))];
      const form = passOnFormScreen({
        intro: 'Kies iemand die hierover mag beslissen. Die krijgt een eigen termijn en leest wat je collega schreef.',
        people,
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
      const recipient = {
        email: to?.email ?? '',
        role: to?.function ?? '',
        reason: `doorgezet door ${staff.person.function}`,
      };
      return carriedOut(staff, ref, { verb: 'pass-on', to: recipient, reason });
    },
    () => fieldError('naar', NOT_SAVED),
  );
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

/** Who may get it: who leads somebody, stands in for somebody, or is the last level; of the case's school or of the board. */
function receivers({ organisation, day }: Staff, kase: Case): Person[] {
  const { people } = organisation;
  const leads = (each: Person) =>
    isLast(each) || people.some(({ reportsTo, deputy }) => reportsTo === each.email || deputy === each.email);
  const near = (each: Person) => each.location === kase.location || each.roles.some(({ reach }) => reach === 'board');
  return people
    .filter((each) => (leads(each) || each.roles.some(({ reach }) => reach !== 'team')) && near(each))
    .filter((each) => canReceive(kase, each.email) && each.email !== holderOf(kase)?.email && !isAbsent(each, day))
    .slice(0, MOST_PEOPLE);
}

const labelOf = (person: Person): string =>
  (person.name === undefined ? calledBy(person) : `${person.name}, ${person.function}`).slice(0, 75);

const said = (text: string) => textScreen({ title: '', text, steps: [] });
