import { contactsFor, type Protocol } from '../protocol/protocol.ts';
import { type Article, audiences, type ContactCase } from '../protocol/schema.ts';
import type { Answer, Found } from './answer.ts';
import { because, becauseOfCase } from './because.ts';
import { binds } from './counterparts.ts';
import { asksWho } from './cues/audience.ts';
import { seeksHelp } from './cues/seeking-help.ts';
import { asked, findCase } from './found.ts';
import { speaksOfSuicide } from './law.ts';
import { lookedUp, nothing } from './looked-up.ts';
import { ownTopics } from './own-topics.ts';
import { ARTICLES, nearBest, type Ranked } from './ranking.ts';
import { unanswered } from './unanswered.ts';
import type { Understood } from './understand.ts';
import { counterpartOfBest } from './whom.ts';

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
      return unanswered(turn, law);
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

function caseFound(turn: Understood, wanted: ContactCase) {
  const found = findCase(
    turn.protocol,
    {
      case: wanted,
      audience: 'medewerker',
      situation: turn.situation,
      leader: turn.leader,
      helpless: seeksHelp(turn.reading.features.words),
      beside: turn.knowledge.topics[turn.decision.about]?.beside ?? [],
    },
    turn.ranked,
  );
  const articles = found.articles.slice(0, ARTICLES + 1);
  return { ...found, articles, because: becauseOfCase(turn, articles[0]) };
}

/** Somebody in need broke no rule: whom one can tell, and nothing about measures or the police. */
function tellOnly(protocol: Protocol) {
  const contacts = asked(contactsFor(protocol, { case: 'misstand', audience: 'medewerker' }));
  const articles = [...new Set(contacts.map(({ article }) => article))].flatMap((id) => protocol.byId.get(id) ?? []);
  return { articles, contacts, silent: undefined, because: [] };
}
