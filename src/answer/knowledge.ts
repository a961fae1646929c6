import type { Topic } from '../protocol/knowledge.ts';
import type { Library } from '../protocol/load.ts';
import { type Linear, learnLinear } from './learn/linear.ts';
import { createNeighbours, type Example, type Neighbours } from './learn/neighbours.ts';
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
  readonly subject: Space;
  readonly sense: Space;
  /** The example sentences behind `neighbours`, parallel to its `nearest`. */
  readonly examples: readonly string[];
  readonly neighbours: Neighbours;
  readonly linear: Linear;
  readonly kinds: Linear;
};

/** The kinds of topic, numbered for `kinds`. */
export const topicKinds = ['rule', 'doubt', 'derail', 'incident', 'meta', 'outside', 'smalltalk'] as const;

type Taught = { readonly topic: number; readonly text: string; readonly word: boolean };

/** Learns from topics, lexicon and the examples of the protocols; the same content gives the same knowledge everywhere. */
export function learn(library: Library): Knowledge {
  const topics = library.topics;
  const numberOf = new Map(topics.map((topic, i) => [topic.id, i]));
  const taught = [...taughtByTopics(topics), ...taughtByArticles(library, numberOf)];
  const features = createFeatures(createReader(library.lexicon), createVocabulary(countWords(library, taught)));
  const read = taught.map((each) => ({ ...each, features: features(each.text) }));
  const subject = createSpace(read.map((each) => each.features.subject));
  const questions = read.filter((each) => !each.word);
  const sense = createSpace(questions.map((each) => each.features.sense));
  const examples: Example[] = read.map((each) => ({
    label: each.topic,
    vector: subject.vector(each.features.subject),
  }));
  const senses: Example[] = questions.map((each) => ({
    label: kindOf(topics, each.topic),
    vector: sense.vector(each.features.sense),
  }));
  return {
    topics,
    numberOf,
    features,
    subject,
    sense,
    examples: taught.map((each) => each.text),
    neighbours: createNeighbours(subject, examples, topics.length),
    linear: learnLinear(subject, examples, topics.length),
    kinds: learnLinear(sense, senses, topicKinds.length),
  };
}

function taughtByTopics(topics: readonly Topic[]): Taught[] {
  return topics.flatMap((topic, number) => [
    ...topic.asks.map((text) => ({ topic: number, text, word: false })),
    ...topic.words.map((text) => ({ topic: number, text, word: true })),
    { topic: number, text: topic.name, word: true },
  ]);
}

/** What people ask of an article teaches its main topic too: one school's question helps all schools. */
function taughtByArticles(library: Library, numberOf: ReadonlyMap<string, number>): Taught[] {
  return [...library.protocols.values()].flatMap((protocol) =>
    protocol.articles.flatMap((article) => {
      const topic = numberOf.get(article.topics[0] ?? '');
      return topic === undefined ? [] : article.asks.map((text) => ({ topic, text, word: false }));
    }),
  );
}

function countWords(library: Library, taught: readonly Taught[]): Map<string, number> {
  const counted = new Map<string, number>();
  const count = (text: string, times = 1) => {
    for (const word of words(text)) counted.set(word, (counted.get(word) ?? 0) + times);
  };
  for (const { text, word } of taught) count(text, word ? 2 : 1);
  for (const group of library.lexicon.synonyms) for (const member of group) count(member, 2);
  for (const protocol of library.protocols.values()) for (const article of protocol.articles) count(article.text);
  return counted;
}

function kindOf(topics: readonly Topic[], topic: number): number {
  return topicKinds.indexOf(topics[topic]?.kind ?? 'rule');
}
