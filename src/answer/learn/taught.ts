import type { Topic } from '../../protocol/knowledge.ts';
import type { Library } from '../../protocol/load.ts';

/** The part of a library that is learned from. */
export type Content = Pick<Library, 'topics' | 'lexicon' | 'protocols'>;

/** `ask` is a question of a topic, `word` points to it, `not` sounds like it and belongs elsewhere. */
export type Taught = { readonly topic: number; readonly text: string; readonly as: 'ask' | 'word' | 'not' };

/** How many examples the articles of all protocols together may add to a topic. */
const MOST_BY_ARTICLES = 200;

/** Everything that teaches a topic something, always in the same order. A topic goes by its place among the topics. */
export function taughtBy(content: Content): Taught[] {
  return [...taughtByTopics(content.topics), ...taughtByArticles(content)];
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
 * article teach it once, and of very many schools the first teach enough: every example makes learning take longer.
 */
function taughtByArticles(content: Content): Taught[] {
  const numberOf = new Map(content.topics.map((topic, i) => [topic.id, i]));
  const shared = new Set<string>();
  const counts = new Map<number, number>();
  return [...content.protocols.values()].flatMap((protocol) =>
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
