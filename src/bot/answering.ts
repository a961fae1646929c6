import type { Answer } from '../answer/answer.ts';
import type { Definition } from '../answer/definition.ts';
import { asked } from '../answer/found.ts';
import { isGraveCase, speaksOfSuicide } from '../answer/law.ts';
import { type AnswerData, answerScreen } from '../cards/answer.ts';
import { chooseScreen } from '../cards/choose.ts';
import type { Cited, ContactLine, LawNote, Step } from '../cards/screens.ts';
import { textScreen } from '../cards/text.ts';
import type { Chosen } from '../conversation/memory.ts';
import type { Screen } from '../conversation/reply.ts';
import { beginStep, verbs } from '../doubt/verbs.ts';
import type { LawArticle } from '../protocol/knowledge.ts';
import { contactsFor, type Protocol } from '../protocol/protocol.ts';
import { pupilOf } from '../protocol/pupil.ts';
import type { Article } from '../protocol/schema.ts';
import { contactLines, contactsBeside, unnamedIn } from './contacts.ts';
import { askUnanswered } from './doubt/unanswered.ts';
import { lookupScreen } from './lookups.ts';
import { reportStep } from './report/verbs.ts';
import { audienceWords, capital, verdict, withoutAnswer } from './words.ts';

/** How many other articles stand under an answer: more is a list to read, not an answer. */
const ALSO = 2;

type Shown = {
  readonly protocol: Protocol;
  readonly answer: string;
  readonly feedback: boolean;
  /** Whether whoever asks can walk through a doubt, and report. */
  readonly doubtStep: boolean;
  /** What was chosen with a button for this question. */
  readonly chosen?: Chosen;
  /** Whether the question was read together with the one before it. */
  readonly followsOn?: boolean;
  /** Once somebody said what they think of it. */
  readonly thanks?: { readonly note: string; readonly steps: readonly Step[] };
};

/** Begins the walk below the answer. */
const doubtStep = beginStep('Ik twijfel');

/**
 * What the engine found, as a screen.
 * @param shown the protocol it is about; the key under which the conversation remembers the question; whether to ask for thumbs
 */
export function answeringScreen(answer: Answer, shown: Shown): Screen {
  switch (answer.kind) {
    case 'offtopic':
      return textScreen({ title: '', text: answer.text, steps: [] });
    case 'lookup':
      return lookupScreen(shown.protocol, answer.found, undefined);
    case 'ask-back':
      return askBackScreen(answer.ask, shown);
    default:
      return answerScreen(asRead({ ...frame(answer, shown), ...parts(answer, shown) }, shown));
  }
}

type Shows = Extract<Answer, { kind: 'unknown' | 'escalate' | 'report' | 'answer' }>;

function parts(answer: Shows, shown: Shown): Partial<AnswerData> {
  switch (answer.kind) {
    case 'unknown':
      return unknownParts(answer, shown);
    case 'escalate':
      return escalateParts(answer, shown);
    case 'report':
      return reportParts(answer, shown);
    case 'answer':
      return answerParts(answer, shown.protocol);
  }
}

/** Says what the question was read with, so that nobody takes the answer for one to something else. */
function asRead(data: AnswerData, { answer: key, chosen = {}, followsOn = false, thanks }: Shown): AnswerData {
  const read = [
    followsOn ? 'Ik las dit samen met je vorige vraag.' : '',
    chosen.situation === undefined ? '' : `Je koos: ${chosen.situation === 'werk' ? 'voor je werk' : 'privé'}.`,
    chosen.audience === undefined ? '' : `Je koos: een ${chosen.audience}.`,
    thanks?.note ?? '',
  ];
  const other = situations(key).filter(({ data: choice }) => choice.situation !== chosen.situation);
  return {
    ...data,
    note: [data.note, ...read].filter((part) => part !== '').join(' '),
    steps: [...data.steps, ...(chosen.situation === undefined ? [] : other), ...(thanks?.steps ?? [])],
  };
}

/** Whether people are asked what they think of it: of an answer out of the protocol, not of what to do about an event or a doubt. */
export const isRated = ({ kind }: Answer): boolean => kind === 'answer' || kind === 'unknown';

/** What all answers share: the article they rest on, whom to turn to, the law, and what else applies. */
function frame(answer: Answer, { protocol, answer: key, feedback, ...shown }: Shown): AnswerData {
  const [main, ...also] = answer.articles;
  return {
    badge: '',
    tone: 'neutral',
    headline: main?.short ?? '',
    note: '',
    source: main === undefined ? null : cited(protocol, main, key),
    protocolName: `${protocol.meta.name}, ${protocol.meta.school}`,
    also: also.slice(0, ALSO).map((article) => cited(protocol, article, key)),
    contacts: contactLines(protocol, answer.contacts),
    law: answer.law.map(lawNote),
    lawFirst: false,
    because: '',
    steps: shown.doubtStep ? [doubtStep] : [],
    feedback: feedback && isRated(answer) ? { answer: key } : null,
    privateNote: '',
  };
}

function answerParts(answer: Extract<Answer, { kind: 'answer' }>, protocol: Protocol): Partial<AnswerData> {
  const main = answer.articles[0];
  if (main === undefined) return {};
  const forOthers = main.audience.includes('medewerker')
    ? ''
    : `Dit artikel geldt voor ${audienceWords(main, pupilOf(protocol.meta))}.`;
  return {
    ...(answer.mayI ? verdict(main.force) : {}),
    ...(answer.definition === undefined ? {} : { headline: explanation(answer.definition) }),
    note: forOthers,
    contacts: contactsBeside(protocol, unnamedIn(main.short, protocol, answer.contacts)),
  };
}

function escalateParts(
  answer: Extract<Answer, { kind: 'escalate' }>,
  { answer: key, protocol }: Shown,
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

function reportParts(
  answer: Extract<Answer, { kind: 'report' }>,
  { protocol, answer: key, doubtStep: forStaff }: Shown,
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
function unsaid({ articles: [first], contacts }: Shows): string {
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
function inNeedParts({ contacts }: Shows, protocol: Protocol, steps: readonly Step[]): Partial<AnswerData> {
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

function unknownParts(
  answer: Extract<Answer, { kind: 'unknown' }>,
  { protocol, answer: key, doubtStep: withDoubt }: Shown,
): Partial<AnswerData> {
  const told = introduced(answer, protocol);
  if (told !== undefined)
    return { headline: told, note: 'Dat staat in het protocol zelf, buiten de artikelen.', source: null };
  return {
    ...unknownWords(answer),
    source: null,
    also: answer.near.map((article) => cited(protocol, article, key)),
    contacts: contactLines(protocol, answer.turnTo),
    lawFirst: answer.law.some(({ cases }) => cases.includes('ongeluk')),
    steps: [
      ...(withDoubt ? [askUnanswered(protocol, key)] : []),
      { title: 'Bekijk het protocol', verb: 'toon-protocol', data: {} },
      ...(withDoubt ? [doubtStep] : []),
    ],
  };
}

/** The topic of for whom a protocol is: where no article says it, its introduction does. */
const SCOPE = 'voor-wie';

/** What the introduction says, where no article does: what a word means, or for whom the protocol is. */
function introduced({ definition, about }: Shows & { kind: 'unknown' }, { meta }: Protocol): string | undefined {
  if (definition !== undefined) return explanation(definition);
  return about?.id === SCOPE ? meta.scope : undefined;
}

function unknownWords({ lacks, near: [nearest], about }: Extract<Answer, { kind: 'unknown' }>) {
  if (lacks !== undefined && nearest !== undefined)
    return {
      headline: withoutAnswer(lacks),
      note: `Het dichtst in de buurt komt: ${nearest.title} (${nearest.place}).`,
    };
  return {
    headline: 'Dat staat niet in het protocol.',
    note: about?.short ?? 'Ik geef je liever geen antwoord dan een verkeerd antwoord.',
  };
}

function askBackScreen(ask: 'audience' | 'situation', { answer: key, protocol }: Shown): Screen {
  const pupil = pupilOf(protocol.meta).one;
  if (ask === 'situation') {
    return chooseScreen({
      question: 'Is het voor je werk of privé?',
      intro: 'Het protocol maakt daarin verschil.',
      options: situations(key),
    });
  }
  return chooseScreen({
    question: 'Over wie gaat je vraag?',
    intro: `Voor een medewerker geldt iets anders dan voor een ${pupil} of een ouder.`,
    options: [
      choice('Een medewerker', { answer: key, audience: 'medewerker' }),
      choice(`Een ${pupil}`, { answer: key, audience: 'leerling' }),
      choice('Een ouder', { answer: key, audience: 'ouder' }),
    ],
  });
}

function explanation({ term, meaning }: Definition): string {
  return `${capital(term)}: ${meaning}.`;
}

/** From a doubt or a derailing discussion into the walk, which asks what matters and ends in advice. */
function walkStep(derails: boolean): Step {
  if (derails) return { title: 'Wat doe ik nu?', verb: verbs.begin, data: { begin: 'ontsporing' } };
  return beginStep('Loop het samen na');
}

function situations(key: string): Step[] {
  return [
    choice('Voor mijn werk', { answer: key, situation: 'werk' }),
    choice('Privé', { answer: key, situation: 'prive' }),
  ];
}

function choice(title: string, data: Record<string, string>): Step {
  return { title, verb: 'kies', data };
}

/** An article as a card cites it; `answer` is the way back to the answer it was opened from, '' for none. */
export function cited(protocol: Protocol, article: Article, answer: string): Cited {
  return {
    protocol: protocol.id,
    article: article.id,
    place: article.place,
    title: article.title,
    short: article.short,
    answer,
  };
}

function lawNote(law: LawArticle): LawNote {
  const { id, title, short, source, phone } = law;
  return { id, title, short, source, ...(phone === undefined ? {} : { phone }) };
}
