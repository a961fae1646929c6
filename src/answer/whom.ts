import type { Article, Audience } from '../protocol/schema.ts';
import type { Context } from './answer.ts';
import { binds, type Counterparts } from './counterparts.ts';
import { leavesCulpritOpen } from './cues/audience.ts';
import type { Ranked } from './ranking.ts';

/**
 * How well a counterpart must fit, beside the best article, for the question to be about either. Found on the six sets of
 * test/questions that may be read and on a hundred vague questions: of those that mean one article hardly any comes this far.
 */
const EITHER = 0.2;

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

/** The counterpart of the best article that fits best, where the question may well be about that one. */
export function counterpartOfBest(counterparts: Counterparts, ranked: readonly Ranked[]): Ranked | undefined {
  return counterpartsOfBest(counterparts, ranked, EITHER)[0];
}

/** Where it is known whom a question is about, the article that binds them comes before its counterpart for others. */
export function forThem(
  counterparts: Counterparts,
  ranked: readonly Ranked[],
  { people, known }: Whom,
): readonly Ranked[] {
  const [best] = ranked;
  if (best === undefined || known === 'open' || known === 'asker' || binds(best.article, people)) return ranked;
  const others = counterpartsOfBest(counterparts, ranked, known === 'after' ? 0 : EITHER);
  const theirs = others.find(({ article }) => binds(article, people));
  return theirs === undefined ? ranked : [theirs, ...ranked.filter((each) => each !== theirs)];
}

/** @param share how well they must fit, at least, beside the best */
function counterpartsOfBest(counterparts: Counterparts, ranked: readonly Ranked[], share: number): readonly Ranked[] {
  const [best] = ranked;
  const others = best === undefined ? undefined : counterparts.get(best.article);
  if (best === undefined || others === undefined) return [];
  return ranked.filter(({ article, anyhow }) => others.has(article) && anyhow >= best.anyhow * share);
}
