import { randomUUID } from 'node:crypto';
import { type ReportFormData, reportFormScreen } from '../../cards/report-form.ts';
import { textScreen } from '../../cards/text.ts';
import type { Values } from '../../conversation/event.ts';
import type { Reply, Screen } from '../../conversation/reply.ts';
import type { LawCase } from '../../protocol/knowledge.ts';
import { pupilOf } from '../../protocol/pupil.ts';
import { REPORT_MOST } from '../../report/form.ts';
import { kindNames, parties, reportKinds } from '../../report/report.ts';
import { inDialog, notDone } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { filledIn } from '../cases/typed.ts';
import { fileLines } from '../files.ts';
import { heardIn } from '../hearing.ts';
import { firstLines, isPressing, toldCases } from './danger.ts';
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
  return [await formDialog(staff, { ...taken, ...along }, randomUUID())];
}

/** "Meer invullen": the same form with all its fields, and what was typed in them. */
export async function moreForm(staff: Staff, values: Values, nonce: string): Promise<readonly Reply[]> {
  const text = values.wat ?? '';
  const kind = staff.doubts.reports.kinds.propose(text);
  const told = await toldIn(staff, values);
  const proposed: Values = {
    ...(kind === 'anders' ? {} : { soort: kind }),
    ...(isPressing(told) ? { spoed: 'true' } : {}),
  };
  return [dialogOf(staff, { ...proposed, ...values, alles: 'ja' }, nonce, told)];
}

/** "Terug": the form as it was, out of the draft. */
export function backToForm(staff: Staff, nonce: string): Promise<readonly Reply[]> {
  return guarded(
    staff,
    reportVerbs.back,
    async () => {
      const draft = await draftOf(staff, nonce);
      return [draft.kind === 'typed' ? await formDialog(staff, draft.values, nonce) : inDialog(TITLE, expired())];
    },
    () => inDialog(TITLE, notDone()),
  );
}

/** @param values what was typed; `alles: ja` shows all fields */
export async function formDialog(staff: Staff, values: Values, nonce: string): Promise<Reply> {
  return dialogOf(staff, values, nonce, await toldIn(staff, values));
}

/** The legal cases of what was typed so far: what it says, and what is heard in it. */
async function toldIn(staff: Staff, { wat = '' }: Values): Promise<readonly LawCase[]> {
  return [...new Set([...toldCases(wat), ...(await heardIn(staff.turn.ports, staff.protocol, wat))])];
}

const dialogOf = (staff: Staff, values: Values, nonce: string, told: readonly LawCase[]): Reply =>
  inDialog(TITLE, reportFormScreen(formData(staff, values, nonce, told), values));

function formData(staff: Staff, values: Values, nonce: string, told: readonly LawCase[]): ReportFormData {
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
    first: [...fileLines(values), ...firstLines(staff.doubts.law, told, meta)],
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
