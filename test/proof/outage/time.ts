import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Time that passes only when there is nothing left to do: every timer of this process is due at a moment of it, and a request
 * over real HTTP takes none of it unless somebody waits. So an hour takes seconds.
 */
export type Time = {
  now(): number;
  wait(ms: number): Promise<void>;
  /** The same for who holds a request back: the others go on meanwhile. */
  hold(ms: number): Promise<void>;
  /** A request is held back for good, until who asked is gone. */
  park(gone: Promise<void>): Promise<void>;
  /** Does all that is due until then. */
  passTo(moment: number): Promise<void>;
  /** Gives the process its own timers back. */
  restore(): void;
};

/** The loop of events goes round so often without anything to do before time passes. */
const QUIET_ROUNDS = 6;

type Timer = { readonly at: number; readonly order: number; readonly run: () => void };

export function takeTime(start: number): Time {
  const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout, limit: AbortSignal.timeout };
  const timers = new Map<object, Timer>();
  const requests = trafficOf();
  let now = start;
  let order = 0;
  let held = 0;

  const set = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    order += 1;
    const handle = { ref: () => handle, unref: () => handle, hasRef: () => true, refresh: () => handle };
    timers.set(handle, { at: now + Math.max(1, Number(ms) || 0), order, run: () => run(...given) });
    return handle;
  };
  globalThis.setTimeout = set as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((handle: unknown) => {
    const ours = typeof handle === 'object' && handle !== null && timers.delete(handle);
    if (!ours) real.clear(handle as NodeJS.Timeout);
  }) as typeof clearTimeout;

  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    set(() => controller.abort(new DOMException('The time is over', 'TimeoutError')), ms);
    return controller.signal;
  };

  const wait = (ms: number) => new Promise<void>((resolve) => void set(() => resolve(), ms));
  const quiet = async (): Promise<void> => {
    for (let round = 0; round < QUIET_ROUNDS; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (requests.underWay() !== held) round = -1;
    }
  };
  const heldBack = async (until: Promise<void>): Promise<void> => {
    held += 1;
    await until;
    held -= 1;
  };
  const next = (): [object, Timer] | undefined => {
    let first: [object, Timer] | undefined;
    for (const each of timers) if (first === undefined || isBefore(each[1], first[1])) first = each;
    return first;
  };

  return {
    now: () => now,
    wait,
    hold: (ms) => heldBack(wait(ms)),
    park: (gone) => heldBack(gone),
    passTo: async (moment) => {
      for (;;) {
        await quiet();
        const due = next();
        if (due === undefined || due[1].at > moment) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
      }
      now = moment;
    },
    restore: () => {
      globalThis.setTimeout = real.set;
      globalThis.clearTimeout = real.clear;
      AbortSignal.timeout = real.limit;
      requests.stop();
    },
  };
}

const isBefore = (one: Timer, other: Timer): boolean =>
  one.at === other.at ? one.order < other.order : one.at < other.at;

/** The requests of this process that have no answer yet: those of node:http, and those of fetch. */
function trafficOf() {
  const open = new Set<unknown>();
  const began = (message: unknown) => void open.add((message as { request: object }).request);
  const ended = (message: unknown) => void open.delete((message as { request: object }).request);
  const channels = [
    ['http.client.request.start', began],
    ['http.client.response.finish', ended],
    ['http.client.request.error', ended],
    ['undici:request:create', began],
    ['undici:request:trailers', ended],
    ['undici:request:error', ended],
  ] as const;
  for (const [name, listener] of channels) subscribe(name, listener);
  return {
    underWay: () => open.size,
    stop: () => {
      for (const [name, listener] of channels) unsubscribe(name, listener);
    },
  };
}
