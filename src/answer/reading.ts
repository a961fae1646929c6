import type { Knowledge } from './knowledge.ts';
import type { Sparse } from './learn/space.ts';
import type { Features } from './text/features.ts';

/** A question as it is understood before any protocol is looked at. */
export type Reading = {
  readonly features: Features;
  /** For each topic how likely the question is about it, together one. */
  readonly chances: Float32Array;
  readonly vector: Sparse;
};

/** Reads a question against the topics. */
export function readQuestion(knowledge: Knowledge, question: string): Reading {
  const features = knowledge.features(question);
  const vector = knowledge.space.vector(features.weights);
  return { features, chances: knowledge.linear(vector), vector };
}
