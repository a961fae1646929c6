import type { NamedContact } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import type { Answer, Found } from './answer.ts';
import { findCase } from './found.ts';
import { nothing } from './looked-up.ts';
import type { Understood } from './understand.ts';

/** How well an article must fit to be named beside "that is not in the protocol". */
const NEARBY = 0.2;

/** The answer that the protocol does not say it. */
export function unanswered(turn: Understood, law: Found['law']): Answer {
  const about = turn.knowledge.topics[turn.decision.about];
  return {
    kind: 'unknown',
    ...nothing,
    law,
    about,
    // Who decides about this protocol knows nothing of the wifi; the topic itself says who may.
    turnTo: about?.kind === 'outside' && about.short !== undefined ? [] : turnTo(turn),
    near: nearby(turn),
    lacks: turn.lacks,
    definition: turn.definition,
  };
}

/** For a subject that other protocols have: what this one does say that comes near, such as a rule for pupils only. */
function nearby({ knowledge, decision, ranked }: Understood): Article[] {
  if (knowledge.topics[decision.about]?.kind !== 'rule') return [];
  return ranked
    .filter(({ score }) => score >= NEARBY)
    .slice(0, 1)
    .map(({ article }) => article);
}

/** Whom to ask what the protocol does not say: who decides in unforeseen cases, or else who is there for doubt or help. */
function turnTo({ protocol, situation }: Understood): readonly NamedContact[] {
  for (const each of ['onvoorzien', 'twijfel', 'hulp'] as const) {
    const found = findCase(
      protocol,
      { case: each, audience: 'medewerker', situation, leader: false, helpless: false, beside: [] },
      [],
    ).contacts;
    if (found.length > 0) return found;
  }
  return [];
}
