import type { Topic } from '../protocol/knowledge.ts';
import { type Kinds, kindsOf } from './kinds.ts';
import { learnAnew } from './learn/anew.ts';
import type { Kept } from './learn/kept.ts';
import { keyOf } from './learn/key.ts';
import type { Learned } from './learn/learned.ts';
import { type Linear, linearOf } from './learn/linear.ts';
import { type Space, spaceOfAll } from './learn/space.ts';
import { type Content, type Taught, taughtBy } from './learn/taught.ts';
import { createFeatures, type Features } from './text/features.ts';
import { createReader } from './text/lexicon.ts';
import { createNames, type Names } from './text/names.ts';
import { createVocabulary } from './text/vocabulary.ts';

/** What is learned once from the content folder and shared by all protocols. */
export type Knowledge = {
  readonly topics: readonly Topic[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly kinds: Kinds;
  /** The few topics that the law has something to say about: of what happens, and of who asks for the law itself. */
  readonly underLaw: { readonly events: readonly number[]; readonly questions: readonly number[] };
  /** The topics of the same subject for other people. */
  readonly forOthers: ReadonlyMap<number, readonly number[]>;
  readonly features: (question: string) => Features;
  /** Of a text to learn from; see `text/features.ts`. */
  readonly exampleFeatures: (text: string) => Features;
  /** The features of its space, and of the shelves that were made with it. */
  readonly names: Names;
  readonly space: Space;
  readonly linear: Linear;
};

/**
 * Learns from topics, lexicon and the examples of the protocols; the same content gives the same knowledge everywhere.
 * @param kept where an earlier start may have left what it learned
 */
export function learn(content: Content, kept?: Kept): Knowledge {
  const { topics, lexicon } = content;
  const taught = taughtBy(content);
  const learned = kept === undefined ? learnAnew(content, taught) : recall(content, taught, kept);
  const { counts } = learned;
  const counted = new Map(learned.words.map((word, i) => [word, counts[i] ?? 0]));
  const names = createNames(learned.names);
  const { read, readExample } = createFeatures(
    createReader(lexicon, learned.phrases),
    createVocabulary(counted),
    names,
  );
  const numberOf = new Map(topics.map((topic, i) => [topic.id, i]));
  return {
    topics,
    numberOf,
    forOthers: new Map(topics.map(({ forOthers }, i) => [i, forOthers.flatMap((id) => numberOf.get(id) ?? [])])),
    kinds: kindsOf(topics),
    underLaw: underLawOf(topics),
    features: read,
    exampleFeatures: readExample,
    names,
    space: spaceOfAll(learned.idf),
    linear: linearOf(learned, topics.length),
  };
}

function underLawOf(topics: readonly Topic[]): Knowledge['underLaw'] {
  const [events = [], questions = []] = [true, false].map((event) =>
    [...topics.keys()].filter((i) => (topics[i]?.law ?? []).length > 0 && (topics[i]?.kind === 'incident') === event),
  );
  return { events, questions };
}

function recall(content: Content, taught: readonly Taught[], kept: Kept): Learned {
  const key = keyOf(content);
  const known = kept.read(key);
  if (known !== undefined) return known;
  const learned = learnAnew(content, taught);
  // Nobody waits for it: a start that is cut short learns again.
  void kept.write(key, learned);
  return learned;
}
