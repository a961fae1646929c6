import type { Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import { type Counterparts, counterpartsAmong } from './counterparts.ts';
import type { Knowledge } from './knowledge.ts';
import { createNeighbours, type Neighbours } from './learn/neighbours.ts';
import { createSpace, type Space } from './learn/space.ts';
import { hasSeveralWords } from './text/names.ts';

/** What one protocol's articles are found by, made once for a protocol. */
export type Shelf = {
  readonly protocol: Protocol;
  readonly space: Space;
  readonly asks: Neighbours;
  /** The questions behind `asks`, by the numbers that it calls `nearest`. */
  readonly asked: readonly string[];
  /** What sounds like an article and belongs elsewhere. */
  readonly nots: Neighbours;
  readonly texts: Neighbours;
  /** The topics of each article, with how much each counts. */
  readonly topics: readonly (readonly { readonly topic: number; readonly share: number }[])[];
  readonly counterparts: Counterparts;
  /** The topics that some article of this protocol answers, and those that other protocols answer. */
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
  /** What is asked about the protocol itself and no article answers. */
  readonly meta: readonly number[];
};

/** An article's main topic counts whole, the next ones for less. */
const SHARES = [1, 0.82, 0.7, 0.6];
/** How sure a topic must be for an article that nobody annotated, and how many topics it gets at most. */
const GUESSED = 0.12;
const GUESSES = 2;

/** Prepares a protocol to be searched. An article without topics gets those that its own words point to. */
export function createShelf(knowledge: Knowledge, protocol: Protocol): Shelf {
  const { articles } = protocol;
  const { exampleFeatures, names } = knowledge;
  const read = (textsOf: (article: Article) => readonly string[]) =>
    articles.flatMap((article, label) =>
      textsOf(article).map((text) => ({ text, label, features: exampleFeatures(text).weights })),
    );
  const asks = read((article) => [...article.asks, article.title, article.short]);
  const nots = read((article) => article.not);
  const texts = read((article) => [wholeText(article)]);
  const rows = [...asks, ...texts].map((each) => each.features);
  const space = createSpace(rows, (feature) => !hasSeveralWords(names.textOf(feature)));
  const neighbours = (examples: typeof asks) =>
    createNeighbours(
      space,
      examples.map((row) => ({ label: row.label, vector: space.vector(row.features) })),
      articles.length,
    );
  const topics = articles.map((article) => topicsOf(knowledge, article));
  const covered = new Set(topics.flatMap((each) => each.map(({ topic }) => topic)));
  const { rule, meta } = knowledge.kinds;
  return {
    protocol,
    space,
    asks: neighbours(asks),
    asked: asks.map(({ text }) => text),
    nots: neighbours(nots),
    texts: neighbours(texts),
    topics,
    counterparts: counterpartsAmong(
      articles.map((article, i) => ({ article, topics: (topics[i] ?? []).map(({ topic }) => topic) })),
      knowledge.forOthers,
    ),
    covered: [...rule, ...meta].filter((topic) => covered.has(topic)),
    uncovered: rule.filter((topic) => !covered.has(topic)),
    meta: meta.filter((topic) => !covered.has(topic)),
  };
}

function wholeText(article: Article): string {
  return `${article.title} ${article.short} ${article.text}`;
}

function topicsOf(knowledge: Knowledge, article: Article): { readonly topic: number; readonly share: number }[] {
  if (article.topics.length === 0) return guessedTopics(knowledge, article);
  return article.topics.flatMap((id, i) => {
    const topic = knowledge.numberOf.get(id);
    return topic === undefined ? [] : [{ topic, share: SHARES[i] ?? 0.5 }];
  });
}

/** What an article that nobody annotated is about: the rules its title and text sound like. */
function guessedTopics(knowledge: Knowledge, article: Article): { readonly topic: number; readonly share: number }[] {
  const scores = [article.title, article.short, wholeText(article)]
    .map((text) => knowledge.linear(knowledge.space.vector(knowledge.features(text).weights)))
    .reduce(
      (sum, each) => sum.map((value, topic) => value + (each[topic] ?? 0) / 3),
      new Float32Array(knowledge.topics.length),
    );
  return [...scores.keys()]
    .filter((topic) => knowledge.topics[topic]?.kind === 'rule' && (scores[topic] ?? 0) >= GUESSED)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, GUESSES)
    .map((topic, i) => ({ topic, share: SHARES[i] ?? 0.5 }));
}
