import type { LawCase } from '../protocol/knowledge.ts';
import type { Library } from '../protocol/load.ts';
import type { NamedContact, Protocol } from '../protocol/protocol.ts';
import { type Article, type Audience, audiences, type ContactCase, type Situation } from '../protocol/schema.ts';
import type { Answer, Because, Context, Found } from './answer.ts';
import type { Engine } from './answers.ts';
import { asksWho, audienceOf, hesitates, speaksAsLeader } from './cues.ts';
import { type Decision, decide } from './decide.ts';
import { type Definition, definitionAsked } from './definition.ts';
import { asked, findCase } from './found.ts';
import { type Knowledge, learn } from './knowledge.ts';
import { lawCasesIn, lawFor } from './law.ts';
import type { Kept } from './learn/kept.ts';
import { findLookup } from './lookup.ts';
import { type Ranked, rank } from './ranking.ts';
import { type Reading, readQuestion } from './reading.ts';
import { createSearch, type Search } from './search.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { situationOf } from './situation.ts';
import { mannerOf } from './telling.ts';

/** How many articles an answer carries, best first. */
const ARTICLES = 3;
/** An article this much behind the best one is not "also of interest". */
const NEAR = 0.55;
/** A place that does not exist is named as such in a short look-up; in a longer text it is just a number. */
const LOOKUP_CHARACTERS = 30;
/** A word in no protocol. */
const UNHEARD = 'onbekentwoort';
/** How close a second article must be for the question to depend on whom it is about. */
const ALIKE = 0.7;
/** How many articles a search finds at most, and how well one must fit in which the words themselves do not stand. */
const FOUND = 10;
const MEANT = 0.22;
const everybody = { audience: new Set(audiences), situation: undefined };
/** How well an article must fit to be named beside "that is not in the protocol". */
const NEARBY = 0.2;

/**
 * Makes the engine. What is common to all protocols is learned here, what belongs to one when it is prepared, or else at its
 * first question.
 * @param kept where to keep what was learned for the next start; without it every start learns, which takes seconds
 */
export function createAnswers(library: Pick<Library, 'protocols' | 'topics' | 'lexicon' | 'law'>, kept?: Kept): Engine {
  const knowledge = learn(library, kept);
  const shelfOf = remembered((protocol) => createShelf(knowledge, protocol));
  const searchOf = remembered<Search>((protocol) => createSearch(protocol));
  const ask: Engine['ask'] = (protocol, question, context) => {
    const found = findLookup(protocol, question);
    if (found !== undefined && (found.what !== 'nothing' || question.length <= LOOKUP_CHARACTERS))
      return lookedUp(found);
    const turn = understand(knowledge, shelfOf(protocol), question, context);
    const cases = lawCasesIn(turn.reading.features.words);
    return conclude(asIncident(turn, cases), lawFor(library.law, cases, protocol.meta.sector));
  };
  return {
    ask,
    search: (protocol, sought) => {
      const literally = searchOf(protocol)(sought);
      const ranked = rank(shelfOf(protocol), readQuestion(knowledge, sought), everybody);
      const meant = ranked.filter(({ score }) => score >= MEANT);
      return [...new Set([...literally, ...meant.map(({ article }) => article)])].slice(0, FOUND);
    },
    prepare: (protocol) => {
      searchOf(protocol);
      // A word that nobody knows, so that what is made at the first of those is made too.
      ask(protocol, `${UNHEARD} ${protocol.articles[0]?.title ?? ''}`, {});
    },
  };
}

function remembered<T>(make: (protocol: Protocol) => T): (protocol: Protocol) => T {
  const made = new WeakMap<Protocol, T>();
  return (protocol) => {
    const known = made.get(protocol);
    if (known !== undefined) return known;
    const value = make(protocol);
    made.set(protocol, value);
    return value;
  };
}

type Understood = {
  readonly knowledge: Knowledge;
  readonly protocol: Protocol;
  readonly reading: Reading;
  readonly ranked: readonly Ranked[];
  readonly decision: Decision;
  readonly audience: ReadonlySet<Audience>;
  readonly situation: Situation | undefined;
  readonly leader: boolean;
  readonly story: boolean;
  readonly mayI: boolean;
  /** Nobody said whom the question is about. */
  readonly open: boolean;
  readonly definition: Definition | undefined;
};

function understand(knowledge: Knowledge, shelf: Shelf, question: string, context: Context): Understood {
  const reading = readQuestion(knowledge, question);
  const { words } = reading.features;
  const said = audienceOf(words);
  const audience = said ?? new Set([context.audience ?? 'medewerker']);
  // Who chose a button said it more plainly than any word does.
  const situation = context.situation ?? situationOf(words);
  const leader = speaksAsLeader(words);
  const ranked = rank(shelf, reading, { audience, situation });
  const manner = mannerOf(question, words);
  const definition = definitionAsked(shelf.protocol, words);
  const decision = asDefinition(
    decide(knowledge, shelf, { reading, ranked, manner, leader, hesitating: hesitates(words) }),
    definition,
  );
  return {
    definition,
    knowledge,
    protocol: shelf.protocol,
    reading,
    ranked,
    decision,
    audience,
    situation,
    leader,
    story: manner === 'told',
    mayI: asksPermission(words),
    open: said === undefined && context.audience === undefined,
  };
}

/** What an article explains in so many words is an answer, and what only the introduction explains has no article. */
function asDefinition(decision: Decision, definition: Definition | undefined): Decision {
  if (definition === undefined) return decision;
  return { ...decision, kind: definition.article === undefined ? 'unknown' : 'answer' };
}

/** What the law calls grave is an event to report whenever it is told, whatever else the words sound like. */
function asIncident(turn: Understood, cases: readonly LawCase[]): Understood {
  const grave = cases.some((each) => graveCases.has(each));
  if (!grave || !turn.story || turn.decision.kind === 'incident') return turn;
  return { ...turn, decision: { kind: 'incident', about: turn.decision.about } };
}

const graveCases: ReadonlySet<LawCase> = new Set([
  'gevaar',
  'suicide',
  'seksueel-door-personeel',
  'seksueel-beeld',
  'bestuur-betrokken',
  'thuis',
]);

/** "Mag ik …", "mogen leerlingen …", "is het toegestaan": a question that wants a verdict first. */
function asksPermission(words: readonly string[]): boolean {
  return (
    words.some((word) => /^(mag|mogen|toegestaan|verboden|allowed|may|can)$/.test(word)) ||
    /^(kan|kunnen) (ik|we|een)\b/.test(words.join(' '))
  );
}

function conclude(turn: Understood, law: Found['law']): Answer {
  const { knowledge, decision } = turn;
  const about = knowledge.topics[decision.about];
  switch (decision.kind) {
    case 'smalltalk':
      return {
        kind: 'offtopic',
        ...nothing,
        text: about?.short ?? 'Waar kan ik je mee helpen? Stel gerust een vraag over het protocol.',
      };
    case 'about-protocol':
      return lookedUp({ what: 'protocol' });
    case 'doubt':
      return { kind: 'escalate', case: 'twijfel', ...caseFound(turn, 'twijfel'), law };
    case 'derail':
      return { kind: 'escalate', case: 'ontsporing', ...caseFound(turn, 'ontsporing'), law };
    case 'incident':
      return {
        kind: 'report',
        case: 'misstand',
        ...caseFound(turn, 'misstand'),
        law,
        urgent: about?.id === 'incident-gevaar',
      };
    case 'unknown':
      return {
        kind: 'unknown',
        ...nothing,
        law,
        about,
        turnTo: turnTo(turn),
        near: nearby(turn),
        definition: turn.definition,
      };
    case 'answer':
      return answered(turn, law);
  }
}

function answered(turn: Understood, law: Found['law']): Answer {
  const articles = explained(turn, nearBest(turn.ranked));
  const contacts = (articles[0]?.contacts ?? [])
    .filter((contact) => contact.audience?.some((each) => turn.audience.has(each)) !== false)
    .map((contact) => ({ ...contact, article: articles[0]?.id ?? '' }));
  // Who asks who does something is told who, also where nobody is asked to do it.
  const named = asksWho(turn.reading.features.words) ? contacts : asked(contacts);
  const found = { articles, contacts: named, silent: undefined, law, because: because(turn) };
  if (turn.open && turn.definition === undefined && dependsOnAudience(turn.ranked))
    return { kind: 'ask-back', ...found, ask: 'audience' };
  const about = turn.knowledge.topics[turn.decision.about];
  // A rule for others is no verdict on what the asker may do.
  const binds = articles[0]?.audience.some((each) => turn.audience.has(each)) ?? false;
  return { kind: 'answer', ...found, about, mayI: turn.mayI && binds, definition: turn.definition };
}

/** The article that explains the word that was asked comes first. */
function explained({ protocol, definition }: Understood, articles: readonly Article[]): readonly Article[] {
  const article = protocol.byId.get(definition?.article ?? '');
  return article === undefined ? articles : [...new Set([article, ...articles])].slice(0, ARTICLES);
}

/** Two articles on the same subject, about as likely, for different people: only the asker knows which is meant. */
function dependsOnAudience([best, next]: readonly Ranked[]): boolean {
  if (best === undefined || next === undefined || best.topic !== next.topic || next.score < best.score * ALIKE)
    return false;
  return !best.article.audience.some((each) => next.article.audience.includes(each));
}

const nothing: Found = { articles: [], contacts: [], silent: undefined, law: [], because: [] };

function lookedUp(found: NonNullable<ReturnType<typeof findLookup>>): Answer {
  const articles =
    found.what === 'article'
      ? [found.article]
      : found.what === 'several'
        ? found.articles
        : found.what === 'chapter'
          ? found.chapter.articles
          : [];
  return { kind: 'lookup', ...nothing, articles, found };
}

function caseFound(turn: Understood, wanted: ContactCase) {
  const found = findCase(
    turn.protocol,
    {
      case: wanted,
      audience: 'medewerker',
      situation: turn.situation,
      leader: turn.leader,
      beside: turn.knowledge.topics[turn.decision.about]?.beside ?? [],
    },
    turn.ranked,
  );
  return { ...found, articles: found.articles.slice(0, ARTICLES + 1), because: because(turn) };
}

function nearBest(ranked: readonly Ranked[]): Article[] {
  const best = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }) => score >= best * NEAR)
    .slice(0, ARTICLES)
    .map(({ article }) => article);
}

/** For a subject that other protocols have: what this one does say that comes near, such as a rule for pupils only. */
function nearby({ knowledge, decision, ranked }: Understood): Article[] {
  if (knowledge.topics[decision.about]?.kind !== 'rule') return [];
  return ranked
    .filter(({ score }) => score >= NEARBY)
    .slice(0, 1)
    .map(({ article }) => article);
}

/** Whom to ask what the protocol does not say: who decides in unforeseen cases, or else who is there for doubt or help. */
function turnTo({ protocol, situation }: Understood): readonly NamedContact[] {
  for (const each of ['onvoorzien', 'twijfel', 'hulp'] as const) {
    const found = findCase(
      protocol,
      { case: each, audience: 'medewerker', situation, leader: false, beside: [] },
      [],
    ).contacts;
    if (found.length > 0) return found;
  }
  return [];
}

/** Why the first articles were found, for people and for `--json`. */
function because({ knowledge, reading, ranked }: Understood): Because[] {
  return ranked.slice(0, ARTICLES).map(({ article, score, topic }) => {
    const name = knowledge.topics[topic]?.name;
    const example = knowledge.examples[reading.nearest[topic] ?? -1];
    const subject =
      name === undefined
        ? 'gevonden omdat de woorden op het artikel lijken'
        : `gevonden omdat je vraag gaat over ${name}`;
    return {
      article: article.id,
      weight: score,
      reason: example === undefined ? subject : `${subject}; lijkt op “${example}”`,
    };
  });
}
