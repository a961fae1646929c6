import type { Answer } from '../answer/answer.ts';
import type { Definition } from '../answer/definition.ts';
import { ownTopics } from '../answer/own-topics.ts';
import { type AnswerData, answerScreen } from '../cards/answer.ts';
import type { Cited, LawNote, Step } from '../cards/screens.ts';
import { textScreen } from '../cards/text.ts';
import type { AskedBefore, Chosen } from '../conversation/memory.ts';
import type { Screen } from '../conversation/reply.ts';
import { beginStep } from '../doubt/verbs.ts';
import type { LawArticle } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { pupilOf } from '../protocol/pupil.ts';
import type { Article } from '../protocol/schema.ts';
import { askBackScreen } from './asking-back.ts';
import { escalateParts, reportParts } from './case-answers.ts';
import { situations } from './choices.ts';
import { contactLines, contactsBeside, unnamedIn } from './contacts.ts';
import { askUnanswered } from './doubt/unanswered.ts';
import { lookupScreen } from './lookups.ts';
import { audienceName, audienceWords, capital, verdict, withoutAnswer } from './words.ts';

/** How many other articles stand under an answer: more is a list to read, not an answer. */
const ALSO = 2;

type Shown = {
  readonly protocol: Protocol;
  readonly answer: string;
  readonly feedback: boolean;
  /** Whether whoever asks can walk through a doubt, and report. */
  readonly doubtStep: boolean;
  /** What was chosen with a button for this question. */
  readonly chosen?: Chosen & Pick<AskedBefore, 'about'>;
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
      return askBackScreen(answer, shown);
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
      return answerParts(answer, shown);
  }
}

/** Says what the question was read with, so that nobody takes the answer for one to something else. */
function asRead(
  data: AnswerData,
  { protocol, answer: key, chosen = {}, followsOn = false, thanks }: Shown,
): AnswerData {
  const read = [
    followedOn(followsOn, chosen.about, protocol),
    chosen.situation === undefined ? '' : `Je koos: ${chosen.situation === 'werk' ? 'voor je werk' : 'privé'}.`,
    chosen.audience === undefined ? '' : `Je koos: ${audienceName(chosen.audience, protocol)}.`,
    thanks?.note ?? '',
  ];
  const other = situations(key).filter(({ data: choice }) => choice.situation !== chosen.situation);
  return {
    ...data,
    note: [data.note, ...read].filter((part) => part !== '').join(' '),
    steps: [...data.steps, ...(chosen.situation === undefined ? [] : other), ...(thanks?.steps ?? [])],
  };
}

function followedOn(followsOn: boolean, about: AskedBefore['about'], protocol: Protocol): string {
  if (about !== undefined) return `Ik las dit als je vorige vraag, maar dan over ${audienceName(about, protocol)}.`;
  return followsOn ? 'Ik las dit samen met je vorige vraag.' : '';
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
    steps: shown.doubtStep ? [doubtStep] : [],
    feedback: feedback && isRated(answer) ? { answer: key } : null,
    privateNote: '',
  };
}

function answerParts(answer: Extract<Answer, { kind: 'answer' }>, { protocol, chosen }: Shown): Partial<AnswerData> {
  const main = answer.articles[0];
  if (main === undefined) return {};
  const forOthers = main.audience.includes(chosen?.about ?? chosen?.audience ?? 'medewerker')
    ? ''
    : `Dit artikel geldt voor ${audienceWords(main, pupilOf(protocol.meta))}.`;
  return {
    ...(answer.mayI ? verdict(main.force) : {}),
    ...(answer.definition === undefined ? {} : { headline: explanation(answer.definition) }),
    note: forOthers,
    contacts: contactsBeside(protocol, unnamedIn(main.short, protocol, answer.contacts)),
  };
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

/** What the introduction says, where no article does: what a word means, or for whom the protocol is. */
function introduced({ definition, about }: Shows & { kind: 'unknown' }, { meta }: Protocol): string | undefined {
  if (definition !== undefined) return explanation(definition);
  return about?.id === ownTopics.scope ? meta.scope : undefined;
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

function explanation({ term, meaning }: Definition): string {
  return `${capital(term)}: ${meaning}.`;
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
