import type { TopicKind } from '../protocol/knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Ranked, Shelf } from './ranking.ts';
import type { Reading } from './reading.ts';

/** What a question calls for. `about` is the topic that decided it. */
export type Decision = {
  readonly kind: 'answer' | 'doubt' | 'derail' | 'incident' | 'unknown' | 'smalltalk' | 'about-protocol';
  readonly about: number;
};

/**
 * How sure one has to be. Found on test/questions/tune.jsonl; `npm run eval` shows what they do on questions that were not
 * used to find them.
 */
export const thresholds = {
  /** Below this no article answers the question. */
  article: 0.16,
  /** How far something the protocol does not cover may be behind and still silence the best article. */
  uncovered: 1.05,
  outside: 1,
};

/** Decides what to do with a question. Pure. */
export function decide(knowledge: Knowledge, shelf: Shelf, reading: Reading, ranked: readonly Ranked[]): Decision {
  const strongest = strongestByKind(knowledge, shelf, reading);
  const top = (kind: Strength) => strongest[kind].score;
  const special = (['incident', 'doubt', 'derail', 'smalltalk'] as const)
    .map((kind) => ({ kind, score: top(kind) }))
    .sort((a, b) => b.score - a.score)[0];
  const covered = top('covered');
  const plain = Math.max(covered, top('uncovered'), top('outside'));
  if (special !== undefined && special.score > plain)
    return { kind: special.kind, about: strongest[special.kind].topic };
  if (top('meta') > Math.max(covered, top('outside'), top('uncovered'))) {
    const about = strongest.meta.topic;
    return { kind: knowledge.topics[about]?.id.startsWith('meta-bot') ? 'smalltalk' : 'about-protocol', about };
  }
  const best = ranked[0];
  const article = best?.score ?? 0;
  if (top('outside') > covered * thresholds.outside) return { kind: 'unknown', about: strongest.outside.topic };
  if (top('uncovered') > covered * thresholds.uncovered && top('uncovered') > (best?.own ?? 0)) {
    return { kind: 'unknown', about: strongest.uncovered.topic };
  }
  if (article < thresholds.article) return { kind: 'unknown', about: -1 };
  return { kind: 'answer', about: best?.topic ?? -1 };
}

type Strength = Exclude<TopicKind, 'rule'> | 'covered' | 'uncovered';

/** The best topic of each kind; a rule is told apart by whether an article of this protocol answers it. */
function strongestByKind(knowledge: Knowledge, shelf: Shelf, reading: Reading) {
  const none = () => ({ topic: -1, score: 0 });
  const best: Record<Strength, { topic: number; score: number }> = {
    covered: none(),
    uncovered: none(),
    doubt: none(),
    derail: none(),
    incident: none(),
    meta: none(),
    outside: none(),
    smalltalk: none(),
  };
  knowledge.topics.forEach((topic, i) => {
    const score = reading.topics[i] ?? 0;
    const kind = strengthOf(topic.kind, shelf.covered.has(i));
    if (score > best[kind].score) best[kind] = { topic: i, score };
  });
  return best;
}

function strengthOf(kind: TopicKind, covered: boolean): Strength {
  if (kind === 'rule' || (kind === 'meta' && covered)) return covered ? 'covered' : 'uncovered';
  return kind;
}
