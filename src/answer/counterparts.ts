import type { Article, Audience } from '../protocol/schema.ts';
import type { Ranked } from './ranking.ts';
import { isFunctionWord, stem } from './text/stem.ts';
import { words } from './text/words.ts';
import type { Whom } from './whom.ts';

/** For an article those on the same subject that bind other people and say something else. */
export type Counterparts = ReadonlyMap<Article, ReadonlySet<Article>>;

/** An article with the numbers of its topics. */
type About = { readonly article: Article; readonly topics: readonly number[] };

/** Above this share of common words two articles say the same, and which of them is cited misleads nobody. */
const SAME = 0.85;

/**
 * How well a counterpart must fit, beside the best article, for the question to be about either. Found on the six sets of
 * test/questions that may be read and on a hundred vague questions: of those that mean one article hardly any comes this far.
 */
const EITHER = 0.2;

/**
 * The counterparts among the articles of a protocol. Pure.
 * @param forOthers a topic → the topics of the same subject for other people, as `protocols/topics` names them
 */
export function counterpartsAmong(
  all: readonly About[],
  forOthers: ReadonlyMap<number, readonly number[]>,
): Counterparts {
  const found = new Map<Article, Set<Article>>();
  for (const one of all)
    for (const other of all) {
      if (binds(one.article, new Set(other.article.audience)) || !onOneSubject(one, other, forOthers)) continue;
      if (saysTheSame(one.article, other.article)) continue;
      found.set(one.article, (found.get(one.article) ?? new Set()).add(other.article));
    }
  return found;
}

/** Whether an article is for any of these people. */
export function binds({ audience }: Article, people: ReadonlySet<Audience>): boolean {
  return audience.some((each) => people.has(each));
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

function onOneSubject(one: About, other: About, forOthers: ReadonlyMap<number, readonly number[]>): boolean {
  const meets = (a: About, b: About) =>
    a.topics.some((topic) => [topic, ...(forOthers.get(topic) ?? [])].some((each) => b.topics.includes(each)));
  return meets(one, other) || meets(other, one);
}

function saysTheSame(one: Article, other: Article): boolean {
  const [a, b] = [subjectsOf(one.text), subjectsOf(other.text)];
  return [...a].filter((each) => b.has(each)).length >= SAME * Math.min(a.size, b.size);
}

function subjectsOf(text: string): Set<string> {
  return new Set(words(text).flatMap((word) => (isFunctionWord(word) ? [] : [stem(word)])));
}
