import type { Carrier } from '../../../src/delivery/messenger.ts';
import { referencesIn } from '../../fakes/forms.ts';
import type { Passing, Weather } from '../../fakes/weather.ts';
import type { Limit } from './limits.ts';
import type { Time } from './time.ts';

/** How a platform is away. */
export const outages = ['busy', 'failing', 'hanging', 'refusing', 'losing'] as const;
export type Outage = (typeof outages)[number];

/** One request that came, whatever became of it. */
export type Came = { readonly conversation: string; readonly method: string; readonly at: number };

/** A card that is there. */
export type Card = { readonly conversation: string; readonly content: unknown };

/** A stand-in for a platform that can be away. */
export type Place = {
  readonly limits: readonly Limit[];
  /** How it answers what it will never take. */
  readonly never: Weather;
  /** The method that makes a new card. */
  readonly sends: string;
  weather(of: (passing: Passing) => Promise<Weather | undefined>): void;
  shut(): Promise<void>;
  open(): Promise<void>;
  /** The chat that a request means, by whichever name. */
  chat(conversation: string): string;
  chatOf(email: string): string;
  /** The new cards it took. */
  cards(): readonly Card[];
  close(): Promise<void>;
};

/** The channel over it, and what is kept of somebody who wrote to it; undefined of who never did. */
export type Side = {
  readonly place: Place;
  readonly carrier: Carrier;
  referenceOf(email: string): string | undefined;
};

/** A place with its own clock, and what reached it. */
export type Platform = Place & {
  /** Every request that reached it, in order. */
  readonly came: readonly Came[];
  /** By case and conversation: how many new cards it took without its answer arriving. */
  readonly lost: ReadonlyMap<string, number>;
  /** Goes away in this way, or comes back. */
  turns(outage: Outage | undefined): Promise<void>;
  /** Cards of these cases are never taken from now on: refused for now, each time, or for good. */
  readonly poison: Map<string, 'for now' | 'for good'>;
};

/** So long a request takes, there and back. */
const WAY_MS = 120;
const RETRY_AFTER_S = 60;
const FAILURES = [500, 502, 503, 504] as const;

export function awayAt(place: Place, time: Time): Platform {
  const came: Came[] = [];
  const lost = new Map<string, number>();
  const poison: Platform['poison'] = new Map();
  let outage: Outage | undefined;
  let failed = 0;
  let shut = false;
  const answers: Readonly<Record<Outage, () => Weather | undefined>> = {
    busy: () => ({ status: 429, retryAfter: RETRY_AFTER_S }),
    failing: () => {
      failed += 1;
      return { status: FAILURES[failed % FAILURES.length] ?? 500 };
    },
    hanging: () => 'hangs',
    // No request gets this far.
    refusing: () => undefined,
    losing: () => 'answer-lost',
  };

  place.weather(async ({ conversation: name, method, body, gone }) => {
    const conversation = place.chat(name);
    came.push({ conversation, method, at: time.now() });
    if (outage === 'hanging') {
      await time.park(gone);
      return 'hangs';
    }
    const now = outage;
    await time.hold(WAY_MS);
    const [ref = ''] = referencesIn(body);
    const never = poison.get(ref);
    if (never !== undefined) return never === 'for now' ? { status: 500 } : place.never;
    if (now === 'losing' && method === place.sends) {
      const key = keyOf(ref, conversation);
      lost.set(key, (lost.get(key) ?? 0) + 1);
    }
    return now && answers[now]();
  });

  return {
    ...place,
    came,
    lost,
    poison,
    turns: async (next) => {
      outage = next;
      if (shut === (next === 'refusing')) return;
      shut = !shut;
      await (shut ? place.shut() : place.open());
    },
  };
}

export const keyOf = (ref: string, conversation: string): string => `${ref} ${conversation}`;
