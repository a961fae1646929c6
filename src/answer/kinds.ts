import type { Topic, TopicKind } from '../protocol/knowledge.ts';

/** The topics of each kind, by their numbers: every question is summed up over them. */
export type Kinds = Readonly<Record<TopicKind, readonly number[]>> & {
  /** The rules of which who tells about it, instead of asking, has something to report. */
  readonly toldRules: readonly number[];
};

/** @param topics in the order of their numbers */
export function kindsOf(topics: readonly Pick<Topic, 'kind' | 'told'>[]): Kinds {
  const numbers = [...topics.keys()];
  const of = (kind: TopicKind) => numbers.filter((number) => topics[number]?.kind === kind);
  return {
    rule: of('rule'),
    outside: of('outside'),
    meta: of('meta'),
    smalltalk: of('smalltalk'),
    doubt: of('doubt'),
    derail: of('derail'),
    incident: of('incident'),
    toldRules: of('rule').filter((number) => topics[number]?.told === 'incident'),
  };
}

/** How likely it is that a question is about any of these topics. */
export function chanceOfAny(numbers: readonly number[], chances: Float32Array): number {
  let sum = 0;
  for (const number of numbers) sum += chances[number] ?? 0;
  return sum;
}

/** The topic among these that a question is most likely about; -1 of none. */
export function likeliest(numbers: readonly number[], chances: Float32Array): { topic: number; score: number } {
  let best = { topic: -1, score: 0 };
  for (const topic of numbers) {
    const score = chances[topic] ?? 0;
    if (score > best.score) best = { topic, score };
  }
  return best;
}
