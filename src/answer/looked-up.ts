import type { Answer, Found, Lookup } from './answer.ts';

/** What an answer carries that found nothing. */
export const nothing: Found = { articles: [], contacts: [], silent: undefined, law: [], because: [] };

/** The answer to a look-up. */
export function lookedUp(found: Lookup): Answer {
  const articles =
    found.what === 'article'
      ? [found.article]
      : found.what === 'several'
        ? found.articles
        : found.what === 'chapter'
          ? found.chapter.articles
          : [];
  return { kind: 'lookup', ...nothing, articles, found };
}
