import type { Answer } from '../answer/answer.ts';
import { asked } from '../answer/found.ts';
import { isGraveCase, speaksOfSuicide } from '../answer/law.ts';
import type { AnswerData } from '../cards/answer.ts';
import type { ContactLine, Step } from '../cards/screens.ts';
import { beginStep, verbs } from '../doubt/verbs.ts';
import { contactsFor, type Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import { situations } from './choices.ts';
import { contactsBeside } from './contacts.ts';
import { reportStep } from './report/verbs.ts';

/** `answer`: the key of the question; `doubtStep`: whether whoever asks can walk through a doubt, and report. */
type Asked = { readonly protocol: Protocol; readonly answer: string; readonly doubtStep: boolean };
type Case = Extract<Answer, { kind: 'escalate' | 'report' }>;

/** What is said to a doubt, or a discussion that derails: who decides. */
export function escalateParts(
  answer: Extract<Answer, { kind: 'escalate' }>,
  { answer: key, protocol }: Asked,
): Partial<AnswerData> {
  const derails = answer.case === 'ontsporing';
  const several = new Set(answer.contacts.map((contact) => contact.situation)).size > 1;
  const headline = derails ? 'Stop met reageren en bewaar de link en de tijd.' : 'Twijfel je? Plaats het dan nog niet.';
  return {
    badge: derails ? 'Nu overleggen' : 'Eerst overleggen',
    tone: derails ? 'attention' : 'warning',
    headline,
    note: [unsaid(answer), answer.silent].filter((part) => part !== undefined && part !== '').join(' '),
    steps: [walkStep(derails), ...(several ? situations(key) : [])],
    lawFirst: answer.law.length > 0,
    ...(derails && answer.contacts.length === 0 ? { contacts: helpBeside(protocol) } : {}),
  };
}

/** What is said to something to report: who must hear of it. */
export function reportParts(
  answer: Extract<Answer, { kind: 'report' }>,
  { protocol, answer: key, doubtStep: forStaff }: Asked,
): Partial<AnswerData> {
  if (speaksOfSuicide(answer.law)) return inNeedParts(answer, protocol, forStaff ? [reportStep('Meld dit', key)] : []);
  return {
    badge: 'Melden',
    tone: 'attention',
    headline: reportHeadline(answer),
    steps: forStaff ? [reportStep('Meld dit', key)] : [],
    note: answer.silent ?? unsaid(answer),
    ...(asked(answer.contacts).length === 0
      ? { contacts: [...actingIn(protocol, answer.articles), ...(isGraveReport(answer) ? [] : helpBeside(protocol))] }
      : {}),
    lawFirst: answer.law.length > 0,
    privateNote: 'Stuur geen foto’s of filmpjes mee en bewaar ze niet zelf. Schrijf wel op waar je het zag en wanneer.',
  };
}

/** What the first article says, or nothing where it only says whom to turn to: that stands below, in a sentence of its own. */
function unsaid({ articles: [first], contacts }: Case): string {
  const said = asked(contacts).some(({ article }) => article === first?.id);
  return said ? '' : (first?.short ?? '');
}

const isGraveReport = ({ law, urgent }: Extract<Answer, { kind: 'report' }>): boolean =>
  urgent || law.some(({ cases }) => cases.some(isGraveCase));

function reportHeadline(answer: Extract<Answer, { kind: 'report' }>): string {
  if (isGraveReport(answer)) return 'Dit is ernstig. Meld het meteen.';
  const toNobody = asked(answer.contacts).length === 0;
  return `Wat vervelend dat dit gebeurt. ${toNobody ? 'Meld het hier, of ga ermee naar je leidinggevende.' : 'Dit is iets om te melden.'}`;
}

/** About somebody who may not want to live: the help line, and who at school should know. No rules, and no article to read. */
function inNeedParts({ contacts }: Case, protocol: Protocol, steps: readonly Step[]): Partial<AnswerData> {
  return {
    badge: 'Nu hulp',
    tone: 'attention',
    headline: 'Neem het serieus en laat diegene niet alleen.',
    note: 'Vertel het ook meteen aan iemand op school: loop erheen of bel. Een melding maken kan ook.',
    source: null,
    also: [],
    lawFirst: true,
    steps,
    ...(contacts.length === 0 ? { contacts: helpBeside(protocol) } : {}),
  };
}

/** Where a protocol names nobody to report to: who must act by the articles that are shown. */
function actingIn(protocol: Protocol, articles: readonly Article[]): ContactLine[] {
  const acting = articles.flatMap((article) =>
    article.contacts.filter(({ act }) => act !== undefined).map((contact) => ({ ...contact, article: article.id })),
  );
  return contactsBeside(protocol, acting);
}

/** Where a protocol names nobody to report to: whom it does name when one does not know what to do. */
function helpBeside(protocol: Protocol): ContactLine[] {
  const cases = ['twijfel', 'hulp'] as const;
  const named = cases.map((each) => contactsFor(protocol, { case: each, audience: 'medewerker' }));
  return contactsBeside(protocol, named.find((contacts) => contacts.length > 0) ?? []);
}

/** From a doubt or a derailing discussion into the walk, which asks what matters and ends in advice. */
function walkStep(derails: boolean): Step {
  if (derails) return { title: 'Wat doe ik nu?', verb: verbs.begin, data: { begin: 'ontsporing' } };
  return beginStep('Loop het samen na');
}
