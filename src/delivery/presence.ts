import type { NotTaken } from '../handover/ports.ts';
import type { Carrier } from './messenger.ts';

/** Refused for now for so many people within so long, and nothing taken since: then it is not they, it is the platform. */
const AWAY = 3;
const TOGETHER_MS = 120_000;
/** While a platform is away one thing in so long is sent, to see whether it is back. */
const LOOK_MS = 20_000;

const notNow: NotTaken = { refused: 'temporary' };

/**
 * A carrier that knows whether its platform is there at all. While it is away not everything that waits finds that out for
 * itself: a platform in trouble is asked little, and of what it takes without an answer there are few copies.
 * @param now milliseconds since 1970
 */
export function withPresence(carrier: Carrier, now: () => number): Carrier {
  /** By reference: when it was refused for now, since something was last taken. */
  const refused = new Map<string, number>();
  let looksAt = 0;

  const isAway = (): boolean => [...refused.values()].filter((at) => at > now() - TOGETHER_MS).length >= AWAY;

  const tell = (reference: string, outcome: unknown): void => {
    if (isNotNow(outcome)) {
      refused.set(reference, now());
      looksAt = now() + LOOK_MS;
      return;
    }
    // A refusal for good is an answer: there is somebody.
    refused.clear();
  };

  const asked = async <T>(reference: string, work: () => Promise<T | NotTaken>): Promise<T | NotTaken> => {
    if (isAway()) {
      if (now() < looksAt) return notNow;
      looksAt = now() + LOOK_MS;
    }
    const outcome = await work();
    tell(reference, outcome);
    return outcome;
  };

  const { find } = carrier;
  return {
    send: (reference, screen, once) => asked(reference, () => carrier.send(reference, screen, once)),
    update: (reference, message, screen) => asked(reference, () => carrier.update(reference, message, screen)),
    ...(find === undefined
      ? {}
      : {
          find: async (person) => {
            // No look of its own: what is sent next is one. What it finds may be from memory, and tells nothing.
            if (isAway() && now() < looksAt) return notNow;
            const found = await find(person);
            if (isNotNow(found)) tell(person.email, found);
            return found;
          },
        }),
  };
}

const isNotNow = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome && outcome.refused === 'temporary';
