import { randomUUID } from 'node:crypto';
import { type ReportWriteData, reportWriteScreen } from '../../cards/report-forms.ts';
import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply } from '../../conversation/reply.ts';
import type { Content } from '../../handover/case.ts';
import type { Command } from '../../handover/commands.ts';
import type { Verb } from '../../handover/may.ts';
import { carriedOut } from '../cases/acting.ts';
import { noCase, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, linesOf, MOST, tooLong } from '../cases/typed.ts';
import { openStep } from '../cases/verbs.ts';
import { show } from '../turn.ts';
import { formOf, readAgain, reportFor } from './forms.ts';
import type { ReportCase } from './kase.ts';
import { reportVerbs } from './verbs.ts';

/** Words between the reporter and who has the report, and notes among those who have it: each a small form. */

type Writing = {
  readonly may: Verb;
  readonly submit: string;
  readonly title: string;
  readonly command: (text: string) => Command;
  readonly words: (kase: ReportCase) => Pick<ReportWriteData, 'intro' | 'label' | 'note'>;
  readonly button: string;
  /** Whether the report is read on afterwards; otherwise its card shows how it stands. */
  readonly readsOn: boolean;
};

const NO_PICTURES = 'Noem alleen namen als dat nodig is. Stuur geen foto’s of filmpjes mee.';

const asking: Writing = {
  may: 'ask',
  submit: reportVerbs.ask,
  title: 'Iets vragen',
  command: (text) => ({ verb: 'ask', text }),
  words: ({ report }) => ({
    intro: report.nameWithheld
      ? 'De melder krijgt je vraag privé en antwoordt privé. Je ziet niet wie het is.'
      : 'De melder krijgt je vraag privé en antwoordt privé.',
    label: 'Je vraag',
    note: 'Vraag alleen wat je nodig hebt.',
  }),
  button: 'Vraag versturen',
  readsOn: false,
};

const noting: Writing = {
  may: 'note',
  submit: reportVerbs.note,
  title: 'Notitie',
  command: (text) => ({ verb: 'note', text }),
  words: () => ({
    intro: 'Een notitie hoort bij de melding. Wie de melding heeft of krijgt, kan die lezen; de melder niet.',
    label: 'Je notitie',
    note: NO_PICTURES,
  }),
  button: 'Bewaren',
  readsOn: true,
};

const answering: Writing = {
  may: 'answer',
  submit: reportVerbs.answer,
  title: 'Je melding',
  command: (text) => ({ verb: 'answer', text }),
  words: ({ report }) => ({
    intro: `${report.asked === undefined ? 'Wat wil je toevoegen?' : 'Er is een vraag over je melding.'} Alleen wie je melding heeft of krijgt, leest het.`,
    label: report.asked === undefined ? 'Je aanvulling' : 'Je antwoord',
    note: report.nameWithheld ? `Je naam blijft weg; schrijf die hier dus niet op. ${NO_PICTURES}` : NO_PICTURES,
  }),
  button: 'Versturen',
  readsOn: false,
};

const byForm: ReadonlyMap<string, Writing> = new Map([
  [reportVerbs.askForm, asking],
  [reportVerbs.noteForm, noting],
  [reportVerbs.answerForm, answering],
]);

const bySubmit: ReadonlyMap<string, Writing> = new Map([asking, noting, answering].map((each) => [each.submit, each]));

export const opensWriting = (verb: string): boolean => byForm.has(verb);
export const sendsWriting = (verb: string): boolean => bySubmit.has(verb);

/** The form; for an answer with the question above it. */
export function writeForm(staff: Staff, verb: string, ref: string): Promise<readonly Reply[]> {
  const writing = byForm.get(verb) ?? noting;
  return formOf(staff, { ref, verb: writing.may, during: verb, title: writing.title }, ({ kase, content }) =>
    reportWriteScreen({
      ...writing.words(kase),
      // The reporter's own: what others wrote is read under "Openen", which is journalled.
      parts: writing === answering && kase.report.asked !== undefined ? questionParts(content) : [],
      send: { title: writing.button, verb: writing.submit, data: { nonce: randomUUID(), ref } },
      steps: [openStep(ref, 'Terug')],
    }),
  );
}

function questionParts({ notes }: Content) {
  const question = notes.findLast(({ verb }) => verb === 'ask');
  return question === undefined ? [] : [{ label: 'De vraag', lines: linesOf(question.text) }];
}

export function write(staff: Staff, verb: string, values: Values): Promise<readonly Reply[]> {
  const writing = bySubmit.get(verb) ?? noting;
  const { ref = '' } = values;
  return guarded(
    staff,
    verb,
    async () => {
      // A fault in a form is told only to who may send it: to others there is no such case.
      if ((await reportFor(staff, ref, writing.may)) === undefined) return [show(noCase())];
      const text = cleaned(values.tekst);
      const errors = faultsIn(text);
      if (errors.length > 0) return [{ kind: 'field-errors', errors }];
      return carriedOut(staff, ref, writing.command(text), writing.readsOn ? readAgain(staff, ref) : undefined);
    },
    notSaved,
  );
}

function faultsIn(text: string): FieldError[] {
  const long = tooLong(text, MOST.toelichting);
  if (text === '') return [{ field: 'tekst', message: 'Schrijf er kort iets bij.' }];
  return long === undefined ? [] : [{ field: 'tekst', message: long }];
}
