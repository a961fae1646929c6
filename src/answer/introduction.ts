import type { Protocol } from '../protocol/protocol.ts';
import type { Decision } from './decide.ts';
import type { Knowledge } from './knowledge.ts';
import { ownTopics } from './own-topics.ts';
import type { Reading } from './reading.ts';
import type { Shelf } from './shelf.ts';

/** What a document may call itself. */
const ownName = /\b(gedragscode|reglement|handreiking|convenant)\b/i;

/** A question in which a document by the name it has for itself is "protocol", as in the topics that all protocols share. */
export function asProtocol({ meta }: Pick<Protocol, 'meta'>, question: string): string {
  const [name] = ownName.exec(meta.name) ?? [];
  return name === undefined ? question : question.replace(new RegExp(`\\b${name}\\b`, 'gi'), 'protocol');
}

/** How sure the subject must be: the introduction answers nothing else. */
const SURELY = 0.5;

/**
 * The decision, or to show the introduction: "wat is het doel van dit protocol?" is answered there where no article does.
 * @param decision what there is to do otherwise; a case, a greeting or a look-up stays what it is
 */
export function asIntroduced(
  { numberOf }: Pick<Knowledge, 'numberOf'>,
  { covered }: Pick<Shelf, 'covered'>,
  { chances }: Pick<Reading, 'chances'>,
  decision: Decision,
): Decision {
  if (decision.kind !== 'unknown' && decision.kind !== 'answer') return decision;
  const about = numberOf.get(ownTopics.why) ?? -1;
  return covered.includes(about) || (chances[about] ?? 0) < SURELY ? decision : { kind: 'introduced', about };
}
