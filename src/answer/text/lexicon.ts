import type { Lexicon } from '../../protocol/knowledge.ts';
import { isFunctionWord, stem } from './stem.ts';
import { wordingOf } from './wording.ts';
import { words } from './words.ts';

/** The lexicon, ready to read a question with. */
export type Reader = {
  /** What is meant in the place of what was typed: "de toest. vd ll" → de toestemming van de leerling; see `wording.ts`. */
  expand(tokens: readonly string[]): string[];
  /** The members of synonym groups that begin with this stem; whether one is there, `stands` tells. */
  phrases(stem: string): readonly Phrase[];
};

/** A member of a synonym group: the stems that stand in a row, and the name of the group. */
export type Phrase = { readonly stems: readonly string[]; readonly name: string };

/** The members of all synonym groups, to be found as a row of stems, whatever their endings. */
export function phrasesOf(lexicon: Lexicon): Phrase[] {
  // An English member is found in a question whose English was written as Dutch.
  const write = wordingOf({ abbreviations: {}, english: lexicon.english });
  return lexicon.synonyms.flatMap((group) =>
    group.map((member) => ({ stems: write(words(member)).map(stem), name: group[0] ?? '' })).filter(carriesMeaning),
  );
}

/** One function word alone is in every sentence. */
function carriesMeaning({ stems: [first, ...rest] }: Phrase): boolean {
  return first !== undefined && (rest.length > 0 || !isFunctionWord(first));
}

/** Prepares the lexicon, with the phrases that were made of it. */
export function createReader(lexicon: Lexicon, phrasesOfLexicon: readonly Phrase[] = phrasesOf(lexicon)): Reader {
  const phrases = Map.groupBy(phrasesOfLexicon, ({ stems }) => stems[0] ?? '');
  return {
    expand: wordingOf(lexicon),
    phrases: (first) => phrases.get(first) ?? [],
  };
}

/** Whether the wanted stems follow each other in a row, when the first of them is at this place. */
export function stands(wanted: readonly string[], stems: readonly string[], at: number): boolean {
  for (let i = 1; i < wanted.length; i++) if (stems[at + i] !== wanted[i]) return false;
  return true;
}
