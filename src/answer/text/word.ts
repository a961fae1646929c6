import type { Phrase, Reader } from './lexicon.ts';
import type { Names, Numbering } from './names.ts';
import { NONE } from './pairs.ts';
import { isFunctionWord, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything about a word that its neighbours do not change; found out once for a word. */
export type Word = {
  readonly word: string;
  readonly stem: string;
  /** Its stem and the parts it is made of; nothing for a word without a subject. */
  readonly subjects: readonly Named[];
  /** The members of synonym groups that begin with its stem. */
  readonly begun: readonly Phrase[];
};

type Named = readonly [name: string, weight: number];

/** The same in numbers, which lie close together: reading a question is mostly waiting for memory. */
export type Numbered = {
  readonly word: string;
  readonly stem: string;
  /** Its subjects that have a number, and the weight of each. */
  readonly subjects: readonly number[];
  readonly weights: readonly number[];
  readonly begun: readonly { readonly stems: readonly string[]; readonly concept: number }[];
  /** Whether its stem can be half of a pair, and which. */
  readonly pairs: boolean;
  readonly stemHalf: number;
  /** As typed, for how it is said. */
  readonly sense: number;
  readonly senseHalf: number;
};

/** How much a word itself tells, one that was mended, and a part of it. */
const WEIGHT = { typed: 1, corrected: 0.8, part: 0.55 };

/**
 * Reads a word apart from its neighbours.
 * @param word how it was probably meant, by the vocabulary; or `typed` again
 */
export function readWord(typed: string, word: string, reader: Reader, vocabulary: Vocabulary): Word {
  const root = stem(word);
  const subject: Named = [root, word === typed ? WEIGHT.typed : WEIGHT.corrected];
  const parts = vocabulary.parts(word).flatMap((part) => partNamed(stem(part), reader));
  const carries = !isFunctionWord(word) && word.length >= 2;
  return { word, stem: root, subjects: carries ? [subject, ...parts] : [], begun: reader.phrases(root) };
}

function partNamed(part: string, reader: Reader): Named[] {
  const concepts = reader.phrases(part).filter(({ stems }) => stems.length === 1);
  return [part, ...concepts.map(conceptName)].map((name) => [name, WEIGHT.part]);
}

const conceptName = ({ name }: Phrase): string => `=${name}`;

/**
 * A word that nothing was learned of and that stands alone in a synonym group, with what is known of the word the group goes by:
 * who adds a word of their own there is understood as if they had typed the usual one.
 * @param read reads a word
 */
export function withUsual(own: Word, read: (typed: string) => Word, { isLearned }: Names): Word {
  const group = own.begun.find(({ stems, name }) => stems.length === 1 && !name.includes(' '));
  if (group === undefined || isLearned(own.stem)) return own;
  return { ...own, subjects: [...own.subjects, ...read(group.name).subjects] };
}

/** A word by the numbers of its features. */
export function numbered({ word, stem: root, subjects, begun }: Word, names: Numbering): Numbered {
  const found = subjects.map(([name, weight]) => ({ number: names.one(name), weight }));
  const kept = found.filter(({ number }) => number !== NONE);
  const sense = `~${word}`;
  const pairs = !isFunctionWord(root);
  return {
    word,
    stem: root,
    subjects: kept.map(({ number }) => number),
    weights: kept.map(({ weight }) => weight),
    begun: begun.map((phrase) => ({ stems: phrase.stems, concept: names.one(conceptName(phrase)) })),
    pairs,
    stemHalf: pairs ? names.half(root) : NONE,
    sense: names.one(sense),
    senseHalf: names.half(sense),
  };
}
