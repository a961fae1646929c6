import type { Lexicon } from '../../protocol/knowledge.ts';
import { isFunctionWord, stem } from './stem.ts';
import { words } from './words.ts';

/** The lexicon, ready to read a question with. */
export type Reader = {
  /** Abbreviations written out: "de toest. vd ll" → de toestemming van de leerling. */
  expand(tokens: readonly string[]): string[];
  /** The synonym groups that a row of stems touches, each with the place (index in the row) where it begins. */
  concepts(stems: readonly string[]): readonly Concept[];
};

/** A synonym group in a text, by the place of its first stem. */
export type Concept = { readonly name: string; readonly at: number; readonly length: number };

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
    expand: (tokens) =>
      tokens.some((token) => abbreviations.has(token))
        ? tokens.flatMap((token) => abbreviations.get(token) ?? [token])
        : [...tokens],
    concepts: (stems) => {
      const found: Concept[] = [];
      stems.forEach((first, at) => {
        for (const phrase of phrases.get(first) ?? []) {
          const { name, stems: wanted } = phrase;
          if (stands(wanted, stems, at)) found.push({ name, at, length: wanted.length });
        }
      });
      return found;
    },
  };
}

function addPhrase(phrases: Map<string, Phrase[]>, phrase: Phrase): void {
  const first = phrase.stems[0];
  if (first === undefined || (phrase.stems.length === 1 && isFunctionWord(first))) return;
  const known = phrases.get(first);
  if (known === undefined) phrases.set(first, [phrase]);
  else known.push(phrase);
}

function stands(wanted: readonly string[], stems: readonly string[], at: number): boolean {
  for (let i = 1; i < wanted.length; i++) if (stems[at + i] !== wanted[i]) return false;
  return true;
}
