import { randomUUID } from 'node:crypto';
import { type ReportFormData, reportFormScreen } from '../../cards/report-form.ts';
import { textScreen } from '../../cards/text.ts';
import type { Values } from '../../conversation/event.ts';
import type { Reply, Screen } from '../../conversation/reply.ts';
import { pupilOf } from '../../protocol/pupil.ts';
import { REPORT_MOST } from '../../report/form.ts';
import { kindNames, parties, reportKinds } from '../../report/report.ts';
import { inDialog, notDone } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { filledIn } from '../cases/typed.ts';
import { fileLines } from '../files.ts';
import { firstLines, soundsUrgent, toldCases } from './danger.ts';
import { draftOf } from './draft.ts';
import { isCut, peopleFor } from './excluding.ts';
import { reportVerbs } from './verbs.ts';
import { partyWords } from './words.ts';

/** The form of a report: three questions, and the rest when somebody asks for it. */

const TITLE = 'Iets melden';
const NOT_ON_IT =
  ' Gaat het over een collega die niet in de lijst staat? Noem die dan in je tekst; dan vraag ik het voordat je verstuurt.';

/**
 * Begins a report; with the text of a question that was put to the bot already, where it still knows it.
 * @param values `wat` and `waar`, where a channel fills in a message that somebody picked; `bestanden` when a file was with it
 */
export async function openForm(staff: Staff, { antwoord, bestanden, ...values }: Values): Promise<readonly Reply[]> {
  const asked = staff.turn.remembered.asked?.find(({ key }) => key === antwoord);
  const taken: Values =
    asked === undefined ? filledIn(values, { wat: REPORT_MOST.wat, waar: REPORT_MOST.waar }) : { wat: asked.question };
  const along = {
    ...(antwoord === undefined ? {} : { uit: 'antwoord' }),
    ...(bestanden === undefined ? {} : { bestanden: 'ja' }),
  };
  return [formDialog(staff, { ...taken, ...along }, randomUUID())];
}

/** "Meer invullen": the same form with all its fields, and what was typed in them. */
export async function moreForm(staff: Staff, values: Values, nonce: string): Promise<readonly Reply[]> {
  const text = values.wat ?? '';
  const kind = staff.doubts.reports.kinds.propose(text);
  const proposed: Values = {
    ...(kind === 'anders' ? {} : { soort: kind }),
    ...(soundsUrgent(text) ? { spoed: 'true' } : {}),
  };
  return [formDialog(staff, { ...proposed, ...values, alles: 'ja' }, nonce)];
}

/** "Terug": the form as it was, out of the draft. */
export function backToForm(staff: Staff, nonce: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    reportVerbs.back,
    async () => {
      const draft = await draftOf(staff, nonce);
      return [draft.kind === 'typed' ? formDialog(staff, draft.values, nonce) : inDialog(TITLE, expired())];
    },
    () => inDialog(TITLE, notDone()),
  );
}

/** @param values what was typed; `alles: ja` shows all fields */
export function formDialog(staff: Staff, values: Values, nonce: string): Reply {
  return inDialog(TITLE, reportFormScreen(formData(staff, values, nonce), values));
}

function formData(staff: Staff, values: Values, nonce: string): ReportFormData {
  const { meta } = staff.protocol;
  const pupil = pupilOf(meta);
  const all = values.alles === 'ja';
  // What is not a field of its own goes along with the button, so that the next step knows it.
  const along = {
    nonce,
    ...(all ? { alles: 'ja' } : {}),
    ...(values.uit === undefined ? {} : { uit: 'antwoord' }),
    ...(values.bestanden === undefined ? {} : { bestanden: 'ja' }),
  };
  return {
    first: [...fileLines(values), ...firstLines(staff.doubts.law, toldCases(values.wat ?? ''), meta)],
    intro: `Drie vragen zijn genoeg. Voordat je verstuurt, zie je wie het krijgt.${all && isCut(staff) ? NOT_ON_IT : ''}`,
    more: all
      ? {
          kinds: reportKinds.map((kind) => ({ title: kindNames[kind], value: kind })),
          parties: parties.map((party) => ({ title: partyWords(party, pupil), value: party })),
          minor: `Is dat een minderjarige ${pupil.one}?`,
          people: peopleFor(staff),
        }
      : null,
    next: { title: 'Verder', verb: reportVerbs.next, data: along },
    steps: all ? [] : [{ title: 'Meer invullen', verb: reportVerbs.more, data: along }],
  };
}

/** The time of a form is over, and what was typed is gone. */
export const expired = (): Screen =>
  textScreen({
    title: 'Dit formulier is verlopen',
    text: 'Wat je invulde, bewaar ik maar een paar uur. Er is niets verstuurd. Begin opnieuw.',
    steps: [{ title: 'Opnieuw beginnen', verb: reportVerbs.begin, data: {} }],
  });
