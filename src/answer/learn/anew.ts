import { createFeatures } from '../text/features.ts';
import { createReader, phrasesOf } from '../text/lexicon.ts';
import { createNames, hasSeveralWords } from '../text/names.ts';
import { createVocabulary } from '../text/vocabulary.ts';
import { words } from '../text/words.ts';
import type { Learned } from './learned.ts';
import { seedOf } from './random.ts';
import { createSpace } from './space.ts';
import type { Content, Taught } from './taught.ts';
import { learnLinear } from './teaching.ts';

/** Learns everything from the content, which takes seconds; the same content gives the same everywhere. */
export function learnAnew(content: Content, taught: readonly Taught[]): Learned {
  const { topics, lexicon } = content;
  const phrases = phrasesOf(lexicon);
  const counted = countWords(content, taught);
  const names = createNames();
  const { readExample } = createFeatures(createReader(lexicon, phrases), createVocabulary(counted), names);
  const read = taught.map((each) => readExample(each.text).weights);
  const space = createSpace(read, (feature) => !hasSeveralWords(names.textOf(feature)));
  const examples = taught.map((each, i) => ({
    label: each.topic,
    vector: space.vector(read[i] ?? new Map()),
    against: each.as === 'not',
    seed: seedOf(`${topics[each.topic]?.id} ${each.text}`),
  }));
  return {
    words: [...counted.keys()],
    counts: Int32Array.from(counted.values()),
    phrases,
    names: space.features.map(names.textOf),
    idf: space.idf,
    ...learnLinear(space, examples, topics.length),
  };
}

function countWords(content: Content, taught: readonly Taught[]): Map<string, number> {
  const counted = new Map<string, number>();
  const count = (text: string, times = 1) => {
    for (const word of words(text)) counted.set(word, (counted.get(word) ?? 0) + times);
  };
  for (const { text, as } of taught) count(text, as === 'word' ? 2 : 1);
  for (const group of content.lexicon.synonyms) for (const member of group) count(member, 2);
  // The text of a protocol that several schools share makes its words no more usual.
  const texts = [...content.protocols.values()].flatMap(({ articles }) => articles.map(({ text }) => text));
  for (const text of new Set(texts)) count(text);
  return counted;
}
