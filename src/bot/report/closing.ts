import { randomUUID } from 'node:crypto';
import { reportCloseScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply } from '../../conversation/reply.ts';
import type { ReportOutcome } from '../../handover/case.ts';
import { carriedOut } from '../cases/acting.ts';
import { noCase, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, MOST, tooLong } from '../cases/typed.ts';
import { openStep } from '../cases/verbs.ts';
import { show } from '../turn.ts';
import { formOf, reportFor } from './forms.ts';
import { settleScreen } from './settling.ts';
import { reportVerbs } from './verbs.ts';
import { outcomes } from './words.ts';

/** How a report ends: an outcome, and what the reporter is told. */

export function closeForm(staff: Staff, ref: string): Promise<readonly Reply[]> {
  const form = { ref, verb: 'close', during: reportVerbs.closeForm, title: 'Afhandelen' } as const;
  // What must be done first, comes first.
  return formOf(staff, form, (found) => settleScreen(staff, found) ?? closeScreen(ref));
}

const closeScreen = (ref: string) =>
  reportCloseScreen({
    intro: 'Zo sluit je de melding af. De melder krijgt bericht en leest wat je hier als terugkoppeling schrijft.',
    outcomes,
    send: { title: 'Afhandelen', verb: reportVerbs.close, data: { nonce: randomUUID(), ref } },
    back: openStep(ref, 'Terug'),
  });

export function close(staff: Staff, values: Values): Promise<readonly Reply[]> {
  const { ref = '', uitkomst } = values;
  return guarded(
    staff,
    reportVerbs.close,
    async () => {
      if ((await reportFor(staff, ref, 'close')) === undefined) return [show(noCase())];
      const outcome = outcomes.find(({ value }) => value === uitkomst)?.value;
      const feedback = cleaned(values.terugkoppeling);
      const errors = faultsIn(outcome, feedback);
      if (outcome === undefined || errors.length > 0) return [{ kind: 'field-errors', errors }];
      return carriedOut(staff, ref, { verb: 'close', outcome, feedback });
    },
    notSaved,
  );
}

function faultsIn(outcome: ReportOutcome | undefined, feedback: string): FieldError[] {
  const long = tooLong(feedback, MOST.toelichting);
  return [
    ...(outcome === undefined ? [{ field: 'uitkomst', message: 'Kies een uitkomst.' }] : []),
    ...(feedback === ''
      ? [{ field: 'terugkoppeling', message: 'Schrijf een korte terugkoppeling: de melder hoort wat er is gedaan.' }]
      : []),
    ...(long === undefined ? [] : [{ field: 'terugkoppeling', message: long }]),
  ];
}
