import type { Reader } from './lexicon.ts';
import { isFunctionWord, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
import { words } from './words.ts';

/** What a text is about, as names with weights, and how it is said. */
export type Features = {
  /** Subject words (stems), synonym groups (`=foto`), parts of compounds and pairs of neighbours (`a_b`). */
  readonly subject: ReadonlyMap<string, number>;
  /** Function words and pairs of words: they tell a question from a story. */
  readonly sense: ReadonlyMap<string, number>;
  /** The words as read, in order, after abbreviations and typing errors. */
  readonly words: readonly string[];
};

const WEIGHT = { word: 1, concept: 0.9, part: 0.55, pair: 0.35, corrected: 0.8 };

/** Reads a text into features. Pure; a few microseconds a word. */
export function createFeatures(reader: Reader, vocabulary: Vocabulary): (text: string) => Features {
  return (text) => {
    const read = reader.expand(words(text)).map((word) => ({ word: vocabulary.correct(word) ?? word, typed: word }));
    const stems = read.map(({ word }) => stem(word));
    const subject = new Map<string, number>();
    read.forEach(({ word, typed }, i) => {
      if (isFunctionWord(word) || word.length < 2) return;
      add(subject, stems[i] ?? word, word === typed ? WEIGHT.word : WEIGHT.corrected);
      for (const part of vocabulary.parts(word)) addPart(subject, reader, part);
    });
    for (const concept of reader.concepts(stems)) add(subject, `=${concept.name}`, WEIGHT.concept);
    addPairs(subject, stems);
    return { subject, sense: senseOf(read.map(({ word }) => word)), words: read.map(({ word }) => word) };
  };
}

function add(features: Map<string, number>, name: string, weight: number): void {
  features.set(name, Math.max(features.get(name) ?? 0, weight));
}

function addPart(subject: Map<string, number>, reader: Reader, part: string): void {
  const partStem = stem(part);
  add(subject, partStem, WEIGHT.part);
  for (const concept of reader.concepts([partStem])) add(subject, `=${concept.name}`, WEIGHT.part);
}

function addPairs(subject: Map<string, number>, stems: readonly string[]): void {
  const content = stems.filter((each) => !isFunctionWord(each));
  for (let i = 0; i + 1 < content.length; i++) add(subject, `${content[i]}_${content[i + 1]}`, WEIGHT.pair);
}

function senseOf(read: readonly string[]): Map<string, number> {
  const sense = new Map<string, number>();
  const row = ['^', ...read.slice(0, 60)];
  row.forEach((word, i) => {
    add(sense, word, 1);
    const next = row[i + 1];
    if (next !== undefined) add(sense, `${word} ${next}`, 1);
  });
  return sense;
}
