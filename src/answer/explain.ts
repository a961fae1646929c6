import type { LawCase } from '../protocol/knowledge.ts';
import type { Audience, Situation } from '../protocol/schema.ts';
import type { Manner } from './cues/telling.ts';
import type { Decision } from './decide.ts';
import type { Lack } from './lacking/lacking.ts';
import type { Understood } from './understand.ts';

/** How a question was understood, for who keeps the protocols: the terminal shows it, no chat does. */
export type Explanation = {
  /** The words as they were read: after abbreviations, English and typing errors. */
  readonly words: readonly string[];
  /** As a question, a story or a few bare words. */
  readonly manner: Manner;
  /** Whom it is about; a medewerker where nobody said so, which `open` tells. */
  readonly audience: readonly Audience[];
  readonly open: boolean;
  /** At work or in private, where that was said or chosen. */
  readonly situation: Situation | undefined;
  /** What it is most likely about, by the ids of topics; `answered`: whether an article of this protocol has that topic. */
  readonly topics: readonly { readonly topic: string; readonly chance: number; readonly answered: boolean }[];
  readonly decision: Decision['kind'];
  /** The topic that decided it. */
  readonly about: string | undefined;
  /** What was asked for and the articles that come nearest do not state. */
  readonly lacks: Lack | undefined;
  readonly law: readonly LawCase[];
  /** The articles that fit best, also those that the answer does not carry. */
  readonly articles: readonly Fitting[];
};

/** How well an article fits, by which topic, and the question about it that is most like this one. */
type Fitting = {
  readonly article: string;
  readonly weight: number;
  readonly topic: string | undefined;
  readonly like: string | undefined;
};

/** How much of what lies behind an answer is worth reading. */
const SHOWN = { topics: 4, chance: 0.01, articles: 5, weight: 0.05 };

/** Tells what lies behind an answer. */
export function explain(turn: Understood, law: readonly LawCase[]): Explanation {
  const { knowledge, protocol, reading, ranked, decision, manner, audience, open, situation, lacks } = turn;
  const idOf = (topic: number) => knowledge.topics[topic]?.id;
  const covered = new Set(protocol.articles.flatMap(({ topics }) => topics));
  const topics = knowledge.topics
    .map(({ id }, i) => ({ topic: id, chance: reading.chances[i] ?? 0, answered: covered.has(id) }))
    .toSorted((one, other) => other.chance - one.chance);
  const fitting = ranked.filter(({ score }) => score >= SHOWN.weight);
  return {
    words: reading.features.words,
    manner,
    audience: [...audience],
    open,
    situation,
    topics: topics
      .filter(({ chance }) => chance >= SHOWN.chance)
      .slice(0, SHOWN.topics)
      .map((each) => ({ ...each, chance: rounded(each.chance) })),
    decision: decision.kind,
    about: idOf(decision.about),
    lacks,
    law,
    articles: fitting.slice(0, SHOWN.articles).map(({ article, score, topic, like }) => ({
      article: article.id,
      weight: rounded(score),
      topic: idOf(topic),
      like,
    })),
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
