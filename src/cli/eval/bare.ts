import type { Protocol } from '../../protocol/protocol.ts';

/** A protocol as a school brings it: its articles, and nothing that somebody added so that they are found. */
export function withoutAnnotations(protocol: Protocol): Protocol {
  const chapters = protocol.chapters.map((chapter) => ({
    ...chapter,
    articles: chapter.articles.map((article) => ({ ...article, topics: [], asks: [], not: [] })),
  }));
  const articles = chapters.flatMap((chapter) => chapter.articles);
  return { ...protocol, chapters, articles, byId: new Map(articles.map((article) => [article.id, article])) };
}
