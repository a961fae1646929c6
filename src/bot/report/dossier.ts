import type { Content, Note, Placed } from '../../handover/case.ts';
import type { JournalEntry } from '../../handover/journal.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { pupilOf } from '../../protocol/pupil.ts';
import { dutiesFor, measuresFor } from '../../report/duties.ts';
import type { Duty, Measures } from '../../report/report.ts';
import { contextOf } from '../cases/context.ts';
import type { DoubtPorts } from '../cases/ports.ts';
import { functionOf, schoolName } from '../cases/words.ts';
import type { Ports } from '../ports.ts';
import { aboutOf, casesIn, factsOf, toldOf } from './content.ts';
import type { ReportCase } from './kase.ts';
import { journalLines } from './logbook.ts';
import {
  answerWords,
  datedWords,
  kindName,
  outcomeWords,
  partyWords,
  reporterWords,
  sourceWords,
  writerWords,
} from './words.ts';

/** Everything of one report in one value, for who handled it to keep or to hand over. All of it is for people to read. */
export type Dossier = {
  readonly format: 'bij-twijfel/dossier@1';
  readonly ref: string;
  readonly made: { readonly at: string; readonly by: string };
  readonly facts: readonly Line[];
  /** What was told, under the questions of the form. */
  readonly report: readonly Line[];
  readonly messages: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly text: string;
  }[];
  readonly duties: readonly DutyLine[];
  readonly measures: readonly { readonly for: string; readonly steps: readonly string[] }[];
  readonly journal: readonly { readonly at: string; readonly by: string; readonly what: string }[];
  /** The articles and laws that the dossier refers to, whole. */
  readonly articles: readonly { readonly place: string; readonly title: string; readonly text: string }[];
};

export type Line = { readonly label: string; readonly text: string };

export type DutyLine = {
  readonly text: string;
  readonly source: string;
  readonly must: boolean;
  /** "Gedaan door …, 23 november 2026 10:00", or that nothing was done yet. */
  readonly state: string;
  readonly explanation?: string;
};

export type DossierOf = {
  readonly kase: ReportCase;
  readonly content: Content;
  readonly journal: readonly JournalEntry[];
  readonly organisation: Organisation;
  readonly ports: Pick<Ports, 'protocol' | 'protocolAt'>;
  readonly doubts: Pick<DoubtPorts, 'reports' | 'law'>;
  /** Who takes it out, by e-mail, and when. */
  readonly by: string;
  readonly at: Date;
};

/**
 * Makes the dossier: pure. Who withheld their name is "de melder" throughout, and nothing in it says where they work. Who was
 * excluded, and what only they did or wrote, is left out: the dossier does not say that anybody was.
 */
export function dossierOf(given: DossierOf): Dossier {
  const { kase, content, organisation, by, at } = given;
  const { protocol } = contextOf(kase, organisation, given.ports);
  const duties = protocol === undefined ? [] : dutiesOf(given);
  const measures =
    protocol === undefined
      ? []
      : measuresFor({ report: factsOf(kase, content), protocol, reports: given.doubts.reports }).ladders;
  const notes = content.notes.filter((note) => !kase.excluded.includes(note.by));
  return {
    format: 'bij-twijfel/dossier@1',
    ref: kase.ref,
    made: { at: at.toISOString(), by: functionOf(organisation, by) },
    facts: caseLines(given),
    report: toldLines(given),
    messages: notes.filter(({ verb }) => !verb.startsWith('duty:')).map((note) => messageOf(note, kase, organisation)),
    duties: duties.map((duty) => dutyLine(duty, notes, given)),
    measures: measures.map((ladder) => ({
      for: ladder.for.join(', '),
      steps: ladder.steps.map(({ text, place }) => `${text} (${place})`),
    })),
    journal: journalLines(given.journal, kase, organisation),
    articles: articlesOf(given, duties, measures),
  };
}

function dutiesOf({ kase, content, organisation, ports, doubts }: DossierOf): readonly Duty[] {
  const { protocol } = contextOf(kase, organisation, ports);
  if (protocol === undefined) return [];
  return dutiesFor({
    report: factsOf(kase, content),
    told: casesIn(content),
    protocol,
    organisation,
    reports: doubts.reports,
    law: doubts.law,
  });
}

function caseLines({ kase, organisation, ports }: DossierOf): Line[] {
  const { report, openedAt, urgent, location } = kase;
  const { protocol } = contextOf(kase, organisation, ports);
  const moment = (at: string) => datedWords(organisation, new Date(at));
  const had = kase.recipients.slice(0, kase.at + 1).filter(({ email }) => !kase.excluded.includes(email));
  const whom = (each: Placed) => functionOf(organisation, each.email);
  return [
    { label: 'Bestuur', text: organisation.name },
    ...(report.nameWithheld ? [] : [{ label: 'School', text: schoolName(organisation, location) }]),
    ...(protocol === undefined || report.nameWithheld ? [] : [{ label: 'Protocol', text: protocol.meta.name }]),
    { label: 'Van', text: reporterWords(kase, organisation) },
    { label: 'Gemeld', text: moment(openedAt) },
    { label: 'Soort', text: `${kindName(kase)}${urgent ? ', met spoed' : ''}` },
    { label: 'Lag bij', text: had.map(whom).join(', daarna ') },
    ...(report.closed === undefined
      ? [{ label: 'Stand', text: 'Loopt nog' }]
      : [
          { label: 'Uitkomst', text: outcomeWords(report.closed.outcome) },
          {
            label: 'Afgehandeld',
            text: `${moment(report.closed.at)}, door ${functionOf(organisation, report.closed.by)}`,
          },
        ]),
  ];
}

function toldLines({ kase, content, organisation, ports }: DossierOf): Line[] {
  const { fields } = content;
  const told = toldOf(content);
  const pupil = pupilOf(contextOf(kase, organisation, ports).protocol?.meta);
  const about = aboutOf(content).map((email) => functionOf(organisation, email));
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Wat er is gebeurd', fields.wat],
    ['Waar', fields.waar],
    ['Wanneer', fields.wanneer],
    ['Speelt het nog', told.ongoing === undefined ? 'Niet ingevuld' : answerWords[told.ongoing]],
    ['Wie heeft er last van', told.affected && partyWords(told.affected, pupil)],
    ['Is die minderjarig', told.affectedMinor && answerWords[told.affectedMinor]],
    ['Wie deed het', told.by && partyWords(told.by, pupil)],
    ['Werkt die voor de school', told.byWorksHere && answerWords[told.byWorksHere]],
    ['Over wie gaat het', about.join(', ')],
    ['Link', fields.link],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

function messageOf(note: Note, kase: ReportCase, organisation: Organisation): Dossier['messages'][number] {
  return {
    at: note.at,
    by: writerWords(note, kase, organisation),
    what: whats[note.verb] ?? 'Bericht',
    text: note.text,
  };
}

const whats: Readonly<Record<string, string>> = {
  ask: 'Vraag aan de melder',
  answer: 'Antwoord',
  note: 'Notitie',
  'pass-on': 'Doorgezet, omdat',
  close: 'Terugkoppeling aan de melder',
};

function dutyLine(duty: Duty, notes: readonly Note[], { kase, organisation }: DossierOf): DutyLine {
  const { duties } = kase.report;
  const mark = Object.hasOwn(duties, duty.id) ? duties[duty.id] : undefined;
  const explanation = notes.findLast(({ verb }) => verb === `duty:${duty.id}`)?.text;
  const done =
    mark &&
    `${mark.state === 'done' ? 'Gedaan' : 'Uitgelegd'} door ${functionOf(organisation, mark.by)}, ${datedWords(organisation, new Date(mark.at))}`;
  return {
    text: duty.text,
    source: sourceWords(duty.source),
    must: duty.must,
    state: done ?? 'Nog niets over vastgelegd',
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function articlesOf(
  { kase, organisation, ports, doubts }: DossierOf,
  duties: readonly Duty[],
  ladders: Measures['ladders'],
): Dossier['articles'] {
  const { protocol } = contextOf(kase, organisation, ports);
  const cited = [
    ...kase.recipients.slice(0, kase.at + 1).flatMap(({ article }) => (article === undefined ? [] : [article])),
    ...duties.flatMap(({ source }) => (source.kind === 'protocol' ? [source.article] : [])),
    ...ladders.flatMap(({ steps }) => steps.map(({ article }) => article)),
  ];
  const own = [...new Set(cited)].flatMap((id) => protocol?.byId.get(id) ?? []);
  const laws = duties.flatMap(({ source }) => (source.kind === 'wet' ? [source.law] : []));
  return [
    ...own.map(({ place, title, text }) => ({ place, title, text })),
    ...doubts.law
      .filter(({ id }) => laws.includes(id))
      .map(({ title, text, source }) => ({ place: source, title, text })),
  ];
}
