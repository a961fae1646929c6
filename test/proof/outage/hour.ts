import type { CaseStore } from '../../../src/handover/ports.ts';
import { type Doubled, doubled, toldAt, tooMany } from './figures.ts';
import { type Outage, outages } from './platform.ts';
import { takeTime } from './time.ts';
import { startWorld, type World } from './world.ts';

/** What came of an hour without the platform. Times in seconds of its own clock. */
export type Figures = Doubled & {
  readonly outage: string;
  readonly cases: number;
  /** Cases that nobody was told of at all, those that are poisonous apart. */
  readonly undelivered: number;
  /** Cases that were waiting when it came back: how long after that the last one was told, and how many later than it may. */
  readonly waiting: number;
  readonly lastS: number;
  readonly late: number;
  /** Requests that reached the platform, and how many came when it took no more in one conversation, or at all. */
  readonly requests: number;
  readonly tooManyOfOne: number;
  readonly tooManyOfAll: number;
  /** Poisonous cases that the store no longer waits for. */
  readonly poisonDropped: number;
};

export type Round = {
  readonly outage: Outage | 'each in turn';
  readonly cases: number;
  /** A loop that does not try again. */
  readonly givesUp?: boolean;
};

const MINUTE = 60_000;
/** A Monday in term, 10:00 in the Netherlands. */
const START = Date.parse('2026-11-23T09:00:00.000Z');
const GOES = START + 5 * MINUTE;
const RETURNS = GOES + 60 * MINUTE;
const END = RETURNS + 20 * MINUTE;
const MAY_TAKE_S = 300;

/** Cases come in all the while; the platform is away for an hour and comes back. */
export async function hourAway(round: Round): Promise<Figures> {
  const time = takeTime(START);
  try {
    const world = await startWorld(time, round.givesUp === true ? givingUp : (cases) => cases);
    const refs: string[] = [];
    const every = (RETURNS - START) / round.cases;
    const events = [
      ...Array.from({ length: round.cases }, (_, n) => ({
        at: START + n * every,
        run: async () => {
          const ref = await world.open(n);
          refs.push(ref);
          poison(world, n, ref);
        },
      })),
      ...changesOf(round.outage).map(({ at, outage }) => ({ at, run: () => world.platform.turns(outage) })),
    ].toSorted((one, other) => one.at - other.at);
    for (const { at, run } of events) {
      await time.passTo(at);
      await run();
    }
    await time.passTo(END);
    const figures = await figuresOf(world, round, refs);
    await world.close();
    return figures;
  } finally {
    time.restore();
  }
}

type Change = { readonly at: number; readonly outage: Outage | undefined };

function changesOf(outage: Round['outage']): Change[] {
  const all = outage === 'each in turn' ? outages : [outage];
  const each = (RETURNS - GOES) / all.length;
  return [...all.map((one, i) => ({ at: GOES + i * each, outage: one })), { at: RETURNS, outage: undefined }];
}

/** From this case on three are poisonous: the card of one cannot be made, two the platform will never take. */
const FIRST_POISON = 3;

function poison({ unmakeable, platform }: World, n: number, ref: string): void {
  if (n === FIRST_POISON) unmakeable.add(ref);
  if (n === FIRST_POISON + 1) platform.poison.set(ref, 500);
  if (n === FIRST_POISON + 2) platform.poison.set(ref, 400);
}

async function figuresOf(world: World, { outage, cases }: Round, refs: readonly string[]): Promise<Figures> {
  const { poison: refused, came } = world.platform;
  const isPoison = (ref: string) => world.unmakeable.has(ref) || refused.has(ref);
  const told = await Promise.all(refs.filter((ref) => !isPoison(ref)).map((ref) => toldAt(world, ref)));
  const waits = told.flatMap((at) => (at !== undefined && at >= RETURNS ? [(at - RETURNS) / 1000] : []));
  const rows = await Promise.all(refs.filter(isPoison).map((ref) => world.cases.rowsOf(ref)));
  const { ofOne, ofAll } = tooMany(came);
  return {
    outage,
    cases,
    undelivered: told.filter((at) => at === undefined).length,
    waiting: waits.length,
    lastS: Math.round(Math.max(0, ...waits)),
    late: waits.filter((seconds) => seconds > MAY_TAKE_S).length,
    requests: came.length,
    tooManyOfOne: ofOne,
    tooManyOfAll: ofAll,
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
