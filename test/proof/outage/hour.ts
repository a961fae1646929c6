import type { CaseStore } from '../../../src/handover/ports.ts';
import { type Doubled, doubled, toldAt } from './figures.ts';
import { tooMany } from './limits.ts';
import { type Outage, outages } from './platform.ts';
import { takeTime } from './time.ts';
import { type Channel, startWorld, type World } from './world.ts';

/** What came of an hour without the platform. Times in seconds of its own clock. */
export type Figures = Doubled & {
  readonly channel: Channel;
  readonly outage: string;
  readonly cases: number;
  /** Cases that nobody was told of at all, those that are poisonous apart. */
  readonly undelivered: number;
  /** Cases that were waiting when it came back: how long after that the last one was told, and how many later than it may. */
  readonly waiting: number;
  readonly lastS: number;
  readonly late: number;
  /** Requests that reached the platform, and how many of those came faster than it says it takes them. */
  readonly requests: number;
  readonly tooMany: number;
  /** Poisonous cases that the store no longer waits for. */
  readonly poisonDropped: number;
};

export type Round = {
  readonly channel: Channel;
  readonly outage: Outage | 'each in turn';
  readonly cases: number;
  /** How long it is away; an hour unless said otherwise. */
  readonly minutes?: number;
  /** A loop that does not try again. */
  readonly givesUp?: boolean;
};

const MINUTE = 60_000;
/** A Monday in term, 10:00 in the Netherlands. */
const START = Date.parse('2026-11-23T09:00:00.000Z');
const GOES = START + 5 * MINUTE;
const HOUR = 60;
/** So long it is looked at afterwards. */
const AFTER = 20 * MINUTE;
const MAY_TAKE_S = 300;

/** Cases come in all the while; the platform is away for an hour and comes back. */
export async function hourAway(round: Round): Promise<Figures> {
  const time = takeTime(START);
  const returns = GOES + (round.minutes ?? HOUR) * MINUTE;
  try {
    const world = await startWorld(round.channel, time, round.givesUp === true ? givingUp : (cases) => cases);
    const refs: string[] = [];
    const every = (returns - START) / round.cases;
    const events = [
      ...Array.from({ length: round.cases }, (_, n) => ({
        at: START + n * every,
        run: async () => {
          const ref = await world.open(n);
          refs.push(ref);
          poison(world, n, ref);
        },
      })),
      ...changesOf(round.outage, returns).map(({ at, outage }) => ({ at, run: () => world.platform.turns(outage) })),
    ].toSorted((one, other) => one.at - other.at);
    for (const { at, run } of events) {
      await time.passTo(at);
      await run();
    }
    await time.passTo(returns + AFTER);
    const figures = await figuresOf(world, round, refs, returns);
    await world.close();
    return figures;
  } finally {
    time.restore();
  }
}

type Change = { readonly at: number; readonly outage: Outage | undefined };

function changesOf(outage: Round['outage'], returns: number): Change[] {
  const all = outage === 'each in turn' ? outages : [outage];
  const each = (returns - GOES) / all.length;
  return [...all.map((one, i) => ({ at: GOES + i * each, outage: one })), { at: returns, outage: undefined }];
}

/** From this case on three are poisonous: the card of one cannot be made, two the platform will never take. */
const FIRST_POISON = 3;

function poison({ unmakeable, platform }: World, n: number, ref: string): void {
  if (n === FIRST_POISON) unmakeable.add(ref);
  if (n === FIRST_POISON + 1) platform.poison.set(ref, 'for now');
  if (n === FIRST_POISON + 2) platform.poison.set(ref, 'for good');
}

async function figuresOf(
  world: World,
  { channel, outage, cases }: Round,
  refs: readonly string[],
  returns: number,
): Promise<Figures> {
  const { poison: refused, came, limits } = world.platform;
  const isPoison = (ref: string) => world.unmakeable.has(ref) || refused.has(ref);
  const told = await Promise.all(refs.filter((ref) => !isPoison(ref)).map((ref) => toldAt(world, ref)));
  const waits = told.flatMap((at) => (at !== undefined && at >= returns ? [(at - returns) / 1000] : []));
  const rows = await Promise.all(refs.filter(isPoison).map((ref) => world.cases.rowsOf(ref)));
  return {
    channel,
    outage,
    cases,
    undelivered: told.filter((at) => at === undefined).length,
    waiting: waits.length,
    lastS: Math.round(Math.max(0, ...waits)),
    late: waits.filter((seconds) => seconds > MAY_TAKE_S).length,
    requests: came.length,
    tooMany: tooMany(came, limits),
    ...(await doubled(world, refs)),
    poisonDropped: rows.filter((each) => each.length === 0).length,
  };
}

/** As the real store, but what was not taken is never due again. */
const givingUp = (cases: CaseStore): CaseStore => ({
  ...cases,
  settle: (due, outcome) =>
    cases.settle(due, 'retryAt' in outcome ? { retryAt: new Date('2999-01-01T00:00:00Z') } : outcome),
});
