import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { copies } from './copies.ts';
import type { Grown } from './grown.ts';
import type { Section } from './section.ts';

/** A machine measures the same thing twice with about this difference, even beside a peer. */
const NOISE = 1.1;

/** The same questions to one protocol among ever more of them; each size in a process of its own. */
export function benchGrowth(folder: string, sizes: readonly number[]): Section {
  const measured = sizes.map((size) => ({ size, ...grown(folder, size) }));
  const [least] = measured;
  const most = measured.at(-1);
  const ratio = besidePeer(most) / besidePeer(least);
  return {
    title: '4. Growth: one protocol among many',
    columns: [
      ...['protocols', 'read ms', 'learned ms', 'memory MB', 'prepared ms'],
      ...['first question ms', 'p50 ms', 'p99 ms', 'longest ms', 'MiniSearch p50 ms'],
    ],
    rows: measured.map(({ size, readMs, learnedMs, memory, preparedMs, firstMs, later, peer }) => [
      String(size),
      readMs,
      learnedMs,
      memory,
      preparedMs,
      firstMs,
      later.p50,
      later.p99,
      later.max,
      peer.p50,
    ]),
    aims: [
      {
        aim: `one protocol no slower among ${most?.size} (p50, beside MiniSearch's over that protocol, within ${NOISE} times)`,
        figure: `${ratio.toFixed(2)} times`,
        met: ratio <= NOISE,
      },
    ],
    notes: [
      'prepared: what is made of one protocol once, after the start and before `/readyz` says yes',
      'the five protocols again and again under other ids; one of them is asked, in a process of its own for each row',
    ],
  };
}

/** A machine that slows down between two rows slows its peer as well. */
const besidePeer = (row: Grown | undefined): number => (row?.later.p50 ?? Number.NaN) / (row?.peer.p50 ?? Number.NaN);

function grown(folder: string, size: number): Grown {
  const made = copies(folder, size);
  try {
    const file = fileURLToPath(new URL('grown.ts', import.meta.url));
    return JSON.parse(execFileSync(process.execPath, [file, made], { encoding: 'utf8' }));
  } finally {
    rmSync(made, { recursive: true });
  }
}
