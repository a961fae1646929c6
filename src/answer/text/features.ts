import { isEnglish } from './english.ts';
import { type Reader, stands } from './lexicon.ts';
import type { Names, Numbering } from './names.ts';
import { NONE } from './pairs.ts';
import { remembering } from './remembering.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Numbered, numbered, readWord, withUsual } from './word.ts';
import { words } from './words.ts';

/** What a text is about and how it is said, as features with weights. */
export type Features = {
  /**
   * Stems of subject words, synonym groups (`=foto`), parts of compounds, pairs of neighbours (`foto_klas`), and, lightly, every
   * word and pair of words as typed (`~mag`, `~mag_~ik`): they tell a question from a story. By their numbers, see `names.ts`.
   */
  readonly weights: ReadonlyMap<number, number>;
  /** The words as read, in order, after abbreviations and typing errors. */
  readonly words: readonly string[];
};

/** Reads a text into features: some microseconds for a question. */
export type FeatureReader = {
  /** Of a question: what no example has is left out. */
  read(text: string): Features;
  /** Of an example: what is new gets a number. */
  readExample(text: string): Features;
};

/** How much several words tell together, beside the words themselves (see `word.ts`), and how they are said. */
const WEIGHT = { concept: 0.9, pair: 0.35, sense: 0.5 };

/** Words at the start of a story that still count for how it is said. */
const SENSE_WORDS = 60;
/** Stands before the first word. */
const START = '~^';

/** Makes the reader of questions and examples. What it finds out about a word it remembers. */
export function createFeatures(reader: Reader, vocabulary: Vocabulary, names: Names): FeatureReader {
  const { known, growing } = names;
  const wordOf = remembering((typed) => readWord(typed, vocabulary.correct(typed) ?? typed, reader, vocabulary));
  // An English word that nobody knows is no Dutch word with an error in it: "shield" is not "scheld".
  const asTyped = remembering((typed) => readWord(typed, typed, reader, vocabulary));
  const knownWord = remembering((typed) => numbered(withUsual(wordOf(typed), wordOf, names), known), names.size);
  const knownAsTyped = remembering((typed) => numbered(asTyped(typed), known), names.size);
  return {
    read: (text) => {
      const typed = words(text);
      return featuresOf(reader.expand(typed).map(isEnglish(typed) ? knownAsTyped : knownWord), known);
    },
    readExample: (text) => {
      const typed = words(text);
      const read = isEnglish(typed) ? asTyped : wordOf;
      return featuresOf(
        reader.expand(typed).map((each) => numbered(read(each), growing)),
        growing,
      );
    },
  };
}

function featuresOf(read: readonly Numbered[], names: Numbering): Features {
  const weights = new Map<number, number>();
  for (const { subjects, weights: own } of read)
    for (let i = 0; i < subjects.length; i++) add(weights, subjects[i] ?? NONE, own[i] ?? 0);
  addConcepts(weights, read);
  addPairs(weights, read, names);
  addSense(weights, read, names);
  return { weights, words: read.map(({ word }) => word) };
}

function add(features: Map<number, number>, feature: number, weight: number): void {
  if (feature === NONE) return;
  const known = features.get(feature);
  if (known === undefined || known < weight) features.set(feature, weight);
}

function addConcepts(weights: Map<number, number>, read: readonly Numbered[]): void {
  const stems = read.map((each) => each.stem);
  read.forEach(({ begun }, at) => {
    for (const { stems: wanted, concept } of begun)
      if (stands(wanted, stems, at)) add(weights, concept, WEIGHT.concept);
  });
}

function addPairs(weights: Map<number, number>, read: readonly Numbered[], names: Numbering): void {
  let before: Numbered | undefined;
  for (const word of read) {
    if (!word.pairs) continue;
    if (before !== undefined) add(weights, names.pair(before.stemHalf, word.stemHalf), WEIGHT.pair);
    before = word;
  }
}

function addSense(weights: Map<number, number>, read: readonly Numbered[], names: Numbering): void {
  let before = names.half(START);
  for (const { sense, senseHalf } of read.slice(0, SENSE_WORDS)) {
    add(weights, names.pair(before, senseHalf), WEIGHT.sense);
    add(weights, sense, WEIGHT.sense);
    before = senseHalf;
  }
}
