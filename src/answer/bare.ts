import { isBare } from './cues/bare.ts';
import type { Decision } from './decide.ts';

/** What says nothing of its subject has no answer yet: what was found, was found by its manner of asking. Pure. */
export function asBare(words: readonly string[], decision: Decision): Decision {
  const sought = decision.kind === 'answer' || decision.kind === 'unknown';
  return sought && words.length > 0 && isBare(words) ? { kind: 'bare', about: -1 } : decision;
}
