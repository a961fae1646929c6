import { caseNoticeScreen } from '../../cards/case.ts';
import type { Tone } from '../../cards/screens.ts';
import type { Screen } from '../../conversation/reply.ts';
import { type Case, holderOf } from '../../handover/case.ts';
import { may, type Relation, relationOf } from '../../handover/may.ts';
import { rulesOf } from '../../handover/rules-of.ts';
import { overAt, type Stage } from '../../handover/stages.ts';
import { statusScreen } from '../doubt/status.ts';
import type { Ports } from '../ports.ts';
import { contextOf, type NoticeContext } from './context.ts';
import { noCase } from './fixed.ts';
import { openStep, passOnStep, receiveStep } from './verbs.ts';
import { decisionWords, functionOf, momentWords, schoolName, subjectWords, whyWords } from './words.ts';

/**
 * The card about a case for one person at a stage. Holds our own words only: a card in a chat survives on phones and in
 * exports. What somebody sees follows from what they are to the case; who is nothing to it gets what a stranger gets.
 */
export function noticeFor(kase: Case, stage: Stage, person: string, context: NoticeContext): Screen {
  const relation = relationOf(kase, { kind: 'person', organisation: kase.organisation, email: person });
  if (!may(relation, 'open', kase.kind)) return noCase();
  if (relation === 'asker') return statusScreen(kase, context);
  return kase.state === 'open' ? waitingScreen(kase, stage, relation, context) : doneScreen(kase, context);
}

/** The same as the delivery loop asks for it. Throws when the organisation's file is gone: the loop tries again later. */
export function noticesOver(ports: Pick<Ports, 'organisation' | 'protocol' | 'protocolAt'>) {
  return (kase: Case, stage: Stage, person: string): Screen => {
    const organisation = ports.organisation(kase.organisation);
    if (organisation === undefined) throw new Error('The organisation of a case has no file any more.');
    return noticeFor(kase, stage, person, contextOf(kase, organisation, ports));
  };
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
  const report = kase.kind === 'report';
  const first = report ? 'Er is een melding voor jou.' : firstWords(kase);
  const wait = report ? 'Wie dit meldde, wacht op je.' : 'Tot jij beslist, plaatst je collega het niet.';
  switch (stage) {
    case 'remind':
      return { headline: `Herinnering: ${report ? 'een melding' : 'een collega'} wacht op je.`, text: wait };
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

function firstWords({ subject }: Case): string {
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
    text: 'Je hoeft niets meer te doen. Weet je het antwoord? Dan mag je nog beslissen.',
    facts: factsOf(kase, context),
    steps: [openStep(kase.ref)],
  });
}

function doneScreen(kase: Case, context: NoticeContext): Screen {
  const { decision, ref, state } = kase;
  const { organisation } = context;
  const byWhom = decision === undefined ? '' : `Besloten door ${functionOf(organisation, decision.by)}.`;
  const withdrawn = state === 'withdrawn';
  return caseNoticeScreen({
    badge: subjectWords(kase),
    tone: 'neutral',
    headline: withdrawn
      ? 'Je collega heeft dit ingetrokken.'
      : decision === undefined
        ? 'Dit is afgerond.'
        : `Besluit: ${decisionWords(decision.kind).toLowerCase()}.`,
    text: withdrawn ? 'Je hoeft niets meer te doen.' : byWhom,
    facts: factsOf(kase, context),
    steps: [openStep(ref)],
  });
}

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
