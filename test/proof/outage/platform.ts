import { referencesIn } from '../../fakes/forms.ts';
import { type Connector, type Passing, startConnector, type Weather } from '../../fakes/teams/connector.ts';
import type { Time } from './time.ts';

/** How a platform is away. */
export const outages = ['busy', 'failing', 'hanging', 'refusing', 'losing'] as const;
export type Outage = (typeof outages)[number];

/** One request that came, whatever became of it. */
export type Came = { readonly conversation: string; readonly at: number };

/** Microsoft's connector with a clock of its own, that can be away. */
export type Platform = {
  readonly connector: Connector;
  /** Every request that reached it, in order. */
  readonly came: readonly Came[];
  /** By case and conversation: how many new cards it took without its answer arriving. */
  readonly lost: ReadonlyMap<string, number>;
  /** Goes away in this way, or comes back. */
  turns(outage: Outage | undefined): Promise<void>;
  /** Cards of these cases are answered with this status from now on, by case. */
  readonly poison: Map<string, number>;
  close(): Promise<void>;
};

/** So long a request takes, there and back. */
const WAY_MS = 120;
const RETRY_AFTER_S = 60;
const FAILURES = [500, 502, 503, 504] as const;

export async function startPlatform(time: Time): Promise<Platform> {
  const connector = await startConnector({ now: time.now });
  const came: Came[] = [];
  const lost = new Map<string, number>();
  const poison = new Map<string, number>();
  let outage: Outage | undefined;
  let failed = 0;

  const weather = async (passing: Passing): Promise<Weather | undefined> => {
    const { conversation, method, body } = passing;
    came.push({ conversation, at: time.now() });
    if (outage === 'hanging') {
      await time.park(passing.gone);
      return 'hangs';
    }
    const now = outage;
    await time.hold(WAY_MS);
    const [ref = ''] = referencesIn(body);
    const status = poison.get(ref);
    if (status !== undefined) return { status };
    if (now === 'busy') return { status: 429, retryAfter: RETRY_AFTER_S };
    if (now === 'failing') {
      failed += 1;
      return { status: FAILURES[failed % FAILURES.length] ?? 500 };
    }
    if (now !== 'losing') return undefined;
    const key = keyOf(ref, conversation);
    if (method === 'POST') lost.set(key, (lost.get(key) ?? 0) + 1);
    return 'answer-lost';
  };
  connector.weather(weather);
  let shut = false;
  return {
    connector,
    came,
    lost,
    poison,
    turns: async (next) => {
      outage = next;
      if (shut !== (next === 'refusing')) {
        shut = !shut;
        await (shut ? connector.shut() : connector.open());
      }
    },
    close: () => connector.close(),
  };
}

export const keyOf = (ref: string, conversation: string): string => `${ref} ${conversation}`;
