/**
 * What finds any of these phrases in a text: words in small letters, a space between.
 * @param phrases regular expressions of whole words, with ` | ` or a new line between
 */
export function anyOf(phrases: string): RegExp {
  const each = phrases.split(/ \| |\n/).map((phrase) => phrase.trim());
  return new RegExp(`\\b(?:${each.filter((phrase) => phrase !== '').join('|')})\\b`);
}
