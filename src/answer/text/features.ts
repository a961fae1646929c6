import type { Reader } from './lexicon.ts';
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

const WEIGHT = { word: 1, concept: 0.9, part: 0.55, pair: 0.35, corrected: 0.8, sense: 0.3 };

/** Words at the start of a story that still count for how it is said. */
const SENSE_WORDS = 60;

/** Reads a text into features. Pure; a few microseconds a word. */
export function createFeatures(reader: Reader, vocabulary: Vocabulary): (text: string) => Features {
  return (text) => {
    const read = reader.expand(words(text)).map((word) => ({ word: vocabulary.correct(word) ?? word, typed: word }));
    const stems = read.map(({ word }) => stem(word));
    const weights = new Map<string, number>();
    read.forEach(({ word, typed }, i) => {
      if (isFunctionWord(word) || word.length < 2) return;
      add(weights, stems[i] ?? word, word === typed ? WEIGHT.word : WEIGHT.corrected);
      for (const part of vocabulary.parts(word)) addPart(weights, reader, part);
    });
    for (const concept of reader.concepts(stems)) add(weights, `=${concept.name}`, WEIGHT.concept);
    addPairs(weights, stems);
    const asRead = read.map(({ word }) => word);
    addSense(weights, asRead);
    return { weights, words: asRead };
  };
}

function add(features: Map<string, number>, name: string, weight: number): void {
  features.set(name, Math.max(features.get(name) ?? 0, weight));
}

function addPart(weights: Map<string, number>, reader: Reader, part: string): void {
  const partStem = stem(part);
  add(weights, partStem, WEIGHT.part);
  for (const concept of reader.concepts([partStem])) add(weights, `=${concept.name}`, WEIGHT.part);
}

function addPairs(weights: Map<string, number>, stems: readonly string[]): void {
  const content = stems.filter((each) => !isFunctionWord(each));
  for (let i = 0; i + 1 < content.length; i++) add(weights, `${content[i]}_${content[i + 1]}`, WEIGHT.pair);
}

function addSense(weights: Map<string, number>, read: readonly string[]): void {
  const row = ['^', ...read.slice(0, SENSE_WORDS)];
  row.forEach((word, i) => {
    const next = row[i + 1];
    if (i > 0) add(weights, `~${word}`, WEIGHT.sense);
    if (next !== undefined) add(weights, `~${word} ${next}`, WEIGHT.sense);
  });
}
