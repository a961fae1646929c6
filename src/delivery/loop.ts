import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Due } from '../handover/ports.ts';
import { carryOut, type Delivering } from './carry-out.ts';
import { kindOf } from './log.ts';

/** Longer than everything one item can take: changing a card, sending a new one, and a busy database. */
export const LEASE_MS = 120_000;
/** So many items are under way at most. */
const AT_ONCE = 16;
/** A sleep ends after this anyhow: another process, or a clock put right, may have changed what is due. */
const LONGEST_SLEEP_MS = 30_000;
const FIRST_PAUSE_MS = 500;

export type Loop = {
  /** Begins; what was left from before is carried out at once. */
  start(): void;
  /** Something may be due: look now. Call it after everything that changes a case, and when the clock was moved. */
  poke(): void;
  /** Carries out everything that is due now and what follows from it at once, without sleeping. For tests and the page. */
  drain(): Promise<void>;
  /** Claims nothing more, and resolves when what was claimed is finished. */
  stop(): Promise<void>;
};

export type LoopOptions = Delivering & { readonly leaseMs?: number };

/**
 * Delivers what is due, as it becomes due. Several loops, in this process or others, may work on one store: a claim is of one
 * of them. An item that hangs or fails takes one of the places under way and leaves the others theirs.
 */
export function createLoop(options: LoopOptions): Loop {
  const { desk, log, leaseMs = LEASE_MS } = options;
  const underWay = new Map<string, Promise<void>>();
  let state: 'idle' | 'running' | 'stopped' = 'idle';
  let wake: (() => void) | undefined;
  let poked = false;
  let claiming: Promise<readonly Due[]> | undefined;
  let pause = FIRST_PAUSE_MS;
  let running: Promise<void> | undefined;

  const poke = (): void => {
    poked = true;
    wake?.();
  };

  /** Claims as much as there is room for and begins it; how many. */
  const claim = async (): Promise<number> => {
    // SQLite answers in the same breath, and somebody no platform can reach costs no request: hundreds of such items, one claim
    // after another, never came back to what waits at the door, for 14 seconds on a busy machine, and Node then turns requests
    // away with 408 (`npm run proof:forms`). What is claimed is begun at once, though: a lease is long.
    await nextTurn();
    // One at a time: two that count the room at once would both fill it.
    while (claiming !== undefined) await claiming.catch(() => undefined);
    const room = AT_ONCE - underWay.size;
    if (room <= 0 || state === 'stopped') return 0;
    claiming = desk.cases.claimDue(desk.clock(), leaseMs, room);
    try {
      const claimed = await claiming;
      for (const due of claimed) begin(due);
      return claimed.length;
    } finally {
      claiming = undefined;
    }
  };

  const begin = (due: Due): void => {
    const key = `${due.ref} ${due.person}`;
    // Claimed anew while we are at it: the clock was put forward. What is under way ends first, or it would be done twice.
    const work = (underWay.get(key) ?? Promise.resolve()).then(() => carryOut(options, due));
    const ended = work.finally(() => {
      if (underWay.get(key) === ended) underWay.delete(key);
      poke();
    });
    underWay.set(key, ended);
  };

  const sleep = async (ms: number): Promise<void> => {
    if (poked || ms <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    wake = undefined;
  };

  const untilDue = async (): Promise<number> => {
    if (underWay.size >= AT_ONCE) return LONGEST_SLEEP_MS;
    const next = await desk.cases.nextDueAt();
    if (next === undefined) return LONGEST_SLEEP_MS;
    return Math.min(LONGEST_SLEEP_MS, next.getTime() - desk.clock().getTime());
  };

  const run = async (): Promise<void> => {
    while (state === 'running') {
      poked = false;
      try {
        await claim();
        await sleep(await untilDue());
        pause = FIRST_PAUSE_MS;
      } catch (cause) {
        log.error({ kind: kindOf(cause), pause }, 'What is due could not be read; it is tried again.');
        poked = false;
        await sleep(pause);
        pause = Math.min(pause * 2, LONGEST_SLEEP_MS);
      }
    }
  };

  return {
    start: () => {
      if (state !== 'idle') return;
      state = 'running';
      running = run();
    },
    poke,
    drain: async () => {
      while ((await claim()) > 0 || underWay.size > 0) await Promise.all(underWay.values());
    },
    stop: async () => {
      state = 'stopped';
      poke();
      await running;
      await claiming?.catch(() => undefined);
      await Promise.all(underWay.values());
    },
  };
}
