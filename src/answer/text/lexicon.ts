import type { Lexicon } from '../../protocol/knowledge.ts';
import { isFunctionWord, stem } from './stem.ts';
import { words } from './words.ts';

/** The lexicon, ready to read a question with. */
export type Reader = {
  /** Abbreviations written out: "de toest. vd ll" → de toestemming van de leerling. */
  expand(tokens: readonly string[]): string[];
  /** The synonym groups that a row of stems touches, each with the place (index in the row) where it begins. */
  concepts(
    stems: readonly string[],
  ): readonly { readonly name: string; readonly at: number; readonly length: number }[];
};

type Phrase = { readonly stems: readonly string[]; readonly name: string };

/** Prepares the lexicon: phrases of several words are found as a row of stems, whatever their endings. */
export function createReader(lexicon: Lexicon): Reader {
  const abbreviations = new Map(Object.entries(lexicon.abbreviations).map(([short, long]) => [short, words(long)]));
  const phrases = new Map<string, Phrase[]>();
  for (const group of lexicon.synonyms) {
    const name = group[0] ?? '';
    for (const member of group) addPhrase(phrases, { stems: words(member).map(stem), name });
  }
  return {
    expand: (tokens) => tokens.flatMap((token) => abbreviations.get(token) ?? [token]),
    concepts: (stems) => stems.flatMap((first, at) => matches(phrases.get(first), stems, at)),
  };
}

function addPhrase(phrases: Map<string, Phrase[]>, phrase: Phrase): void {
  const first = phrase.stems[0];
  if (first === undefined || (phrase.stems.length === 1 && isFunctionWord(first))) return;
  const known = phrases.get(first);
  if (known === undefined) phrases.set(first, [phrase]);
  else known.push(phrase);
}

function matches(candidates: readonly Phrase[] | undefined, stems: readonly string[], at: number) {
  return (candidates ?? [])
    .filter((phrase) => phrase.stems.every((each, i) => stems[at + i] === each))
    .map((phrase) => ({ name: phrase.name, at, length: phrase.stems.length }));
}
