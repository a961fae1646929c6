import type { Topic } from '../protocol/knowledge.ts';
import type { Library } from '../protocol/load.ts';
import type { Kept } from './learn/kept.ts';
import { type Linear, learnLinear } from './learn/linear.ts';
import { createNeighbours, type Neighbours } from './learn/neighbours.ts';
import { createSpace, type Space } from './learn/space.ts';
import { createFeatures, type Features } from './text/features.ts';
import { createReader } from './text/lexicon.ts';
import { createVocabulary } from './text/vocabulary.ts';
import { words } from './text/words.ts';

/** What is learned once from the content folder and shared by all protocols. */
export type Knowledge = {
  readonly topics: readonly Topic[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly features: (text: string) => Features;
  readonly space: Space;
  /** The example sentences behind `neighbours`, parallel to its `nearest`. */
  readonly examples: readonly string[];
  readonly neighbours: Neighbours;
  readonly linear: Linear;
};

/** How many examples the articles of all protocols together may add to a topic. */
const MOST_BY_ARTICLES = 200;

/** `ask` is a question of a topic, `word` points to it, `not` sounds like it and belongs elsewhere. */
type Taught = { readonly topic: number; readonly text: string; readonly as: 'ask' | 'word' | 'not' };

/** Learns from topics, lexicon and the examples of the protocols; the same content gives the same knowledge everywhere. */
export function learn(library: Library, kept?: Kept): Knowledge {
  const topics = library.topics;
  const numberOf = new Map(topics.map((topic, i) => [topic.id, i]));
  const taught = [...taughtByTopics(topics), ...taughtByArticles(library, numberOf)];
  const features = createFeatures(createReader(library.lexicon), createVocabulary(countWords(library, taught)));
  const read = taught.map((each) => features(each.text).weights);
  const space = createSpace(read);
  const examples = taught.map((each, i) => ({
    label: each.topic,
    vector: space.vector(read[i] ?? new Map()),
    against: each.as === 'not',
  }));
  const questions = taught.flatMap(({ text, as }, i) => {
    const example = examples[i];
    return as !== 'ask' || example === undefined ? [] : [{ text, example }];
  });
  return {
    topics,
    numberOf,
    features,
    space,
    examples: questions.map(({ text }) => text),
    neighbours: createNeighbours(
      space,
      questions.map(({ example }) => example),
      topics.length,
    ),
    linear: learnLinear(space, examples, topics.length, kept),
  };
}

function taughtByTopics(topics: readonly Topic[]): Taught[] {
  return topics.flatMap((topic, number) => [
    ...topic.asks.map((text) => ({ topic: number, text, as: 'ask' as const })),
    ...topic.words.map((text) => ({ topic: number, text, as: 'word' as const })),
    ...topic.not.map((text) => ({ topic: number, text, as: 'not' as const })),
    { topic: number, text: topic.name, as: 'word' as const },
  ]);
}

/**
 * What people ask of an article teaches its main topic too: one school's question helps all schools. Schools that share an
 * article teach it once, and of very many schools the first teach enough: every example costs each start and question.
 */
function taughtByArticles(library: Library, numberOf: ReadonlyMap<string, number>): Taught[] {
  const shared = new Set<string>();
  const counts = new Map<number, number>();
  return [...library.protocols.values()].flatMap((protocol) =>
    protocol.articles.flatMap(({ topics, asks }) => {
      const topic = numberOf.get(topics[0] ?? '');
      const key = `${topic} ${asks.join('\n')}`;
      if (topic === undefined || shared.has(key)) return [];
      shared.add(key);
      const count = counts.get(topic) ?? 0;
      counts.set(topic, count + asks.length);
      return asks.slice(0, Math.max(0, MOST_BY_ARTICLES - count)).map((text) => ({ topic, text, as: 'ask' as const }));
    }),
  );
}

function countWords(library: Library, taught: readonly Taught[]): Map<string, number> {
  const counted = new Map<string, number>();
  const count = (text: string, times = 1) => {
    for (const word of words(text)) counted.set(word, (counted.get(word) ?? 0) + times);
  };
  for (const { text, as } of taught) count(text, as === 'word' ? 2 : 1);
  for (const group of library.lexicon.synonyms) for (const member of group) count(member, 2);
  // The text of a protocol that several schools share makes its words no more usual.
  const texts = [...library.protocols.values()].flatMap(({ articles }) => articles.map(({ text }) => text));
  for (const text of new Set(texts)) count(text);
  return counted;
}
