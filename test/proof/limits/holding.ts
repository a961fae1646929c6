import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Started, startMain } from '../../fakes/started.ts';
import { attacks, type Scale } from './attacks.ts';

/** One attack: how it was answered, and how others fared meanwhile. */
export type Held = {
  readonly attack: string;
  readonly statuses: Readonly<Record<number, number>>;
  /** How many real questions were answered while it went on, how many not, and the slowest in ms. */
  readonly answered: number;
  readonly failed: number;
  readonly slowestMs: number;
  /** The most that the memory of the process grew over its size before, in MB. */
  readonly grownMb: number;
};

const PAUSE_MS = 50;

/** Starts the whole program, attacks it in every way or in some, and asks it real questions the while. */
export async function hold(scale: Scale, preload: readonly string[] = [], only = /./): Promise<readonly Held[]> {
  const main = await startMain(
    {},
    preload.flatMap((file) => ['--import', file]),
  );
  await warmUp(main, scale.warmUp);
  const results: Held[] = [];
  for (const [index, { name }] of attacks(scale).entries()) {
    if (only.test(name)) results.push(await under(name, main, () => attacked({ index, scale, url: main.url })));
  }
  await main.stop();
  return results;
}

type Statuses = Held['statuses'];

async function attacked(workerData: object): Promise<Statuses> {
  const worker = new Worker(new URL('./attacker.ts', import.meta.url), { workerData });
  const [statuses] = await once(worker, 'message');
  return statuses;
}

async function under(attack: string, main: Started, run: () => Promise<Statuses>): Promise<Held> {
  const before = memoryOf(main.pid);
  let over = false;
  let answered = 0;
  let failed = 0;
  let slowestMs = 0;
  let most = before;
  const asking = (async () => {
    while (!over) {
      const began = performance.now();
      if (await asks(main.url)) answered += 1;
      else failed += 1;
      slowestMs = Math.max(slowestMs, performance.now() - began);
      most = Math.max(most, memoryOf(main.pid));
      await wait(PAUSE_MS);
    }
  })();
  const statuses = await run();
  over = true;
  await asking;
  return { attack, statuses, answered, failed, slowestMs, grownMb: (most - before) / 1_048_576 };
}

/** A busy day first, twenty at a time: what a process grows to under plain work is no attack's doing. */
async function warmUp(main: Started, rounds: number): Promise<void> {
  for (let i = 0; i < rounds; i += 1) await Promise.all(Array.from({ length: 20 }, () => asks(main.url)));
}

async function asks(url: string): Promise<boolean> {
  const what = { kind: 'text', text: 'Mag ik een foto van mijn klas plaatsen?' };
  const body = JSON.stringify({ session: randomUUID(), protocol: 'calvijn', what });
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(15_000),
  };
  try {
    const response = await fetch(`${url}/page/event`, init);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Resident memory in bytes, from Linux; elsewhere 0, and then nothing is said about memory. */
function memoryOf(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return pages * 4096;
  } catch {
    return 0;
  }
}
