import type { Article } from '../../protocol/schema.ts';

/** `asked` finds in a question what it wants to know, `stated` finds that in an article. */
export type Sign<Wanted> = { readonly wanted: Wanted; readonly asked: RegExp; readonly stated: RegExp };

/**
 * What a text asks for and none of the articles states: they are on the subject and do not answer it. Undefined when it asks for
 * none of the signs, or an article states it. Of several signs the first that is asked counts.
 * @param text the words of a question or of one of its sentences, as `features` read them, with spaces between
 */
export function missing<Wanted>(
  signs: readonly Sign<Wanted>[],
  text: string,
  articles: readonly Article[],
): Wanted | undefined {
  const sign = signs.find(({ asked }) => asked.test(text));
  // Without accents, which no word boundary knows: "één dag".
  const states = ({ title, short, text: whole }: Article) =>
    sign?.stated.test(`${title} ${short} ${whole}`.normalize('NFD').replace(/\p{M}/gu, ''));
  return sign === undefined || articles.some(states) ? undefined : sign.wanted;
}
