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
