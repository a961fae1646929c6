import { type CaseCardData, caseStatusScreen, type Fact } from '../../cards/case.ts';
import type { Screen } from '../../conversation/reply.ts';
import { type Case, type Decision, holderOf } from '../../handover/case.ts';
import { rulesOf } from '../../handover/rules-of.ts';
import { overAt } from '../../handover/stages.ts';
import { phoneOf } from '../../organisation/contacts.ts';
import { personByEmail } from '../../organisation/people.ts';
import type { NoticeContext } from '../cases/context.ts';
import { otherwise } from '../cases/otherwise.ts';
import { lookStep, openStep, withdrawStep } from '../cases/verbs.ts';
import { decisionWords, functionOf, isQuestion, momentWords, whyWords } from '../cases/words.ts';

type Said = Pick<CaseCardData, 'badge' | 'tone' | 'text' | 'facts'>;

/** The card of whoever asked: "nog niet plaatsen" until it is decided, and then the decision; its conditions are in the dialog. */
export function statusScreen(kase: Case, context: NoticeContext): Screen {
  const open = kase.state === 'open';
  const { ref } = kase;
  return caseStatusScreen({
    headline: `Je vraag ${ref}`,
    ...said(kase, context),
    steps: [openStep(ref), ...(open ? [lookStep(ref), withdrawStep(ref)] : [])],
  });
}

function said(kase: Case, context: NoticeContext): Said {
  switch (kase.state) {
    case 'open':
      return waiting(kase, context);
    case 'withdrawn':
      return { badge: 'Ingetrokken', tone: 'neutral', text: 'Je hebt dit zelf ingetrokken.', facts: [] };
    case 'decided':
    case 'closed':
      return kase.decision === undefined
        ? { badge: 'Afgerond', tone: 'neutral', text: '', facts: [] }
        : decidedOn(kase.decision, context);
  }
}

function waiting(kase: Case, context: NoticeContext): Said {
  const { organisation, protocol } = context;
  const question = isQuestion(kase);
  const holder = holderOf(kase);
  const who = holder === undefined ? 'iemand' : functionOf(organisation, holder.email);
  const rules = rulesOf(organisation, kase, new Date(kase.since));
  return {
    badge: question ? 'Wacht op antwoord' : 'Nog niet plaatsen',
    tone: question ? 'neutral' : 'warning',
    text:
      callFirst(kase, context) ??
      `${waitWords(kase)} ${who}. ${question ? 'Het antwoord komt hier.' : 'Wacht op het besluit.'}`,
    facts: [
      ...(holder === undefined
        ? []
        : [{ title: `Waarom ${who}`, value: whyWords(holder.reason, holder.article, protocol) }]),
      ...phoneFact(kase, context),
      { title: 'Antwoord vóór', value: `${momentWords(organisation, overAt(kase, rules))}; ${otherwise(kase, rules)}` },
    ],
  };
}

const waitWords = ({ receivedAt }: Case): string =>
  receivedAt === undefined ? 'Het is opgeslagen en gaat naar' : 'Het is ontvangen door';

/** After "bel me even" the talk comes first, and the decision is still to come. */
function callFirst({ kind, subject, decision }: Case, { organisation }: NoticeContext): string | undefined {
  if (decision?.kind !== 'bel-me') return undefined;
  return `${functionOf(organisation, decision.by)} vraagt of je even belt${numberOf(decision.by, organisation)}. ${isQuestion({ kind, subject }) ? 'Je vraag blijft open' : 'Het besluit komt daarna'}.`;
}

function numberOf(email: string, organisation: NoticeContext['organisation']): string {
  const person = personByEmail(organisation, email);
  const phone = person && phoneOf(organisation, '', person);
  return phone === undefined ? '' : `: ${phone}`;
}

/** Who has something urgent can be called at once. */
function phoneFact(kase: Case, { organisation }: NoticeContext): Fact[] {
  const holder = holderOf(kase);
  const number = holder === undefined || !kase.urgent ? '' : numberOf(holder.email, organisation);
  return number === '' ? [] : [{ title: 'Bel gerust meteen', value: number.slice(2) }];
}

function decidedOn(decision: Decision, { organisation, protocol }: NoticeContext): Said {
  const article = decision.article === undefined ? undefined : protocol?.byId.get(decision.article);
  return {
    badge: decisionWords(decision.kind),
    ...verdicts[decision.kind],
    facts: [
      { title: decision.kind === 'antwoord' ? 'Van' : 'Besloten door', value: functionOf(organisation, decision.by) },
      { title: 'Wanneer', value: momentWords(organisation, new Date(decision.at)) },
      ...(article === undefined ? [] : [{ title: 'Artikel', value: `${article.place}: ${article.title}` }]),
    ],
  };
}

const verdicts: Record<Decision['kind'], Pick<Said, 'tone' | 'text'>> = {
  akkoord: { tone: 'good', text: 'Je mag het plaatsen.' },
  'akkoord-mits': { tone: 'warning', text: 'Lees eerst de voorwaarden: kies “Openen”. Daarna mag je het plaatsen.' },
  'niet-plaatsen': { tone: 'attention', text: 'Plaats het niet. Staat er uitleg bij, dan lees je die onder “Openen”.' },
  antwoord: { tone: 'good', text: 'Er is een antwoord. Kies “Openen” om het te lezen.' },
  'bel-me': { tone: 'warning', text: 'Bel eerst even.' },
};
