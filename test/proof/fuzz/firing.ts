import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { Request } from './requests.ts';

/** What came of many requests. */
export type Fired = {
  readonly count: number;
  /** How often each status came back; 0 is no answer at all. */
  readonly statuses: Readonly<Record<number, number>>;
  readonly slowest: { readonly ms: number; readonly request?: Request };
  /** The first few requests that must not have been answered as they were, for looking at. */
  readonly wrong: readonly { readonly status: number; readonly request: Request }[];
};

export type Target = {
  readonly url: string;
  /** The headers that make a request a signed one. */
  sign(request: Request): Promise<Readonly<Record<string, string>>>;
};

const AT_ONCE = 8;
const BATCH = 500;
const KEPT = 5;
/** A request that takes longer got no answer. */
const LIMIT_MS = 20_000;

/** Sends `count` requests, the same ones for the same seed, so many at a time. */
export async function fire(target: Target, kind: fc.Arbitrary<Request>, seed: number, count: number): Promise<Fired> {
  await ready(target.url);
  const statuses: Record<number, number> = {};
  const wrong: { status: number; request: Request }[] = [];
  let slowest: { ms: number; request?: Request } = { ms: 0 };
  const one = async (request: Request): Promise<void> => {
    const began = performance.now();
    const status = await answered(target, request);
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, request };
    statuses[status] = (statuses[status] ?? 0) + 1;
    if ((status === 0 || status >= 500) && wrong.length < KEPT) wrong.push({ status, request });
  };
  for (let done = 0; done < count; done += BATCH) {
    const batch = fc.sample(kind, { seed: seed + done, numRuns: Math.min(BATCH, count - done) });
    const next = batch.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const request of next) await one(request);
      }),
    );
  }
  return { count, statuses, slowest, wrong };
}

/** Until every protocol is prepared `/readyz` rightly answers 503, which is no fault. */
async function ready(url: string): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (performance.now() < end) {
    if ((await fetch(`${url}/readyz`)).ok) return;
    await wait(50);
  }
}

async function answered({ url, sign }: Target, request: Request): Promise<number> {
  const { method, path, headers, body } = request;
  const more = request.signed ? await sign(request) : {};
  try {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...more },
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
      ...(body === undefined ? {} : { body }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
