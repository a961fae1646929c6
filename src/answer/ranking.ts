import type { Protocol } from '../protocol/protocol.ts';
import type { Article, Audience, Situation } from '../protocol/schema.ts';
import type { Knowledge } from './knowledge.ts';
import { createNeighbours, type Neighbours } from './learn/neighbours.ts';
import { createSpace, type Space } from './learn/space.ts';
import type { Reading } from './reading.ts';

/** What one protocol's articles are found by, made once for a protocol. */
export type Shelf = {
  readonly protocol: Protocol;
  readonly space: Space;
  readonly asks: Neighbours;
  readonly texts: Neighbours;
  /** The topics of each article, with how much each counts. */
  readonly topics: readonly (readonly { readonly topic: number; readonly share: number }[])[];
  /** Every topic that some article of this protocol answers. */
  readonly covered: ReadonlySet<number>;
};

/** An article with how well it fits, and what that rests on. */
export type Ranked = {
  readonly article: Article;
  readonly score: number;
  readonly topic: number;
  readonly own: number;
};

/** An article's main topic counts whole, the next ones for less. */
const SHARES = [1, 0.82, 0.7, 0.6];
const WEIGHTS = { topic: 0.62, asks: 0.3, text: 0.08 };
const WRONG_AUDIENCE = 0.72;
const WRONG_SITUATION = 0.85;

/** Prepares a protocol to be searched. */
export function createShelf(knowledge: Knowledge, protocol: Protocol): Shelf {
  const asks = protocol.articles.flatMap((article, label) =>
    [...article.asks, article.title, article.short].map((text) => ({
      label,
      features: knowledge.features(text).weights,
    })),
  );
  const texts = protocol.articles.map((article, label) => ({
    label,
    features: knowledge.features(`${article.title} ${article.short} ${article.text}`).weights,
  }));
  const space = createSpace([...asks, ...texts].map((each) => each.features));
  const vectors = (rows: readonly { label: number; features: ReadonlyMap<string, number> }[]) =>
    rows.map((row) => ({ label: row.label, vector: space.vector(row.features) }));
  const topics = protocol.articles.map((article) =>
    article.topics.flatMap((id, i) => {
      const topic = knowledge.numberOf.get(id);
      return topic === undefined ? [] : [{ topic, share: SHARES[i] ?? 0.5 }];
    }),
  );
  return {
    protocol,
    space,
    asks: createNeighbours(space, vectors(asks), protocol.articles.length),
    texts: createNeighbours(space, vectors(texts), protocol.articles.length),
    topics,
    covered: new Set(topics.flatMap((each) => each.map(({ topic }) => topic))),
  };
}

/** The articles of a protocol, best first. */
export function rank(
  shelf: Shelf,
  reading: Reading,
  about: { readonly audience: ReadonlySet<Audience>; readonly situation: Situation | undefined },
): Ranked[] {
  const vector = shelf.space.vector(reading.features.weights);
  const asks = shelf.asks(vector).scores;
  const texts = shelf.texts(vector).scores;
  return shelf.protocol.articles
    .map((article, i) => {
      const byTopic = bestTopic(shelf.topics[i] ?? [], reading.topics);
      const own = asks[i] ?? 0;
      const score = WEIGHTS.topic * byTopic.score + WEIGHTS.asks * own + WEIGHTS.text * (texts[i] ?? 0);
      return { article, score: score * fitting(article, about), topic: byTopic.topic, own };
    })
    .sort((a, b) => b.score - a.score);
}

function bestTopic(topics: readonly { topic: number; share: number }[], scores: Float32Array) {
  let best = { topic: -1, score: 0 };
  for (const { topic, share } of topics) {
    const score = share * (scores[topic] ?? 0);
    if (score > best.score) best = { topic, score };
  }
  return best;
}

function fitting(
  article: Article,
  about: { audience: ReadonlySet<Audience>; situation: Situation | undefined },
): number {
  const audience = article.audience.some((each) => about.audience.has(each)) ? 1 : WRONG_AUDIENCE;
  const situation =
    about.situation === undefined || article.situation === 'beide' || article.situation === about.situation
      ? 1
      : WRONG_SITUATION;
  return audience * situation;
}
