import type { LawCase } from '../protocol/knowledge.ts';
import type { Library } from '../protocol/load.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { audiences } from '../protocol/schema.ts';
import type { Context, Lookup } from './answer.ts';
import type { Engine } from './answers.ts';
import { conclude } from './conclude.ts';
import { withoutAside } from './cues/aside.ts';
import { explain } from './explain.ts';
import { hearQuestion, hearStory, lawAskedFor } from './hearing.ts';
import { asIncident } from './incident.ts';
import { learn } from './knowledge.ts';
import { lawCasesIn, lawFor } from './law.ts';
import type { Kept } from './learn/kept.ts';
import { lookedUp } from './looked-up.ts';
import { findLookup } from './lookup/lookup.ts';
import { rank } from './ranking.ts';
import { readQuestion } from './reading.ts';
import { createSearch, FOUND, type Search } from './search.ts';
import { createShelf } from './shelf.ts';
import { understand } from './understand.ts';

/** A place that does not exist is named as such in a short look-up; in a longer text it is just a number. */
const LOOKUP_CHARACTERS = 30;
/** One of each: a word that nobody knows, an explanation that is asked, a story. What the first of those needs is made with it. */
const MANNERS = ['onbekentwoort', 'wat is de straf voor', 'een leerling plaatste gisteren zomaar iets naars, wat nu?'];
/** How well an article must fit to be found by a search whose words do not stand in it. */
const MEANT = 0.22;
/** A search is for all articles, whomever they bind. */
const everybody = { audience: new Set(audiences), situation: undefined };

/**
 * Makes the engine. What is common to all protocols is learned here, what belongs to one when it is prepared, or else at its
 * first question.
 * @param kept where to keep what was learned for the next start; without it every start learns, which takes seconds
 */
export function createAnswers(library: Pick<Library, 'protocols' | 'topics' | 'lexicon' | 'law'>, kept?: Kept): Engine {
  const knowledge = learn(library, kept);
  const shelfOf = remembered((protocol) => createShelf(knowledge, protocol));
  const searchOf = remembered<Search>((protocol) => createSearch(protocol));
  /** A text that is no look-up, as it was understood, with the cases of the law that it touches. */
  const understood = (protocol: Protocol, question: string, context: Context) => {
    const whole = understand(knowledge, shelfOf(protocol), question, context);
    const { chances, features } = whole.reading;
    const { words } = features;
    const heard = hearQuestion(knowledge, question, { words, chances, manner: whole.manner });
    const told = [...new Set([...lawCasesIn(words), ...heard])];
    const cases = [...new Set([...told, ...lawAskedFor(knowledge, chances)])];
    const turn = asIncident(whole, told);
    const asked = withoutAside(question);
    // Something that happened is no aside, wherever it is said.
    const happened = turn.decision.kind === 'incident' || turn !== whole || touches(protocol, told).length > 0;
    if (happened || asked === question) return { turn, cases };
    return { turn: understand(knowledge, shelfOf(protocol), asked, context), cases };
  };
  const touches = ({ meta }: Protocol, cases: readonly LawCase[]) => lawFor(library.law, cases, meta.sector);
  const ask: Engine['ask'] = (protocol, question, context) => {
    const place = placeAsked(protocol, question);
    if (place !== undefined) return lookedUp(place);
    const { turn, cases } = understood(protocol, question, context);
    return conclude(turn, touches(protocol, cases));
  };
  return {
    ask,
    explain: (protocol, question, context) => {
      if (placeAsked(protocol, question) !== undefined) return undefined;
      const { turn, cases } = understood(protocol, question, context);
      return explain(turn, cases);
    },
    hear: (_protocol, story) => hearStory(knowledge, story),
    search: (protocol, sought) => {
      const literally = searchOf(protocol)(sought);
      const ranked = rank(shelfOf(protocol), readQuestion(knowledge, sought), everybody);
      const meant = ranked.filter(({ score }) => score >= MEANT);
      return [...new Set([...literally, ...meant.map(({ article }) => article)])].slice(0, FOUND);
    },
    prepare: (protocol) => {
      searchOf(protocol);
      for (const manner of MANNERS) ask(protocol, `${manner} ${protocol.articles[0]?.title ?? ''}`, {});
    },
  };
}

/** The place a text points at. */
function placeAsked(protocol: Protocol, text: string): Lookup | undefined {
  const found = findLookup(protocol, text);
  return found?.what === 'nothing' && text.length > LOOKUP_CHARACTERS ? undefined : found;
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
