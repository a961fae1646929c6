import { randomUUID } from 'node:crypto';
import { reportTickScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply, Screen } from '../../conversation/reply.ts';
import { openDuties } from '../../handover/case.ts';
import type { Duty } from '../../report/report.ts';
import { carriedOut } from '../cases/acting.ts';
import { noCase, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, MOST, tooLong } from '../cases/typed.ts';
import { openStep } from '../cases/verbs.ts';
import { gone } from '../fixed.ts';
import { show } from '../turn.ts';
import { dutyOf, isConditional, NOT_HERE } from './checklist.ts';
import { type Found, formOf, readAgain, reportFor } from './forms.ts';
import { reportVerbs } from './verbs.ts';
import { dutyWords } from './words.ts';

/** One duty of the checklist: done, or explained why not; then the report is read on. */

const TITLE = 'Afvinken';

/** What the button says of a duty that does not apply here. */
const NOT = 'niet';

export function tickForm(staff: Staff, { ref = '', plicht = '' }: Values): Promise<readonly Reply[]> {
  const form = { ref, verb: 'tick', during: reportVerbs.tickForm, title: TITLE } as const;
  return formOf(staff, form, (found) => tickScreen(staff, found, plicht) ?? gone());
}

function tickScreen(staff: Staff, found: Found, id: string): Screen | undefined {
  const { ref, report } = found.kase;
  const duty = dutyOf(staff, found.kase, found.content, id);
  if (duty === undefined) return undefined;
  const open = openDuties(report).length;
  const said = (staat: 'done' | 'explained' | typeof NOT) => ({ nonce: randomUUID(), ref, plicht: id, staat });
  const left = open === 1 ? 'Dit is de laatste die nog moet.' : `Er moeten er nog ${open}.`;
  return reportTickScreen({
    progress: open === 0 ? 'Alles wat moet, is afgevinkt.' : left,
    duty: duty.text,
    source: dutyWords(duty),
    done: { title: 'Gedaan', verb: reportVerbs.tick, data: said('done') },
    steps: [
      { title: 'Geldt hier niet', verb: reportVerbs.tick, data: said(NOT) },
      { title: 'Uitleg bewaren', verb: reportVerbs.tick, data: said('explained') },
      openStep(ref, 'Terug'),
    ],
  });
}

export function tick(staff: Staff, values: Values): Promise<readonly Reply[]> {
  const { ref = '', plicht = '', staat = '' } = values;
  return guarded(
    staff,
    reportVerbs.tick,
    async () => {
      const found = await reportFor(staff, ref, 'tick');
      if (found === undefined) return [show(noCase())];
      const duty = dutyOf(staff, found.kase, found.content, plicht);
      if (duty === undefined) return [show(gone())];
      const text = textFor(duty, staat, cleaned(values.tekst));
      const errors = faultsIn(staat, text);
      if (errors.length > 0) return [{ kind: 'field-errors', errors }];
      const state = staat === 'done' ? 'done' : 'explained';
      const noted = text === '' ? {} : { text };
      return carriedOut(staff, ref, { verb: 'tick', duty: plicht, state, ...noted }, readAgain(staff, ref));
    },
    notSaved,
  );
}

const textFor = (duty: Duty, staat: string, typed: string): string =>
  typed === '' && staat === NOT && isConditional(duty) ? NOT_HERE : typed;

function faultsIn(staat: string, text: string): FieldError[] {
  const long = tooLong(text, MOST.toelichting);
  if (long !== undefined) return [{ field: 'tekst', message: long }];
  if (staat !== 'done' && text === '') return [{ field: 'tekst', message: 'Leg kort uit waarom niet.' }];
  return [];
}
