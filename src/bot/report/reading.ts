import type { Fact } from '../../cards/case.ts';
import { maxCardBytes } from '../../cards/elements.ts';
import { type Part, reportReadScreen } from '../../cards/report-read.ts';
import type { Step } from '../../cards/screens.ts';
import type { Screen } from '../../conversation/reply.ts';
import type { Content, Note } from '../../handover/case.ts';
import { may, relationOf, type Verb } from '../../handover/may.ts';
import { notesFor } from '../../handover/notes.ts';
import { pupilOf } from '../../protocol/pupil.ts';
import { contextOf, type NoticeContext } from '../cases/context.ts';
import type { Staff } from '../cases/staff.ts';
import { linesOf } from '../cases/typed.ts';
import { openStep, passOnStep, receiveStep } from '../cases/verbs.ts';
import { functionOf, momentWords } from '../cases/words.ts';
import { dutiesData, measuresData } from './checklist.ts';
import { aboutOf, toldOf } from './content.ts';
import { isConduct, leakDeadline, type ReportCase } from './kase.ts';
import {
  answerStep,
  askStep,
  closeStep,
  dossierStep,
  excludeStep,
  messagesStep,
  nameStep,
  noteStep,
  startStep,
} from './verbs.ts';
import { answerWords, kindName, outcomeWords, partyWords, reporterWords, writerWords } from './words.ts';

/** A report in a dialog, with what people wrote, for whoever may open it; and what they can do with it. */

/** So many of the last messages stand in the dialog, or fewer where it would become too large; the others are a click away. */
const LAST = 3;
/** Left free for what a channel puts around a card. */
const ROOM = 1024;
/** So many stand on a page of their own. */
const PAGE = 6;

export function reportDialog(staff: Staff, kase: ReportCase, content: Content): Screen {
  const fits = ({ card }: Screen) => Buffer.byteLength(JSON.stringify(card)) + ROOM <= maxCardBytes;
  for (let last = LAST; last > 0; last -= 1) {
    const screen = dialogWith(last, staff, kase, content);
    if (fits(screen)) return screen;
  }
  return dialogWith(0, staff, kase, content);
}

function dialogWith(last: number, staff: Staff, kase: ReportCase, content: Content): Screen {
  const context = contextOf(kase, staff.organisation, staff.turn.ports);
  const relation = relationOf(kase, staff.actor);
  const open = kase.state === 'open';
  const can = (verb: Verb) => open && may(relation, verb, 'report');
  const handles = relation === 'recipient-now' || relation === 'recipient-beside';
  const notes = notesFor(relation, 'report', content.notes);
  const shown = last === 0 ? [] : notes.slice(-last);
  return reportReadScreen({
    headline: `Melding ${kase.ref}`,
    first: handles ? firstLines(kase, context) : [],
    facts: factsOf(kase, content, relation === 'asker', context),
    parts: [...toldParts(content), ...shown.map((note) => notePart(note, kase, context))],
    steps: mainSteps(kase, can),
    ...(handles ? { ...dutiesData(staff, kase, content), ...measuresData(staff, kase, content) } : nothingToDo),
    more: [
      ...(notes.length > shown.length ? [messagesStep(kase.ref, 0)] : []),
      ...seldomSteps(kase, can, may(relation, 'exclude', 'report')),
      ...dossierSteps(staff, kase),
    ],
  });
}

const nothingToDo = { duties: [], dutiesNote: '', measures: [], measuresNote: '' };

/** All messages of a report, a page at a time. */
export function messagesDialog(staff: Staff, kase: ReportCase, content: Content, from: number): Screen {
  const context = contextOf(kase, staff.organisation, staff.turn.ports);
  const notes = notesFor(relationOf(kase, staff.actor), 'report', content.notes);
  const start = Number.isInteger(from) && from > 0 ? Math.min(from, Math.max(0, notes.length - 1)) : 0;
  const end = start + PAGE;
  return reportReadScreen({
    headline: `Berichten bij melding ${kase.ref}`,
    first: [],
    facts: [],
    parts: notes.slice(start, end).map((note) => notePart(note, kase, context)),
    steps: [
      ...(end < notes.length ? [messagesStep(kase.ref, end, 'Latere berichten')] : []),
      ...(start > 0 ? [messagesStep(kase.ref, Math.max(0, start - PAGE), 'Eerdere berichten')] : []),
      openStep(kase.ref, 'Terug'),
    ],
    ...nothingToDo,
    more: [],
  });
}

function mainSteps(kase: ReportCase, can: (verb: Verb) => boolean): Step[] {
  const { ref, receivedAt, report } = kase;
  const begin = receivedAt === undefined ? [receiveStep(ref)] : [];
  return [
    ...(can('start') ? (report.startedAt === undefined ? [startStep(ref)] : []) : can('receive') ? begin : []),
    ...(can('ask') ? [askStep(ref)] : []),
    ...(can('pass-on') ? [passOnStep(ref)] : []),
    ...(can('close') ? [closeStep(ref)] : []),
    ...(can('answer') ? [answerStep(ref, report.asked !== undefined)] : []),
    ...(can('release-name') && report.nameWithheld ? [nameStep(ref)] : []),
  ];
}

/** Also of a closed report, for who closed it; none where no address leads to this server. */
function dossierSteps({ doubts, actor }: Staff, kase: ReportCase): Step[] {
  const allowed = doubts.dossiers !== undefined && may(relationOf(kase, actor), 'export', 'report');
  return allowed ? [dossierStep(kase.ref)] : [];
}

/** @param excludes also once it is closed: what was written stays */
const seldomSteps = ({ ref }: ReportCase, can: (verb: Verb) => boolean, excludes: boolean): Step[] => [
  ...(can('note') ? [noteStep(ref)] : []),
  ...(excludes ? [excludeStep(ref)] : []),
];

const ON_CONDUCT =
  'Mogelijk een seksueel misdrijf tegen een minderjarige? Het bestuur overlegt meteen met de vertrouwensinspecteur, 0900-1113111. Onderzoek het niet zelf.';

/** What the law asks before anything else. */
function firstLines(kase: ReportCase, { organisation }: NoticeContext): string[] {
  const conduct = isConduct(kase) ? [ON_CONDUCT] : [];
  const until = leakDeadline(kase);
  if (until === undefined) return conduct;
  return [
    ...conduct,
    `Is dit een datalek? Dan moet de school het binnen 72 uur melden bij de Autoriteit Persoonsgegevens: vóór ${momentWords(organisation, until)}.`,
  ];
}

function factsOf(kase: ReportCase, content: Content, own: boolean, context: NoticeContext): Fact[] {
  const { organisation, protocol } = context;
  const told = toldOf(content);
  const pupil = pupilOf(protocol?.meta);
  const about = aboutOf(content).map((email) => functionOf(organisation, email));
  const minor =
    told.affectedMinor === 'ja' ? ', minderjarig' : told.affectedMinor === 'nee' ? ', niet minderjarig' : '';
  const works = told.byWorksHere === 'ja' ? ', werkt voor de school' : '';
  return [
    ...(own ? [] : [{ title: 'Van', value: reporterWords(kase, organisation) }]),
    { title: 'Gemeld', value: momentWords(organisation, new Date(kase.openedAt)) },
    { title: 'Soort', value: `${kindName(kase)}${kase.urgent ? ', met spoed' : ''}` },
    { title: 'Speelt het nog', value: told.ongoing === undefined ? 'Niet ingevuld' : answerWords[told.ongoing] },
    ...(told.affected
      ? [{ title: 'Wie heeft er last van', value: `${partyWords(told.affected, pupil)}${minor}` }]
      : []),
    ...(told.by ? [{ title: 'Wie deed het', value: `${partyWords(told.by, pupil)}${works}` }] : []),
    ...(about.length > 0 ? [{ title: 'Gaat over', value: about.join(', ') }] : []),
    ...(kase.report.closed ? [{ title: 'Uitkomst', value: outcomeWords(kase.report.closed.outcome) }] : []),
  ];
}

const labels = [
  ['wat', 'Wat er is gebeurd'],
  ['waar', 'Waar'],
  ['wanneer', 'Wanneer'],
  ['link', 'Link'],
] as const;

function toldParts({ fields }: Content): Part[] {
  return labels.flatMap(([field, label]) => {
    const lines = linesOf(fields[field] ?? '');
    return lines.length === 0 ? [] : [{ label, lines }];
  });
}

function notePart(note: Note, kase: ReportCase, { organisation }: NoticeContext): Part {
  const by = writerWords(note, kase, organisation);
  const what = noteWords[note.verb] ?? (note.verb.startsWith('duty:') ? 'Uitleg bij een plicht, door' : 'Van');
  return {
    label: `${what} ${by} · ${momentWords(organisation, new Date(note.at))}`,
    lines: linesOf(note.text),
  };
}

const noteWords: Readonly<Record<string, string>> = {
  ask: 'Vraag van',
  answer: 'Antwoord van',
  note: 'Notitie van',
  'pass-on': 'Doorgezet door',
  close: 'Terugkoppeling van',
};
