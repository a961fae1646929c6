import { randomUUID } from 'node:crypto';
import { reportTickScreen } from '../../cards/report-forms.ts';
import { textScreen } from '../../cards/text.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply } from '../../conversation/reply.ts';
import type { DutyMark } from '../../handover/case.ts';
import { carriedOut } from '../cases/acting.ts';
import { fieldError, NOT_SAVED, noCase } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, MOST, tooLong } from '../cases/typed.ts';
import { openStep } from '../cases/verbs.ts';
import { gone } from '../fixed.ts';
import { show } from '../turn.ts';
import { dutiesOf } from './checklist.ts';
import { type Found, formOf, readAgain, reportFor } from './forms.ts';
import { reportVerbs } from './verbs.ts';
import { dutyWords } from './words.ts';

/** One duty of the checklist: done, or explained why not. */

export function tickForm(staff: Staff, { ref = '', plicht = '' }: Values): Promise<readonly Reply[]> {
  const form = { ref, verb: 'tick', during: reportVerbs.tickForm, title: 'Afvinken' } as const;
  return formOf(staff, form, (found) => {
    const duty = dutyOf(staff, found, plicht);
    const back = openStep(ref, 'Terug');
    if (duty === undefined)
      return textScreen({ title: '', text: 'Dit hoort niet meer bij deze melding.', steps: [back] });
    return reportTickScreen({
      duty: duty.text,
      source: dutyWords(duty),
      send: { title: 'Opslaan', verb: reportVerbs.tick, data: { nonce: randomUUID(), ref, plicht } },
      back,
    });
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
      if (dutyOf(staff, found, plicht) === undefined) return [show(gone())];
      const text = cleaned(values.tekst);
      const errors = faultsIn(staat, text);
      if (errors.length > 0) return [{ kind: 'field-errors', errors }];
      const state: DutyMark['state'] = staat === 'done' ? 'done' : 'explained';
      const noted = text === '' ? {} : { text };
      return carriedOut(staff, ref, { verb: 'tick', duty: plicht, state, ...noted }, readAgain(staff, ref));
    },
    () => fieldError('staat', NOT_SAVED),
  );
}

const dutyOf = (staff: Staff, { kase, content }: Found, id: string) =>
  dutiesOf(staff, kase, content).find((duty) => duty.id === id);

function faultsIn(state: string, text: string): FieldError[] {
  if (state !== 'done' && state !== 'explained') return [{ field: 'staat', message: 'Kies een van de twee.' }];
  const long = tooLong(text, MOST.toelichting);
  if (long !== undefined) return [{ field: 'tekst', message: long }];
  if (state === 'explained' && text === '') return [{ field: 'tekst', message: 'Leg kort uit waarom niet.' }];
  return [];
}
