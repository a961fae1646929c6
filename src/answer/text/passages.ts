import { READ_CHARACTERS } from './words.ts';

/** Shorter sentences say too little alone ("ze huilde") and are read with the one after. */
const ENOUGH_WORDS = 10;
/** Who types without full stops is read in pieces of so many words, each beginning halfway the one before. */
const LONGEST = 30;
const PIECE = 20;

/**
 * A long story → the pieces in which it is read: what matters may be one sentence out of ten, and in the whole it drowns. Every
 * word is in one of them; a short story is one piece.
 */
export function passagesIn(story: string): readonly string[] {
  const sentences = story.slice(0, READ_CHARACTERS).split(/(?<=[.!?…])\s+|\n+/);
  return gathered(sentences.map(wordsOf)).flatMap(cut);
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

function gathered(sentences: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const passages: (readonly string[])[] = [];
  for (const sentence of sentences) {
    const last = passages.at(-1);
    if (last === undefined || last.length >= ENOUGH_WORDS) passages.push(sentence);
    else passages.splice(-1, 1, [...last, ...sentence]);
  }
  return passages.filter((passage) => passage.length > 0);
}

function cut(passage: readonly string[]): readonly string[] {
  if (passage.length <= LONGEST) return [passage.join(' ')];
  const starts = Array.from({ length: Math.ceil(passage.length / (PIECE / 2)) - 1 }, (_, i) => i * (PIECE / 2));
  return starts.map((start) => passage.slice(start, start + PIECE).join(' '));
}
