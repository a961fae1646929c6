import { randomUUID } from 'node:crypto';
import { reportDutiesScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply, Screen } from '../../conversation/reply.ts';
import { openDuties } from '../../handover/case.ts';
import type { Command } from '../../handover/commands.ts';
import type { Duty } from '../../report/report.ts';
import { carriedOut } from '../cases/acting.ts';
import { inDialog, noCase, notSaved, over } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, MOST, tooLong } from '../cases/typed.ts';
import { openStep } from '../cases/verbs.ts';
import { show } from '../turn.ts';
import { dutyOf, isConditional, NOT_HERE } from './checklist.ts';
import { type Found, readAgain, reportFor } from './forms.ts';
import { reportVerbs } from './verbs.ts';
import { dutyWords } from './words.ts';

/** On the way to closing: everything that still must be done, on one form. */

const TITLE = 'Afhandelen';

/** As many as fit in a card whatever they say; what is left comes after them. */
const MOST_AT_ONCE = 20;

/** What the fields hold. */
const DONE = 'gedaan';
const NOT = 'niet';

type Asked = { readonly duty: Duty; readonly field: string; readonly answer: string };

/** The form; undefined when nothing keeps the report from being closed. */
export function settleScreen(staff: Staff, found: Found): Screen | undefined {
  const { ref, report } = found.kase;
  const duties = openDuties(report)
    .flatMap((id) => dutyOf(staff, found.kase, found.content, id) ?? [])
    .slice(0, MOST_AT_ONCE);
  if (duties.length === 0) return undefined;
  return reportDutiesScreen({
    intro: 'Dit moet volgens protocol en wet. Zeg van elk of het is gedaan. Daarna kun je de melding afhandelen.',
    duties: duties.map((duty, i) => ({ field: fieldOf(i), text: duty.text, source: dutyWords(duty) })),
    send: {
      title: 'Verder',
      verb: reportVerbs.settle,
      data: { nonce: randomUUID(), ref, plichten: duties.map(({ id }) => id).join(',') },
    },
    back: openStep(ref, 'Terug'),
  });
}

const fieldOf = (index: number): string => `plicht${index}`;

/** @param close what follows when nothing is left */
export function settle(
  staff: Staff,
  values: Values,
  close: (staff: Staff, ref: string) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  const { ref = '' } = values;
  return guarded(
    staff,
    reportVerbs.settle,
    async () => {
      const found = await reportFor(staff, ref, 'close');
      if (found === undefined) return [show(noCase())];
      const asked = askedIn(staff, found, values);
      const text = cleaned(values.tekst);
      const errors = faultsIn(asked, text);
      if (errors.length > 0) return [{ kind: 'field-errors', errors }];
      for (const command of asked.flatMap((each) => commandFor(each, text))) {
        const refused = await carriedOut(staff, ref, command, async () => []);
        if (refused.length > 0) return refused;
      }
      return next(staff, ref, asked, close);
    },
    notSaved,
  );
}

/** Of the form only what is open still: the same form twice does nothing more. */
function askedIn(staff: Staff, found: Found, values: Values): readonly Asked[] {
  const open = openDuties(found.kase.report);
  return (values.plichten ?? '').split(',').flatMap((id, i) => {
    const duty = open.includes(id) ? dutyOf(staff, found.kase, found.content, id) : undefined;
    return duty === undefined ? [] : [{ duty, field: fieldOf(i), answer: values[fieldOf(i)] ?? '' }];
  });
}

function commandFor({ duty, answer }: Asked, text: string): Command[] {
  if (answer === DONE) return [{ verb: 'tick', duty: duty.id, state: 'done' }];
  return answer === NOT ? [{ verb: 'tick', duty: duty.id, state: 'explained', text: text || NOT_HERE }] : [];
}

function faultsIn(asked: readonly Asked[], text: string): FieldError[] {
  const long = tooLong(text, MOST.toelichting);
  if (long !== undefined) return [{ field: 'tekst', message: long }];
  const [first] = asked;
  if (first !== undefined && asked.every(isLeft))
    return [{ field: first.field, message: 'Zolang hier “Nog niet” staat, kun je de melding niet afhandelen.' }];
  const unexplained = asked.some(({ duty, answer }) => answer === NOT && !isConditional(duty));
  return unexplained && text === '' ? [{ field: 'tekst', message: 'Leg kort uit waarom het hier niet geldt.' }] : [];
}

const isLeft = ({ answer }: Asked): boolean => answer !== DONE && answer !== NOT;

/** On to closing; with something left, back to the report, which says what that is. */
async function next(
  staff: Staff,
  ref: string,
  asked: readonly Asked[],
  close: (staff: Staff, ref: string) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  if (asked.some(isLeft)) return readAgain(staff, ref)();
  const found = await reportFor(staff, ref, 'close');
  if (found === undefined) return [inDialog(TITLE, over())];
  const more = settleScreen(staff, found);
  return more === undefined ? close(staff, ref) : [inDialog(TITLE, more)];
}
