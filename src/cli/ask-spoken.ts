import type { Answer } from '../answer/answer.ts';
import { answeringScreen } from '../bot/answering.ts';
import { wholeArticle } from '../bot/lookups.ts';
import type { Protocol } from '../protocol/protocol.ts';

/** An answer as the chat would show it, as plain text for a terminal. */
export function spoken(protocol: Protocol, answer: Answer): string {
  const screen =
    answer.kind === 'lookup' && answer.found.what === 'article'
      ? wholeArticle(protocol, answer.found.article, undefined)
      : answeringScreen(answer, { protocol, answer: '', feedback: false, doubtStep: false });
  const source = answer.articles.slice(0, 3).map((article) => `  ${article.place} — ${article.title}`);
  // What a grave story is like is of no use to who tells it.
  const because = answer.kind === 'report' ? [] : answer.because.slice(0, 1).map(({ reason }) => `  ${reason}`);
  return [screen.summary, '', ...source, ...because].join('\n');
}
