import { caseNoticeScreen, type Fact } from '../../cards/case.ts';
import type { Step } from '../../cards/screens.ts';
import type { Screen } from '../../conversation/reply.ts';
import { holderOf, type Track } from '../../handover/case.ts';
import type { Relation } from '../../handover/may.ts';
import { rulesOf } from '../../handover/rules-of.ts';
import { overAt, type Stage } from '../../handover/stages.ts';
import type { NoticeContext } from '../cases/context.ts';
import { openStep, passOnStep, receiveStep } from '../cases/verbs.ts';
import { functionOf, momentWords, schoolName, subjectWords } from '../cases/words.ts';
import { leakDeadline, type ReportCase } from './kase.ts';
import { closeStep, startStep } from './verbs.ts';
import { dayWords, kindName, whyYou } from './words.ts';

/**
 * The card about a report for somebody who has it or had it: that it is there, of which kind and how urgent. With the name
 * withheld nothing here tells who it was, nor at which school or in which team.
 */
export function reportNoticeScreen(
  kase: ReportCase,
  stage: Stage,
  who: { readonly relation: Relation; readonly person: string },
  context: NoticeContext,
): Screen {
  if (kase.state !== 'open') return doneScreen(kase, context);
  if (who.relation === 'recipient-now') return holderScreen(kase, stage, kase, context);
  const track = (kase.beside ?? []).find((each) => holderOf(each)?.email === who.person);
  return who.relation === 'recipient-beside' && track !== undefined
    ? holderScreen(kase, stage, track, context)
    : elsewhereScreen(kase, context);
}

function holderScreen(kase: ReportCase, stage: Stage, track: Track, context: NoticeContext): Screen {
  const main = track === kase;
  const { headline, text } = main ? calls(kase, stage, context) : besideCalls(track, stage);
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: kase.urgent ? 'attention' : 'warning',
    headline,
    text,
    facts: [...factsOf(kase, context), ...ownFacts(kase, track, context)],
    steps: [openStep(kase.ref), ...nextSteps(kase, track, main)],
  });
}

/** What one most likely does next; all else is behind "Openen". */
function nextSteps({ ref, report }: ReportCase, { receivedAt }: Track, main: boolean): Step[] {
  if (receivedAt === undefined) return [receiveStep(ref), ...(main ? [passOnStep(ref)] : [])];
  if (!main) return [];
  return report.startedAt === undefined ? [startStep(ref), passOnStep(ref)] : [closeStep(ref)];
}

type Call = { readonly headline: string; readonly text: string };

/** What the one who has it is asked, by stage. */
function calls(kase: ReportCase, stage: Stage, { organisation }: NoticeContext): Call {
  const feedback = dayWords(organisation, new Date(kase.report.feedbackBy));
  switch (stage) {
    case 'remind':
      return {
        headline: 'Herinnering: er wacht een melding op je.',
        text: 'Bevestig de ontvangst, of zet de melding door.',
      };
    case 'daily':
      return {
        headline: 'Deze melding ligt nog steeds bij jou.',
        text: 'Er is niemand anders aan wie ik die kan geven. Kijk er vandaag naar, of zet de melding door.',
      };
    case 'news':
      return { headline: 'Er is nieuws van de melder.', text: 'Kies “Openen” om het te lezen.' };
    case 'follow-up':
      return {
        headline: 'Deze melding loopt nog.',
        text: `De melder hoort uiterlijk ${feedback} wat er is gedaan. Ga verder, of handel de melding af.`,
      };
    case 'overdue':
      return {
        headline: 'De terugkoppeling is te laat.',
        text: `De melder had uiterlijk ${feedback} moeten horen wat er is gedaan. Handel de melding vandaag af.`,
      };
    default:
      return standingCall(kase);
  }
}

function standingCall({ receivedAt, report }: ReportCase): Call {
  if (report.asked !== undefined)
    return { headline: 'Je vraag ligt bij de melder.', text: 'Zodra er antwoord is, krijg je bericht.' };
  if (report.startedAt !== undefined)
    return {
      headline: 'Je hebt deze melding in behandeling.',
      text: 'De melder ziet dat. Alles wat je kunt doen, staat onder “Openen”.',
    };
  if (receivedAt !== undefined)
    return {
      headline: 'Deze melding ligt bij jou. De melder weet dat.',
      text: 'Alles wat je kunt doen, staat onder “Openen”.',
    };
  return {
    headline: 'Er is een melding voor jou.',
    text: 'Kies “Openen” om te lezen wat er is gebeurd. Dat staat niet in deze chat.',
  };
}

function besideCalls({ receivedAt }: Track, stage: Stage): Call {
  const start = stage === 'remind' || stage === 'daily' ? 'Herinnering: er' : 'Er';
  return receivedAt === undefined
    ? {
        headline: `${start} is een melding waarbij misschien persoonsgegevens zijn gelekt.`,
        text: 'Iemand anders handelt de melding af. Beoordeel jij of dit naar de Autoriteit Persoonsgegevens moet.',
      }
    : { headline: 'Je kijkt mee met deze melding.', text: 'Wat je doet of besluit, vink je af onder “Openen”.' };
}

/** Somebody who had it before, while somebody else has it now. */
function elsewhereScreen(kase: ReportCase, context: NoticeContext): Screen {
  const holder = holderOf(kase);
  const who = holder === undefined ? 'iemand anders' : functionOf(context.organisation, holder.email);
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: 'neutral',
    headline: `Deze melding ligt nu bij ${who}.`,
    text: 'Je hoeft niets meer te doen.',
    facts: factsOf(kase, context),
    steps: [openStep(kase.ref)],
  });
}

function doneScreen(kase: ReportCase, context: NoticeContext): Screen {
  const { closed } = kase.report;
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: 'neutral',
    headline: 'Deze melding is afgehandeld.',
    text: closed === undefined ? '' : `Door ${functionOf(context.organisation, closed.by)}. De melder kreeg bericht.`,
    facts: factsOf(kase, context),
    steps: [openStep(kase.ref)],
  });
}

function factsOf(kase: ReportCase, { organisation }: NoticeContext): Fact[] {
  return [
    { title: 'Nummer', value: kase.ref },
    { title: 'Soort', value: kindName(kase) },
    ...(kase.report.nameWithheld
      ? [{ title: 'Van', value: 'de melder houdt de naam achter' }]
      : [{ title: 'School', value: schoolName(organisation, kase.location) }]),
    { title: 'Gemeld', value: momentWords(organisation, new Date(kase.openedAt)) },
  ];
}

/** Only for who has it now: why it came here, and by when. */
function ownFacts(kase: ReportCase, track: Track, { organisation, protocol }: NoticeContext): Fact[] {
  const holder = holderOf(track);
  const leak = leakDeadline(kase);
  const why = holder === undefined ? '' : whyYou(holder, kase, protocol);
  const until = overAt({ ...kase, ...track }, rulesOf(organisation, kase, new Date(track.since)));
  return [
    ...(why === '' ? [] : [{ title: 'Waarom jij', value: why }]),
    ...(leak === undefined ? [] : [{ title: 'Datalek melden vóór', value: momentWords(organisation, leak) }]),
    track.receivedAt === undefined
      ? { title: 'Ontvangst vóór', value: momentWords(organisation, until) }
      : { title: 'Terugkoppeling', value: `uiterlijk ${dayWords(organisation, new Date(kase.report.feedbackBy))}` },
  ];
}
