import { caseNoticeScreen } from '../../cards/case.ts';
import type { Tone } from '../../cards/screens.ts';
import type { Screen } from '../../conversation/reply.ts';
import { type Case, type Decision, holderOf } from '../../handover/case.ts';
import type { Relation } from '../../handover/may.ts';
import { rulesOf } from '../../handover/rules-of.ts';
import { overAt, type Stage } from '../../handover/stages.ts';
import type { NoticeContext } from '../cases/context.ts';
import { openStep, passOnStep, receiveStep } from '../cases/verbs.ts';
import {
  decisionWords,
  functionOf,
  isQuestion,
  momentWords,
  schoolName,
  subjectWords,
  whyWords,
} from '../cases/words.ts';

/** The card about a doubt for somebody who has it or had it. */
export function doubtNoticeScreen(kase: Case, stage: Stage, relation: Relation, context: NoticeContext): Screen {
  return kase.state === 'open' ? waitingScreen(kase, stage, relation, context) : doneScreen(kase, context);
}

function waitingScreen(kase: Case, stage: Stage, relation: Relation, context: NoticeContext): Screen {
  if (relation !== 'recipient-now') return elsewhereScreen(kase, context);
  const { ref } = kase;
  const { headline, text } = calls(kase, stage);
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: toneOf(kase),
    headline,
    text,
    facts: [...factsOf(kase, context), ...ownFacts(kase, context)],
    steps: [openStep(ref), ...(kase.receivedAt === undefined ? [receiveStep(ref)] : []), passOnStep(ref)],
  });
}

/** What the one who has it is asked, by stage. */
function calls(kase: Case, stage: Stage): { readonly headline: string; readonly text: string } {
  const first = firstWords(kase);
  const wait = isQuestion(kase) ? 'Je collega wacht op je antwoord.' : 'Tot jij beslist, plaatst je collega het niet.';
  switch (stage) {
    case 'remind':
      return { headline: 'Herinnering: een collega wacht op je.', text: wait };
    case 'daily':
      return {
        headline: 'Dit ligt nog steeds bij jou.',
        text: 'Er is niemand anders aan wie ik dit kan geven. Kijk er vandaag naar, of zet het door.',
      };
    case 'tell':
      return kase.receivedAt === undefined
        ? { headline: first, text: wait }
        : { headline: 'Dit ligt bij jou. Je collega weet dat je het hebt.', text: wait };
    default:
      return { headline: first, text: wait };
  }
}

function firstWords({ kind, subject }: Case): string {
  if (isQuestion({ kind, subject })) return 'Een collega heeft een vraag waar het protocol niets over zegt.';
  return subject === 'ontsporing'
    ? 'Een gesprek online loopt uit de hand. Een collega vraagt je nu om hulp.'
    : 'Een collega twijfelt en vraagt het aan jou.';
}

/** Somebody who had it before, while somebody else has it now. */
function elsewhereScreen(kase: Case, context: NoticeContext): Screen {
  const holder = holderOf(kase);
  const who = holder === undefined ? 'iemand anders' : functionOf(context.organisation, holder.email);
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: 'neutral',
    headline: `Dit ligt nu bij ${who}.`,
    text: `Je hoeft niets meer te doen. Weet je het antwoord? Dan mag je nog ${isQuestion(kase) ? 'antwoorden' : 'beslissen'}.`,
    facts: factsOf(kase, context),
    steps: [openStep(kase.ref)],
  });
}

function doneScreen(kase: Case, context: NoticeContext): Screen {
  const { decision, ref, state } = kase;
  const { organisation } = context;
  const byWhom =
    decision === undefined
      ? ''
      : `${isQuestion(kase) ? 'Beantwoord' : 'Besloten'} door ${functionOf(organisation, decision.by)}.`;
  const withdrawn = state === 'withdrawn';
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: 'neutral',
    headline: withdrawn
      ? 'Je collega heeft dit ingetrokken.'
      : decision === undefined
        ? 'Dit is afgerond.'
        : doneWords(kase, decision),
    text: withdrawn ? 'Je hoeft niets meer te doen.' : byWhom,
    facts: factsOf(kase, context),
    steps: [openStep(ref)],
  });
}

const doneWords = (kase: Case, { kind }: Decision): string =>
  isQuestion(kase) ? 'Deze vraag is beantwoord.' : `Besluit: ${decisionWords(kind).toLowerCase()}.`;

const toneOf = ({ urgent }: Case): Tone => (urgent ? 'attention' : 'warning');

function factsOf(kase: Case, { organisation }: NoticeContext) {
  return [
    { title: 'Nummer', value: kase.ref },
    { title: 'School', value: schoolName(organisation, kase.location) },
    { title: 'Gevraagd', value: momentWords(organisation, new Date(kase.openedAt)) },
  ];
}

/** Only for who has it now: why it came here, and by when. */
function ownFacts(kase: Case, { organisation, protocol }: NoticeContext) {
  const holder = holderOf(kase);
  const rules = rulesOf(organisation, kase, new Date(kase.since));
  const why = holder === undefined ? '' : whyWords(holder.reason, holder.article, protocol);
  return [
    ...(why === '' ? [] : [{ title: 'Waarom jij', value: why }]),
    { title: 'Graag vóór', value: momentWords(organisation, overAt(kase, rules)) },
  ];
}
