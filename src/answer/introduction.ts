import type { Protocol } from '../protocol/protocol.ts';
import type { Decision } from './decide.ts';
import type { Knowledge } from './knowledge.ts';
import type { Ranked } from './ranking.ts';
import type { Reading } from './reading.ts';
import type { Shelf } from './shelf.ts';

/** What a document may call itself. */
const ownName = /\b(gedragscode|reglement|handreiking|convenant)\b/i;

/** A question in which a document by the name it has for itself is "protocol", as in the topics that all protocols share. */
export function asProtocol({ meta }: Pick<Protocol, 'meta'>, question: string): string {
  const [name] = ownName.exec(meta.name) ?? [];
  return name === undefined ? question : question.replace(new RegExp(`\\b${name}\\b`, 'gi'), 'protocol');
}

/** What a protocol without an article on it still says in its introduction: why it is there, for whom and about what it is. */
const introduced: ReadonlySet<string> = new Set(['bescherming', 'voor-wie', 'waarover']);

/** How sure the subject must be: the introduction answers nothing else. */
const SURELY = 0.5;

/** By how much the subject must stand above the best article, where one answers. */
const ABOVE = 2;

/**
 * The decision, or to show the introduction: "wat is het doel van dit protocol?" is answered there where no article does.
 * @param decision what there is to do otherwise; a case, a greeting or a look-up stays what it is
 */
export function asIntroduced(
  { topics }: Knowledge,
  { covered }: Shelf,
  reading: Reading,
  [best]: readonly Ranked[],
  decision: Decision,
): Decision {
  if (decision.kind !== 'unknown' && decision.kind !== 'answer') return decision;
  const sure = (i: number) => (reading.chances[i] ?? 0) >= SURELY;
  const about = topics.findIndex(({ id }, i) => introduced.has(id) && !covered.has(i) && sure(i));
  const answered = decision.kind === 'answer' && (reading.topics[about] ?? 0) < ABOVE * (best?.score ?? 0);
  return about < 0 || answered ? decision : { kind: 'introduced', about };
}
