import type { ReportReadData } from '../../cards/report-read.ts';
import type { Content, DutyMark } from '../../handover/case.ts';
import { type Pupil, pupilOf } from '../../protocol/pupil.ts';
import { dutiesFor, measuresFor } from '../../report/duties.ts';
import type { Duty, Ladder } from '../../report/report.ts';
import { contextOf } from '../cases/context.ts';
import type { Staff } from '../cases/staff.ts';
import { functionOf, momentWords } from '../cases/words.ts';
import { casesIn, factsOf } from './content.ts';
import type { ReportCase } from './kase.ts';
import { tickStep } from './verbs.ts';
import { articleWords, dutyWords, sourceWords } from './words.ts';

/** What stands beside a report for who handles it: what must be done, and what can be. */

/** The duties of a report as the files have them now; the required ones were fixed when it was sent. */
export function dutiesOf(staff: Staff, kase: ReportCase, content: Content): readonly Duty[] {
  const { protocol } = contextOf(kase, staff.organisation, staff.turn.ports);
  if (protocol === undefined) return [];
  const { reports, law } = staff.doubts;
  const report = factsOf(kase, content);
  return dutiesFor({ report, told: casesIn(content), protocol, organisation: staff.organisation, reports, law });
}

/** A duty of the list; one that was required when the report was sent can be dealt with though no file has it any more. */
export function dutyOf(staff: Staff, kase: ReportCase, content: Content, id: string): Duty | undefined {
  const known = dutiesOf(staff, kase, content).find((duty) => duty.id === id);
  if (known !== undefined || !kase.report.required.includes(id)) return known;
  return { id, text: `Een plicht die niet meer op de lijst staat: ${id}`, must: true, source: FORMER };
}

const FORMER: Duty['source'] = { kind: 'protocol', article: '', place: 'een eerdere versie van de lijst' };

/** Whether a duty begins with a question ("Deed een medewerker dit?"): a no is explanation enough. */
export const isConditional = ({ text }: Duty): boolean => /^[^.?]*\?/.test(text);

/** What is kept when a duty does not apply and nothing more was said. */
export const NOT_HERE = 'Geldt hier niet.';

export function dutiesData(
  staff: Staff,
  kase: ReportCase,
  content: Content,
): Pick<ReportReadData, 'duties' | 'dutiesNote'> {
  const { duties: marks, required } = kase.report;
  const duties = dutiesOf(staff, kase, content).map((duty) => {
    const mark = Object.hasOwn(marks, duty.id) ? marks[duty.id] : undefined;
    return {
      title: duty.text,
      text: mark === undefined ? dutyWords(duty) : `${markWords(mark, staff)} · ${sourceWords(duty.source)}`,
      settled: mark !== undefined,
      step: tickStep(duty.text, kase.ref, duty.id),
    };
  });
  const waits = required.some((id) => !Object.hasOwn(marks, id));
  if (duties.length === 0) return { duties, dutiesNote: 'Hiervoor noemen protocol en wet niets wat moet.' };
  return { duties, dutiesNote: waits ? 'Wat moet, vink je af of leg je uit voordat je afhandelt.' : '' };
}

function markWords({ state, by, at }: DutyMark, { organisation }: Staff): string {
  const what = state === 'done' ? 'Gedaan' : 'Uitgelegd';
  return `${what} door ${functionOf(organisation, by)}, ${momentWords(organisation, new Date(at))}`;
}

export function measuresData(
  staff: Staff,
  kase: ReportCase,
  content: Content,
): Pick<ReportReadData, 'measures' | 'measuresNote'> {
  const { protocol } = contextOf(kase, staff.organisation, staff.turn.ports);
  if (protocol === undefined) return { measures: [], measuresNote: '' };
  const { ladders, notes } = measuresFor({ report: factsOf(kase, content), protocol, reports: staff.doubts.reports });
  return {
    measures: ladders.map((ladder) => ladderRow(ladder, pupilOf(protocol.meta))),
    measuresNote: notes
      .map(({ text, place }) => (place === undefined ? text : `${text} (${articleWords(place)})`))
      .join(' '),
  };
}

/** One line a ladder: a phone shows all of it, and the steps are known by their order. */
function ladderRow({ for: whom, steps }: Ladder, { one }: Pupil): ReportReadData['measures'][number] {
  const people = {
    leerling: `een ${one}`,
    medewerker: 'een medewerker',
    ouder: 'een ouder',
  };
  const places = [...new Set(steps.map(({ place }) => place))];
  const said = steps.map(({ text, place }) => (places.length > 1 ? `${text} (${place})` : text));
  const by = steps.find((step) => step.by !== undefined)?.by;
  const source = places.length === 1 ? ` · ${places.map(articleWords)}` : '';
  return {
    title: `Voor ${whom.map((each) => people[each]).join(' of ')}: ${said.join(' → ')}`,
    text: `${by === undefined ? 'Wie beslist, staat er niet bij' : `Beslist: ${by}`}${source}`,
  };
}
