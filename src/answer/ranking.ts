import type { Article, Audience, Situation } from '../protocol/schema.ts';
import type { Reading } from './reading.ts';
import type { Shelf } from './shelf.ts';

/** An article with how well it fits, and what that rests on. */
export type Ranked = {
  readonly article: Article;
  readonly score: number;
  /** How well it fits if it may be about anybody, anywhere. */
  readonly anyhow: number;
  readonly topic: number;
  readonly own: number;
  /** The question about this article that is most like it. */
  readonly like: string | undefined;
};

/**
 * How much of an article's fitting comes from its topics, from the questions that are its own, and from its text. Set by hand:
 * a sixth more or less of any number here moves hit@1 over all sets by at most 0.003 (`npm run eval`).
 */
const WEIGHTS = { topic: 0.62, asks: 0.5, text: 0.08 };
/** How much a likeness to what an article is not about takes from its own examples. */
const AGAINST = 0.3;
/** What is left of it for an article that binds other people, or is for private where work was said, or the other way. */
const WRONG_AUDIENCE = 0.72;
const WRONG_SITUATION = 0.6;

/** The articles of a protocol, best first. */
export function rank(
  shelf: Shelf,
  reading: Reading,
  about: { readonly audience: ReadonlySet<Audience>; readonly situation: Situation | undefined },
): Ranked[] {
  const vector = shelf.space.vector(reading.features.weights);
  const asks = shelf.asks(vector);
  const texts = shelf.texts(vector).scores;
  const nots = shelf.nots(vector).scores;
  return shelf.protocol.articles
    .map((article, i) => {
      const byTopic = bestTopic(shelf.topics[i] ?? [], reading.chances);
      const own = Math.max(0, (asks.scores[i] ?? 0) - AGAINST * (nots[i] ?? 0));
      const score = WEIGHTS.topic * byTopic.score + WEIGHTS.asks * own + WEIGHTS.text * (texts[i] ?? 0);
      return {
        article,
        score: score * fitting(article, about),
        anyhow: score,
        topic: byTopic.topic,
        own,
        like: shelf.asked[asks.nearest[i] ?? -1],
      };
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

/** How many articles an answer carries, best first. */
export const ARTICLES = 3;
/** An article this much behind the best one is not "also of interest". */
const NEAR = 0.55;

/** The articles an answer carries. */
export function nearBest(ranked: readonly Ranked[]): Article[] {
  const best = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }) => score >= best * NEAR)
    .slice(0, ARTICLES)
    .map(({ article }) => article);
}
