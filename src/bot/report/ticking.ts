import { randomUUID } from 'node:crypto';
import { reportTickScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply, Screen } from '../../conversation/reply.ts';
import { type DutyMark, openDuties } from '../../handover/case.ts';
import { may, relationOf } from '../../handover/may.ts';
import type { Duty } from '../../report/report.ts';
import { carriedOut } from '../cases/acting.ts';
import { inDialog, noCase, notSaved, over } from '../cases/fixed.ts';
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

/**
 * The checklist, one duty at a time: done, or explained why not. One click leads from each to the next that still must be
 * dealt with, and from the last one to where it began.
 */

const TITLE = 'Afvinken';

/** Where the checklist leads when it is done: on to closing, or else back to the report. */
const TO_CLOSE = 'afhandelen';

/** What a duty that begins with a question ("Deed een medewerker dit?") can be answered with: an explanation at one click. */
const NOT_HERE = 'niet';

const isConditional = ({ text }: Duty): boolean => /^[^.?]*\?/.test(text);

type AfterLast = (staff: Staff, ref: string) => Promise<readonly Reply[]>;

export function tickForm(staff: Staff, { ref = '', plicht = '', dan }: Values): Promise<readonly Reply[]> {
  const form = { ref, verb: 'tick', during: reportVerbs.tickForm, title: TITLE } as const;
  return formOf(staff, form, (found) => tickScreen(staff, found, plicht, dan === TO_CLOSE) ?? gone());
}

/** The first duty that keeps a report from being closed; undefined when there is none. */
export function firstOpen(staff: Staff, found: Found): Screen | undefined {
  const [first] = openDuties(found.kase.report);
  return first === undefined ? undefined : tickScreen(staff, found, first, true);
}

function tickScreen(staff: Staff, found: Found, id: string, closing: boolean): Screen | undefined {
  const { ref, report } = found.kase;
  const duty = dutyOf(staff, found, id);
  if (duty === undefined) return undefined;
  const open = openDuties(report).length;
  const data = { nonce: randomUUID(), ref, plicht: id, ...(closing ? { dan: TO_CLOSE } : {}) };
  const left = open === 1 ? 'Dit is de laatste die nog moet.' : `Er moeten er nog ${open}.`;
  return reportTickScreen({
    progress: `${closing ? 'Voordat je afhandelt. ' : ''}${open === 0 ? 'Alles wat moet, is afgevinkt.' : left}`,
    duty: duty.text,
    source: dutyWords(duty),
    done: { title: 'Gedaan', verb: reportVerbs.tick, data: { ...data, staat: 'done' } },
    steps: [
      ...(isConditional(duty)
        ? [{ title: 'Geldt hier niet', verb: reportVerbs.tick, data: { ...data, staat: NOT_HERE } }]
        : []),
      { title: 'Uitleg bewaren', verb: reportVerbs.tick, data: { ...data, staat: 'explained' } },
      openStep(ref, 'Terug'),
    ],
  });
}

/** @param afterLast what follows when everything that must be done is, on the way to closing */
export function tick(staff: Staff, values: Values, afterLast: AfterLast): Promise<readonly Reply[]> {
  const { ref = '', plicht = '', staat = '' } = values;
  return guarded(
    staff,
    reportVerbs.tick,
    async () => {
      const found = await reportFor(staff, ref, 'tick');
      if (found === undefined) return [show(noCase())];
      if (dutyOf(staff, found, plicht) === undefined) return [show(gone())];
      const typed = cleaned(values.tekst);
      const text = staat === NOT_HERE && typed === '' ? 'Geldt hier niet.' : typed;
      const errors = faultsIn(staat, text);
      if (errors.length > 0) return [{ kind: 'field-errors', errors }];
      const state: DutyMark['state'] = staat === 'done' ? 'done' : 'explained';
      const noted = text === '' ? {} : { text };
      return carriedOut(staff, ref, { verb: 'tick', duty: plicht, state, ...noted }, () =>
        next(staff, values, afterLast),
      );
    },
    notSaved,
  );
}

async function next(staff: Staff, { ref = '', dan }: Values, afterLast: AfterLast): Promise<readonly Reply[]> {
  const closing = dan === TO_CLOSE;
  const found = await reportFor(staff, ref, 'tick');
  if (found === undefined) return [inDialog(TITLE, over())];
  // Who only looks on is not led along what others must do.
  const leads = may(relationOf(found.kase, staff.actor), 'close', 'report');
  const [open] = leads ? openDuties(found.kase.report) : [];
  const screen = open === undefined ? undefined : tickScreen(staff, found, open, closing);
  if (screen !== undefined) return [inDialog(TITLE, screen)];
  return closing ? afterLast(staff, ref) : readAgain(staff, ref)();
}

/** A duty of the list; one that was required when the report was sent can be dealt with though no file has it any more. */
function dutyOf(staff: Staff, { kase, content }: Found, id: string): Duty | undefined {
  const known = dutiesOf(staff, kase, content).find((duty) => duty.id === id);
  if (known !== undefined || !kase.report.required.includes(id)) return known;
  return { id, text: `Een plicht die niet meer op de lijst staat: ${id}`, must: true, source: FORMER };
}

const FORMER: Duty['source'] = { kind: 'protocol', article: '', place: 'een eerdere versie van de lijst' };

function faultsIn(state: string, text: string): FieldError[] {
  const long = tooLong(text, MOST.toelichting);
  if (long !== undefined) return [{ field: 'tekst', message: long }];
  if (state !== 'done' && text === '') return [{ field: 'tekst', message: 'Leg kort uit waarom niet.' }];
  return [];
}
