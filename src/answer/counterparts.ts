import type { Article, Audience } from '../protocol/schema.ts';
import { isFunctionWord, stem } from './text/stem.ts';
import { words } from './text/words.ts';

/** For an article those on the same subject that bind other people and say something else. */
export type Counterparts = ReadonlyMap<Article, ReadonlySet<Article>>;

/** An article with the numbers of its topics. */
type About = { readonly article: Article; readonly topics: readonly number[] };

/** From this share of common words on two articles say the same, and which of them is cited misleads nobody. */
const SAME = 0.7;

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
