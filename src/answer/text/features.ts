import { isEnglish } from './english.ts';
import type { Reader } from './lexicon.ts';
import { remembering } from './remembering.ts';
import { isFunctionWord, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
import { words } from './words.ts';

/** What a text is about and how it is said, as names with weights. */
export type Features = {
  /**
   * Stems of subject words, synonym groups (`=foto`), parts of compounds, pairs of neighbours (`a_b`), and, lightly, every word
   * and pair of words as typed (`~mag ik`): they tell a question from a story.
   */
  readonly weights: ReadonlyMap<string, number>;
  /** The words as read, in order, after abbreviations and typing errors. */
  readonly words: readonly string[];
};

const WEIGHT = { word: 1, concept: 0.9, part: 0.55, pair: 0.35, corrected: 0.8, sense: 0.5 };

/** Words at the start of a story that still count for how it is said. */
const SENSE_WORDS = 60;

type Named = readonly [name: string, weight: number];

/** Everything about a word that its neighbours do not change; found out once for a word. */
type Word = {
  readonly word: string;
  readonly stem: string;
  /** Whether its stem can be half of a pair. */
  readonly pairs: boolean;
  /** Its stem and the parts it is made of; nothing for a word without a subject. */
  readonly subjects: readonly Named[];
  /** As typed, for how it is said. */
  readonly sense: string;
};

/** Reads a text into features. Pure; a few microseconds a word. */
export function createFeatures(reader: Reader, vocabulary: Vocabulary): (text: string) => Features {
  const wordOf = remembering((typed) => readWord(typed, vocabulary.correct(typed) ?? typed, reader, vocabulary));
  // An English word that nobody knows is no Dutch word with an error in it: "shield" is not "scheld".
  const asTyped = remembering((typed) => readWord(typed, typed, reader, vocabulary));
  return (text) => {
    const typed = words(text);
    const read = reader.expand(typed).map(isEnglish(typed) ? asTyped : wordOf);
    const stems = read.map((each) => each.stem);
    const weights = new Map<string, number>();
    for (const { subjects } of read) for (const [name, weight] of subjects) add(weights, name, weight);
    for (const concept of reader.concepts(stems)) add(weights, `=${concept.name}`, WEIGHT.concept);
    addPairs(weights, read);
    addSense(weights, read);
    return { weights, words: read.map(({ word }) => word) };
  };
}

function readWord(typed: string, word: string, reader: Reader, vocabulary: Vocabulary): Word {
  const root = stem(word);
  const subject: Named = [root, word === typed ? WEIGHT.word : WEIGHT.corrected];
  const parts = vocabulary.parts(word).flatMap((part) => partNamed(stem(part), reader));
  const carries = !isFunctionWord(word) && word.length >= 2;
  return {
    word,
    stem: root,
    pairs: !isFunctionWord(root),
    subjects: carries ? [subject, ...parts] : [],
    sense: `~${word}`,
  };
}

function partNamed(part: string, reader: Reader): Named[] {
  return [part, ...reader.concepts([part]).map((concept) => `=${concept.name}`)].map((name) => [name, WEIGHT.part]);
}

function add(features: Map<string, number>, name: string, weight: number): void {
  const known = features.get(name);
  if (known === undefined || known < weight) features.set(name, weight);
}

function addPairs(weights: Map<string, number>, read: readonly Word[]): void {
  let before: Word | undefined;
  for (const word of read) {
    if (!word.pairs) continue;
    if (before !== undefined) add(weights, `${before.stem}_${word.stem}`, WEIGHT.pair);
    before = word;
  }
}

function addSense(weights: Map<string, number>, read: readonly Word[]): void {
  let before = '~^';
  for (const { word, sense } of read.slice(0, SENSE_WORDS)) {
    add(weights, `${before} ${word}`, WEIGHT.sense);
    add(weights, sense, WEIGHT.sense);
    before = sense;
  }
}
