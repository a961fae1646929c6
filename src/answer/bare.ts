import { isBare } from './cues/bare.ts';
import type { Decision } from './decide.ts';
import type { Ranked } from './ranking.ts';

/** Below this an article was found by the manner of a question without a subject, and not by what it asks. */
const SURE = 0.5;

/** What says nothing of its subject has no answer yet, unless an article is surely asked ("waarom is er een protocol?"). Pure. */
export function asBare(words: readonly string[], [best]: readonly Ranked[], decision: Decision): Decision {
  if (decision.kind !== 'answer' && decision.kind !== 'unknown') return decision;
  return words.length > 0 && isBare(words) && (best?.score ?? 0) < SURE ? { kind: 'bare', about: -1 } : decision;
}
