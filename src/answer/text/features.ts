import { isEnglish } from './english.ts';
import { type Phrase, type Reader, stands } from './lexicon.ts';
import type { Names, Numbering } from './names.ts';
import { NONE } from './pairs.ts';
import { remembering } from './remembering.ts';
import { isFunctionWord, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
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

const WEIGHT = { word: 1, concept: 0.9, part: 0.55, pair: 0.35, corrected: 0.8, sense: 0.5 };

/** Words at the start of a story that still count for how it is said. */
const SENSE_WORDS = 60;
/** Stands before the first word. */
const START = '~^';

type Named = readonly [name: string, weight: number];

/** Everything about a word that its neighbours do not change; found out once for a word. */
type Word = {
  readonly word: string;
  readonly stem: string;
  /** Its stem and the parts it is made of; nothing for a word without a subject. */
  readonly subjects: readonly Named[];
  /** The members of synonym groups that begin with its stem. */
  readonly begun: readonly Phrase[];
};

/** The same in numbers, which lie close together: reading a question is mostly waiting for memory. */
type Numbered = {
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

export function createFeatures(reader: Reader, vocabulary: Vocabulary, names: Names): FeatureReader {
  const { known, growing } = names;
  const wordOf = remembering((typed) => readWord(typed, vocabulary.correct(typed) ?? typed, reader, vocabulary));
  // An English word that nobody knows is no Dutch word with an error in it: "shield" is not "scheld".
  const asTyped = remembering((typed) => readWord(typed, typed, reader, vocabulary));
  const knownWord = remembering((typed) => numbered(wordOf(typed), known), names.size);
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

function readWord(typed: string, word: string, reader: Reader, vocabulary: Vocabulary): Word {
  const root = stem(word);
  const subject: Named = [root, word === typed ? WEIGHT.word : WEIGHT.corrected];
  const parts = vocabulary.parts(word).flatMap((part) => partNamed(stem(part), reader));
  const carries = !isFunctionWord(word) && word.length >= 2;
  return { word, stem: root, subjects: carries ? [subject, ...parts] : [], begun: reader.phrases(root) };
}

function partNamed(part: string, reader: Reader): Named[] {
  const concepts = reader.phrases(part).filter(({ stems }) => stems.length === 1);
  return [part, ...concepts.map(conceptName)].map((name) => [name, WEIGHT.part]);
}

const conceptName = ({ name }: Phrase): string => `=${name}`;

function numbered({ word, stem: root, subjects, begun }: Word, names: Numbering): Numbered {
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
