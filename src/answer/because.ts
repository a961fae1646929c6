import type { Article } from '../protocol/schema.ts';
import type { Because } from './answer.ts';
import { ARTICLES } from './ranking.ts';
import type { Understood } from './understand.ts';

/** Why the first articles were found, for people and for `--json`. */
export function because({ knowledge, ranked }: Pick<Understood, 'knowledge' | 'ranked'>): Because[] {
  return ranked.slice(0, ARTICLES).map(({ article, score, topic, like }) => {
    const name = knowledge.topics[topic]?.name;
    const subject =
      name === undefined
        ? 'gevonden omdat de woorden op het artikel lijken'
        : `gevonden omdat je vraag gaat over ${name}`;
    return {
      article: article.id,
      weight: score,
      reason: like === undefined ? subject : `${subject}; lijkt op “${like}”`,
    };
  });
}

const CASES: ReadonlySet<string | undefined> = new Set(['doubt', 'derail', 'incident']);

/** The same for a doubt, a discussion or something to report: what it sounds like comes first. */
export function becauseOfCase(
  turn: Pick<Understood, 'knowledge' | 'ranked' | 'decision'>,
  first: Article | undefined,
): Because[] {
  const about = turn.knowledge.topics[turn.decision.about];
  if (first === undefined || about === undefined || !CASES.has(about.kind)) return because(turn);
  const reason = `gevonden omdat het klinkt als ${about.name}`;
  return [{ article: first.id, weight: turn.ranked[0]?.score ?? 0, reason }, ...because(turn)];
}
