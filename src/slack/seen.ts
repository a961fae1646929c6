import type { Payload } from './shapes.ts';

/**
 * Remembers for some minutes what came of each request, so that one sent again is answered the same and not carried out again:
 * Slack repeats an event at once, after a minute and after five; a signed request can be replayed for five minutes. The memory
 * is this process's own. After a restart, or on a second machine, only the nonce of a form makes one form one case.
 */
export type Seen<T> = {
  /** Runs `handle` the first time `key` is seen; afterwards gives what came of that first time. */
  once(key: string, handle: () => T): T;
};

const KEEP_MS = 15 * 60_000;
const MOST = 5000;

export function createSeen<T>(now: () => number): Seen<T> {
  const known = new Map<string, { readonly at: number; readonly outcome: T }>();
  return {
    once: (key, handle) => {
      const before = known.get(key);
      if (before !== undefined && before.at + KEEP_MS > now()) return before.outcome;
      const outcome = handle();
      known.delete(key);
      known.set(key, { at: now(), outcome });
      for (const [old, { at }] of known) {
        if (at + KEEP_MS > now() && known.size <= MOST) break;
        known.delete(old);
      }
      return outcome;
    },
  };
}

/** What makes two requests the same one: Slack's own name for what happened, and who did it. */
export function keyOf(payload: Payload, team: string): string {
  if ('event' in payload) return JSON.stringify([team, 'event', payload.event_id]);
  if ('command' in payload) return JSON.stringify([team, 'command', payload.user_id, payload.trigger_id]);
  return JSON.stringify([team, payload.type, payload.user.id, payload.trigger_id]);
}
