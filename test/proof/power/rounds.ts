import { setTimeout as wait } from 'node:timers/promises';
import { newDataKey } from '../../../src/store/keyring.ts';
import { broken, into, type Promised, type Said, startWriting } from '../keeping/promised.ts';
import { openStored } from '../keeping/stored.ts';
import { type Disk, freshDisk } from './disk.ts';
import type { Kind } from './places.ts';

/** Cutting the power under two processes that write, and counting what they had promised when it is back. */

export type Figures = {
  cuts: number;
  /** Cases and changes that somebody was told are saved, before the power began to go. */
  promised: number;
  /** Told after that, by a program that outlived its power as none would: they may be lost, and are not counted. */
  late: number;
  /** Of those cases: gone, older than promised, or unreadable. */
  lost: number;
  /** Journals that do not verify. */
  faults: number;
  /** Stores that did not open any more. */
  unusable: number;
};

export type Options = {
  readonly cuts: number;
  readonly kind: Kind;
  /** Stops at the first disk on which something was wrong. */
  readonly untilWrong?: boolean;
  readonly said?: (line: string) => void;
};

/** So many cuts a disk lives: what repaired itself once must do so again. */
const CUTS_A_DISK = 5;
const below = (limit: number) => Math.floor(Math.random() * limit);

export async function cutRounds({ cuts, kind, untilWrong = false, said }: Options): Promise<Figures> {
  const figures: Figures = { cuts: 0, promised: 0, late: 0, lost: 0, faults: 0, unusable: 0 };
  while (figures.cuts < cuts) {
    const disk = freshDisk();
    try {
      await onDisk(disk, kind, Math.min(CUTS_A_DISK, cuts - figures.cuts), figures);
    } finally {
      await disk.remove();
    }
    said?.(JSON.stringify(figures));
    if (untilWrong && wrong(figures) > 0) break;
  }
  return figures;
}

export function wrong({ lost, faults, unusable }: Figures): number {
  return lost + faults + unusable;
}

async function onDisk(disk: Disk, kind: Kind, cuts: number, figures: Figures): Promise<void> {
  const key = newDataKey();
  const promised: Promised = new Map();
  for (let i = 0; i < cuts; i += 1) {
    const { inTime, late } = await cutUnder(disk, kind, key);
    inTime.forEach(into(promised));
    figures.promised += inTime.length;
    figures.late += late.length;
    await disk.restart();
    figures.cuts += 1;
    if (!(await count(disk, kind, { key, promised, figures }))) return;
  }
}

type Told = { readonly inTime: readonly Said[]; readonly late: readonly Said[] };

async function cutUnder(disk: Disk, kind: Kind, key: string): Promise<Told> {
  const place = await kind.start(disk, true);
  const writers = [0, 1].map(() => startWriting(place, key, { without: kind.without, quiet: true }));
  let cutAt = 0;
  try {
    await Promise.race(writers.map((writer) => writer.more(1 + below(40))));
    await wait(below(40));
    cutAt = disk.cut();
  } finally {
    await Promise.all(writers.map((writer) => writer.kill()));
    await place.ended();
  }
  const { inTime = [], late = [] } = Object.groupBy(
    writers.flatMap((writer) => writer.said()),
    ({ at }) => (at < cutAt ? 'inTime' : 'late'),
  );
  return { inTime, late };
}

type Against = { readonly key: string; readonly promised: Promised; readonly figures: Figures };

/** @returns false when something is gone, which would count again after the next cut */
async function count(disk: Disk, kind: Kind, { key, promised, figures }: Against): Promise<boolean> {
  try {
    const place = await kind.start(disk, false);
    try {
      const store = await openStored(place, key);
      const [{ faults }, lost] = [await store.cases.verifyJournal(), await broken(store, promised)];
      await store.close();
      figures.faults += faults.length;
      figures.lost += lost;
      return lost === 0 && faults.length === 0;
    } finally {
      await place.ended();
    }
  } catch {
    figures.unusable += 1;
    return false;
  }
}
