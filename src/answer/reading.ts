import type { Knowledge } from './knowledge.ts';
import type { Sparse } from './learn/space.ts';
import type { Features } from './text/features.ts';

/** How much each witness says about a topic; together one. */
const WITNESS = { linear: 0.6, neighbours: 0.4 };

/** A question as it is understood before any protocol is looked at. */
export type Reading = {
  readonly features: Features;
  /** For each topic, from 0 to about 1, how much the question is about it. */
  readonly topics: Float32Array;
  /** The same from the linear model alone, a probability over all topics: what adds up over the topics of a kind. */
  readonly chances: Float32Array;
  /** The example most like the question, for each topic; an index into `knowledge.examples`, or -1. */
  readonly nearest: Int32Array;
  readonly vector: Sparse;
};

/** Reads a question against the topics. */
export function readQuestion(knowledge: Knowledge, question: string): Reading {
  const features = knowledge.features(question);
  const vector = knowledge.space.vector(features.weights);
  const chances = knowledge.linear(vector);
  const { scores, nearest } = knowledge.neighbours(vector);
  // A loop: `map` of a typed array costs more than all of the neighbours.
  const topics = new Float32Array(chances.length);
  for (let topic = 0; topic < topics.length; topic++)
    topics[topic] = WITNESS.linear * (chances[topic] ?? 0) + WITNESS.neighbours * (scores[topic] ?? 0);
  return { features, topics, chances, nearest, vector };
}
