/** How much of a question is read: a long story makes its point well before this, and nobody's text may stall the bot. */
export const READ_CHARACTERS = 4_000;

/** Longest word that is looked at; what is longer is not Dutch but a link or noise. */
const WORD_CHARACTERS = 40;

/**
 * Text → its words in small letters without accents, in order. Links, control characters and marks fall away; an apostrophe
 * inside a word is dropped ("foto's" → "fotos", "z'n" → "zn").
 */
export function words(text: string): string[] {
  const read = text.slice(0, READ_CHARACTERS);
  // Most questions are plain letters, and normalising would cost more than all the rest.
  const plain = PLAIN.test(read) ? read.toLowerCase() : withoutMarks(read);
  const joined = plain.replace(/\bhttps?:\/\/\S+/g, ' ').replace(/(\p{L})['’`](?=\p{L})/gu, '$1');
  return (joined.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= WORD_CHARACTERS);
}

const PLAIN = /^[\n -~’]*$/;

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
}
