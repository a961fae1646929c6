import type { Lookup } from '../../../src/answer/answer.ts';
import { findLookup } from '../../../src/answer/lookup/lookup.ts';
import type { Protocol } from '../../../src/protocol/protocol.ts';
import { library } from '../../protocol/library.ts';

/** One of the five protocols. */
export function protocol(id: string): Protocol {
  const found = library.protocols.get(id);
  if (found === undefined) throw new Error(`no protocol ${id}`);
  return found;
}

/** A look-up in a few letters: "C.3", "chapter B", "U.5 A.5", "nothing". */
export function short(found: Lookup | undefined): string {
  if (found === undefined) return 'no look-up';
  switch (found.what) {
    case 'article':
      return found.article.id;
    case 'several':
      return found.articles.map((article) => article.id).join(' ');
    case 'chapter':
      return `chapter ${found.chapter.id}`;
    default:
      return found.what;
  }
}

/** What a text points at in a protocol, in those letters. */
export const look = (id: string, text: string): string => short(findLookup(protocol(id), text));
