import MiniSearch from 'minisearch';
import type { Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import { isFunctionWord, stem } from './text/stem.ts';
import { words } from './text/words.ts';

/** The `zoek` command: articles in which these words stand, also with an error in them or only begun. */
export type Search = (sought: string) => readonly Article[];

/** How many articles a search finds at most. */
export const FOUND = 10;

/** Set up for Dutch: accents and function words fall away, words are stemmed, a title weighs more than the text. */
export function createSearch(protocol: Protocol): Search {
  const index = new MiniSearch({
    fields: ['place', 'title', 'short', 'text'],
    tokenize: words,
    processTerm: (term) => (isFunctionWord(term) ? null : stem(term)),
    searchOptions: {
      boost: { place: 3, title: 2 },
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
      combineWith: 'OR',
    },
  });
  index.addAll(protocol.articles);
  return (sought) =>
    index
      .search(sought.slice(0, 200))
      .slice(0, FOUND)
      .flatMap((hit) => protocol.byId.get(String(hit.id)) ?? []);
}
