import { type CaseCardData, caseStatusScreen, type Fact } from '../../cards/case.ts';
import type { Screen } from '../../conversation/reply.ts';
import { holderOf } from '../../handover/case.ts';
import { rulesOf } from '../../handover/rules-of.ts';
import { overAt } from '../../handover/stages.ts';
import { phoneOf } from '../../organisation/contacts.ts';
import { personByEmail } from '../../organisation/people.ts';
import type { NoticeContext } from '../cases/context.ts';
import { otherwise } from '../cases/otherwise.ts';
import { lookStep, openStep } from '../cases/verbs.ts';
import { functionOf, momentWords } from '../cases/words.ts';
import { type ReportCase, type Standing, standingOf } from './kase.ts';
import { answerStep, nameStep } from './verbs.ts';
import { dayWords, standingWords, toWhomWords } from './words.ts';

/** The card that stays with the reporter: every step, in our own words; what people wrote is behind "Openen". */
export function reportStatusScreen(kase: ReportCase, context: NoticeContext): Screen {
  const { ref, report } = kase;
  const standing = standingOf(kase);
  const asked = standing === 'asked';
  return caseStatusScreen({
    headline: `Je melding ${ref}`,
    badge: standingWords[standing],
    ...said[standing],
    facts: factsOf(kase, standing, context),
    steps: [
      ...(asked ? [answerStep(ref, true)] : []),
      openStep(ref),
      ...(standing === 'closed' || asked ? [] : [answerStep(ref, false)]),
      ...(report.nameWithheld && standing !== 'closed' ? [nameStep(ref)] : []),
      ...(standing === 'closed' ? [] : [lookStep(ref)]),
    ],
  });
}

const said: Readonly<Record<Standing, Pick<CaseCardData, 'tone' | 'text'>>> = {
  sent: { tone: 'warning', text: 'Je melding is opgeslagen. Je ziet hier wat ermee gebeurt.' },
  received: { tone: 'good', text: 'Je melding is ontvangen.' },
  started: { tone: 'good', text: 'Er wordt aan je melding gewerkt.' },
  asked: {
    tone: 'attention',
    text: 'Er is een vraag over je melding. Kies “Antwoord geven”: de vraag en je antwoord komen niet in deze chat.',
  },
  closed: { tone: 'neutral', text: 'Je melding is afgehandeld. Kies “Openen” om te lezen wat er is gedaan.' },
};

function factsOf(kase: ReportCase, standing: Standing, context: NoticeContext): Fact[] {
  const { organisation } = context;
  const { report, openedAt, receivedAt } = kase;
  const moment = (title: string, at: string | undefined): Fact[] =>
    at === undefined ? [] : [{ title, value: momentWords(organisation, new Date(at)) }];
  return [
    ...moment('Verstuurd', openedAt),
    ...holderFacts(kase, standing, context),
    ...moment('Ontvangen', receivedAt),
    ...moment('In behandeling', report.startedAt),
    ...moment('Afgehandeld', report.closed?.at),
    ...(standing === 'closed'
      ? []
      : [{ title: 'Bericht aan jou', value: `uiterlijk ${dayWords(organisation, new Date(report.feedbackBy))}` }]),
    ...(report.nameWithheld ? [{ title: 'Je naam', value: 'houd ik achter' }] : []),
  ];
}

function holderFacts(kase: ReportCase, standing: Standing, context: NoticeContext): Fact[] {
  const { organisation, protocol } = context;
  const holder = holderOf(kase);
  if (holder === undefined || standing === 'closed') return [];
  const beside = (kase.beside ?? []).flatMap((track) => holderOf(track) ?? []);
  return [
    {
      title: holder.via === 'passed-on' ? 'Doorgezet naar' : 'Ligt bij',
      value: toWhomWords(holder, organisation, protocol),
    },
    ...beside.map(({ email }) => ({ title: 'Ook naar', value: functionOf(organisation, email) })),
    ...callFacts(kase, holder.email, context),
    ...(kase.receivedAt === undefined ? [deadline(kase, context)] : []),
  ];
}

function deadline(kase: ReportCase, { organisation }: NoticeContext): Fact {
  const rules = rulesOf(organisation, kase, new Date(kase.since));
  return {
    title: 'Ontvangst vóór',
    value: `${momentWords(organisation, overAt(kase, rules))}; ${otherwise(kase, rules)}`,
  };
}

/** Who has something urgent can be called at once; who withholds their name would give it away. */
function callFacts({ urgent, report }: ReportCase, email: string, { organisation }: NoticeContext): Fact[] {
  const person = personByEmail(organisation, email);
  const phone = person && phoneOf(organisation, '', person);
  if (!urgent || report.nameWithheld || phone === undefined) return [];
  return [{ title: 'Bel gerust meteen', value: phone }];
}
