import type { Article } from '../../protocol/schema.ts';
import { isAboutPermission } from '../cues/permission.ts';
import { type Fact, factMissing } from './fact.ts';
import { type Figure, figureMissing } from './figure.ts';

/** What articles that are on the subject do not say, though it was asked. */
export type Lack = Figure | Fact;

/** "… en bij wie lever ik dat in", "…, moet ik dan iets doen": nor is the rest of a question there for nothing. */
const goesOn =
  /(\b(en|of|maar|and|or)|,) ((aan|bij|met|naar) )?(wie|hoe(?! heet)|moet|wat moet|wat doe|who|how|must|should|do i)\b/i;

/**
 * What a question asks for and none of the articles states. Undefined when they do, or when a rule is what is asked.
 * @param words the question's words, as `features` read them
 * @param read reads one of its sentences in the same way
 */
export function lacking(
  question: string,
  words: readonly string[],
  read: (text: string) => readonly string[],
  articles: readonly Article[],
): Lack | undefined {
  const figure = figureMissing(words, articles);
  // Who asks for permission wants the rule, whatever else is asked in passing.
  if (figure !== undefined || isAboutPermission(words) || goesOn.test(question)) return figure;
  const sentences = question.split(/(?<=[.?!:;])\s+/);
  // An earlier question is the one to answer.
  if (sentences.slice(0, -1).some((sentence) => sentence.includes('?'))) return undefined;
  const last = sentences.length === 1 ? words : read(sentences.at(-1) ?? '');
  return factMissing(last.join(' '), articles);
}
