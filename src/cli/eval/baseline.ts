import { stemmer } from '@orama/stemmers/dutch';
import MiniSearch from 'minisearch';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Outcome } from './measure.ts';
import type { Question } from './questions.ts';

/** MiniSearch on the same articles, set up for Dutch as its documentation shows: stemming, stop words, prefix and fuzzy. */
export type Baseline = (question: Pick<Question, 'protocol' | 'question'>) => {
  readonly articles: readonly string[];
  readonly score: number;
};

const stopWords = new Set(
  'de het een en van ik te dat die in is je er aan op met als voor zijn was ook maar om dan of wat mijn men dit zo door over ze zich bij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest andere'.split(
    ' ',
  ),
);

export function createBaseline(protocols: ReadonlyMap<string, Protocol>): Baseline {
  const indexes = new Map(
    [...protocols].map(([id, protocol]) => {
      const index = new MiniSearch({
        fields: ['title', 'text'],
        processTerm: (term) => {
          const lower = term.toLowerCase();
          return stopWords.has(lower) ? null : stemmer(lower);
        },
        searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
      });
      index.addAll(protocol.articles);
      return [id, index];
    }),
  );
  return ({ protocol, question }) => {
    const hits = indexes.get(protocol)?.search(question) ?? [];
    return { articles: hits.slice(0, 10).map((hit) => String(hit.id)), score: hits[0]?.score ?? 0 };
  };
}

/** The baseline's outcomes, silent below the score that serves its abstention best on these very questions: its best case. */
export function baselineOutcomes(
  baseline: Baseline,
  questions: readonly Question[],
  f1: (outcomes: Outcome[]) => number,
): Outcome[] {
  const found = questions.map((asked) => ({ asked, ...baseline(asked) }));
  const at = (threshold: number) =>
    found.map(
      ({ asked, articles, score }): Outcome => ({
        asked,
        got: { kind: score < threshold ? 'unknown' : 'answer', articles, contacts: [] },
      }),
    );
  const scores = [...new Set(found.map(({ score }) => score))].sort((a, b) => a - b);
  const steps = scores.filter((_, i) => i % Math.max(1, Math.floor(scores.length / 60)) === 0);
  return steps.map(at).reduce((best, each) => ((f1(each) || 0) > (f1(best) || 0) ? each : best), at(0));
}
