import { ConnectorRefused } from './transport.ts';

/** Refused for now in so many conversations one after the other: then it is not one conversation, it is Teams. */
const AWAY = 3;
/** While Teams is away one thing in so long is sent, to see whether it is back. */
const LOOK_MS = 20_000;

/**
 * Whether Teams is there at all. While it is away not everything that waits finds that out for itself: a platform in trouble is
 * asked little, and of messages that it takes without an answer there are few copies.
 */
export type Presence = {
  /** @throws ConnectorRefused (503, not permanent) while Teams is away, unless it is time to look again */
  assertThere(): void;
  /** Takes in what came of something that was sent, and gives that. */
  watch<T>(conversation: string, sending: Promise<T>): Promise<T>;
};

export function createPresence(now: () => number): Presence {
  /** Where it was refused since something was last taken. */
  const refused = new Set<string>();
  let looksAt = 0;

  return {
    assertThere: () => {
      if (refused.size < AWAY) return;
      if (now() < looksAt) throw new ConnectorRefused(503, 'Away');
      looksAt = now() + LOOK_MS;
    },
    watch: async (conversation, sending) => {
      try {
        const done = await sending;
        refused.clear();
        return done;
      } catch (cause) {
        // A refusal for good is an answer: there is somebody.
        if (cause instanceof ConnectorRefused && cause.permanent) refused.clear();
        else refused.add(conversation);
        looksAt = now() + LOOK_MS;
        throw cause;
      }
    },
  };
}
