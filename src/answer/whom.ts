import type { Article, Audience } from '../protocol/schema.ts';
import type { Context } from './answer.ts';
import { leavesCulpritOpen } from './cues/audience.ts';

/**
 * Whom a question is about, and how well that is known: `open` when nobody said it; `asker` when "ik" or a colleague is named,
 * who asks as often about others; `said` when somebody else is; `after` when it was said after the question, whose own words
 * may still speak of somebody else.
 */
export type Whom = {
  readonly people: ReadonlySet<Audience>;
  readonly known: 'open' | 'asker' | 'said' | 'after';
};

/**
 * Whom a question is about. A measure befalls whoever broke a rule: there "bij ons" and "wat kan ik doen als iemand …" name
 * nobody. Pure.
 * @param said by the words, if they name anybody
 * @param best the article that fits best
 */
export function whomOf(
  said: ReadonlySet<Audience> | undefined,
  words: readonly string[],
  best: Article | undefined,
  { audience, about }: Context,
): Whom {
  if (about !== undefined) return { people: new Set([about]), known: 'after' };
  if (said === undefined || (best?.force === 'gevolg' && leavesCulpritOpen(words)))
    return { people: new Set([audience ?? 'medewerker']), known: audience === undefined ? 'open' : 'said' };
  return { people: said, known: said.has('medewerker') ? 'asker' : 'said' };
}
