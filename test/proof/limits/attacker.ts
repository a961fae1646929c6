import { parentPort, workerData } from 'node:worker_threads';
import { attacks, type Scale } from './attacks.ts';

/** In a thread of its own: filling so many bodies must not slow down the one who asks real questions. */
const { index, scale, url } = workerData as { index: number; scale: Scale; url: string };
const began = performance.now();
const statuses: Record<number, number> = {};
do {
  for (const status of (await attacks(scale)[index]?.run(url)) ?? []) statuses[status] = (statuses[status] ?? 0) + 1;
} while (performance.now() - began < scale.lastsMs);
parentPort?.postMessage(statuses);
