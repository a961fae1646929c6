import { contactsFor, type NamedContact, type Protocol } from '../protocol/protocol.ts';
import { type Article, audiences, type ContactCase } from '../protocol/schema.ts';
import type { Answer, Because, Found } from './answer.ts';
import { binds } from './counterparts.ts';
import { asksWho } from './cues/audience.ts';
import { triedInVain } from './cues/tried.ts';
import { asked, findCase } from './found.ts';
import { speaksOfSuicide } from './law.ts';
import type { findLookup } from './lookup/lookup.ts';
import { ownTopics } from './own-topics.ts';
import { ARTICLES, nearBest, type Ranked } from './ranking.ts';
import type { Understood } from './understand.ts';
import { counterpartOfBest } from './whom.ts';

/** How well an article must fit to be named beside "that is not in the protocol". */
const NEARBY = 0.2;

/** Puts what was understood into an answer. Pure. */
export function conclude(turn: Understood, law: Found['law']): Answer {
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
      return lookedUp({ what: 'origin' });
    case 'introduced':
      return lookedUp({ what: 'protocol' });
    case 'doubt':
      return { kind: 'escalate', case: 'twijfel', ...caseFound(turn, 'twijfel'), law };
    case 'derail':
      return { kind: 'escalate', case: 'ontsporing', ...caseFound(turn, 'ontsporing'), law };
    case 'incident':
      return {
        kind: 'report',
        case: 'misstand',
        ...(speaksOfSuicide(law) ? tellOnly(turn.protocol) : caseFound(turn, 'misstand')),
        law,
        urgent: about?.id === ownTopics.danger,
      };
    case 'unknown':
      return {
        kind: 'unknown',
        ...nothing,
        law,
        about,
        // Who decides about this protocol knows nothing of the wifi; the topic itself says who may.
        turnTo: about?.kind === 'outside' && about.short !== undefined ? [] : turnTo(turn),
        near: nearby(turn),
        lacks: turn.lacks,
        definition: turn.definition,
      };
    case 'bare':
      return { kind: 'ask-back', ...foundIn(turn, nearBest(turn.ranked)), law, ask: 'subject' };
    case 'answer':
      return answered(turn, law);
  }
}

function answered(turn: Understood, law: Found['law']): Answer {
  const other =
    turn.open && turn.definition === undefined ? counterpartOfBest(turn.counterparts, turn.ranked) : undefined;
  if (other !== undefined) return whichOf(turn, other, law);
  const articles = explained(turn, nearBest(turn.ranked));
  const about = turn.knowledge.topics[turn.decision.about];
  // A rule for others is no verdict on what the asker may do.
  const [main] = articles;
  const mayI = turn.mayI && main !== undefined && binds(main, turn.audience);
  return { kind: 'answer', ...foundIn(turn, articles), law, about, mayI, definition: turn.definition };
}

/** Two articles on the same subject for different people: only the asker knows which is meant. */
function whichOf(turn: Understood, other: Ranked, law: Found['law']): Answer {
  const [best, ...more] = nearBest(turn.ranked);
  const articles = [...new Set([...(best === undefined ? [] : [best]), other.article, ...more])].slice(0, ARTICLES);
  const among = audiences.filter((each) => articles.slice(0, 2).some(({ audience }) => audience.includes(each)));
  return { kind: 'ask-back', ...foundIn(turn, articles), law, ask: 'audience', among };
}

/** Articles with whom the first of them names, and why they were found. */
function foundIn(turn: Understood, articles: readonly Article[]): Omit<Found, 'law'> {
  const [main] = articles;
  const contacts = (main?.contacts ?? [])
    .filter((contact) => contact.audience?.some((each) => turn.audience.has(each)) !== false)
    .map((contact) => ({ ...contact, article: main?.id ?? '' }));
  // Who asks who does something is told who, also where nobody is asked to do it.
  const named = asksWho(turn.reading.features.words) ? contacts : asked(contacts);
  return { articles, contacts: named, silent: undefined, because: because(turn) };
}

/** The article that explains the word that was asked comes first. */
function explained({ protocol, definition }: Understood, articles: readonly Article[]): readonly Article[] {
  const article = protocol.byId.get(definition?.article ?? '');
  return article === undefined ? articles : [...new Set([article, ...articles])].slice(0, ARTICLES);
}

const nothing: Found = { articles: [], contacts: [], silent: undefined, law: [], because: [] };

/** The answer to a look-up. */
export function lookedUp(found: NonNullable<ReturnType<typeof findLookup>>): Answer {
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
      tried: triedInVain(turn.reading.features.words),
      beside: turn.knowledge.topics[turn.decision.about]?.beside ?? [],
    },
    turn.ranked,
  );
  return { ...found, articles: found.articles.slice(0, ARTICLES + 1), because: because(turn) };
}

/** Somebody in need broke no rule: whom one can tell, and nothing about measures or the police. */
function tellOnly(protocol: Protocol) {
  const contacts = asked(contactsFor(protocol, { case: 'misstand', audience: 'medewerker' }));
  const articles = [...new Set(contacts.map(({ article }) => article))].flatMap((id) => protocol.byId.get(id) ?? []);
  return { articles, contacts, silent: undefined, because: [] };
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
      { case: each, audience: 'medewerker', situation, leader: false, tried: false, beside: [] },
      [],
    ).contacts;
    if (found.length > 0) return found;
  }
  return [];
}

/** Why the first articles were found, for people and for `--json`. */
function because({ knowledge, ranked }: Understood): Because[] {
  return ranked.slice(0, ARTICLES).map(({ article, score, topic, like }) => {
    const name = knowledge.topics[topic]?.name;
    const subject =
      name === undefined
        ? 'gevonden omdat de woorden op het artikel lijken'
        : `gevonden omdat je vraag gaat over ${name}`;
    return {
      article: article.id,
      weight: score,
      reason: like === undefined ? subject : `${subject}; lijkt op “${like}”`,
    };
  });
}
