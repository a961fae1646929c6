import type { Person } from '../../organisation/person.ts';
import type { Mention } from '../report.ts';

/** Somebody found in a text: by which of its words, from the first up to and including the last. */
export type Found = { readonly person: Person; readonly by: Mention['by']; readonly from: number; readonly to: number };

/** Words between the parts of a name or a function that do not count. */
export const small = new Set(
  'van de der den het een ten ter t s d o el al ben la le von en in op voor bij aan onze ons zijn haar die deze dat'.split(
    ' ',
  ),
);

/** The index of the next word that counts, at most three small ones further on. */
export function nextWord(words: readonly { readonly plain: string }[], at: number): number {
  let next = at;
  while (next < at + 3 && small.has(words[next]?.plain ?? '')) next += 1;
  return next;
}
