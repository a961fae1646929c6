import type { Case, Instant } from '../handover/case.ts';
import type { Due } from '../handover/ports.ts';
import { leadOf, onLine } from '../handover/tracks.ts';

const lineOf = (kase: Case, person: string): Case | undefined => {
  const line = leadOf(kase, person);
  return line === undefined ? undefined : onLine(kase, line);
};

/**
 * Since when there is something this person must notice, or undefined when it is enough that the card they have changes.
 * No platform says a word when a card is changed, so a reminder or a decision that only changed a card would be as good as
 * silent. A card that is newer than the news says it already: it is changed after all.
 */
export function newsAt(kase: Case, due: Pick<Due, 'person' | 'stage' | 'dueAt'>): Instant | undefined {
  switch (due.stage) {
    case 'notify':
      // Somebody who had it before and gets it back has a card of then.
      return lineOf(kase, due.person)?.since;
    case 'tell':
      // "Bel me even" is to be heard at once, and so is the decision itself; each has a moment of its own.
      return due.person === kase.asker ? kase.decision?.at : undefined;
    default:
      return due.dueAt;
  }
}
