import { setTimeout as wait } from 'node:timers/promises';
import { newDataKey } from '../../../src/store/keyring.ts';
import { broken, type Promised, startWriting } from '../keeping/promised.ts';
import { openStored } from '../keeping/stored.ts';
import { type Disk, freshDisk } from './disk.ts';
import type { Kind } from './places.ts';

/** Cutting the power under two processes that write, and counting what they had promised when it is back. */

export type Figures = {
  cuts: number;
  /** Cases and changes that somebody was told are saved. */
  promised: number;
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
  const figures: Figures = { cuts: 0, promised: 0, lost: 0, faults: 0, unusable: 0 };
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
    figures.promised += await cutUnder(disk, kind, key, promised);
    await disk.restart();
    figures.cuts += 1;
    if (!(await count(disk, kind, { key, promised, figures }))) return;
  }
}

/** @returns how often something was promised before the cut */
async function cutUnder(disk: Disk, kind: Kind, key: string, promised: Promised): Promise<number> {
  const place = await kind.start(disk, true);
  const options = { without: kind.without, quiet: true };
  const writers = [0, 1].map(() => startWriting(place, key, promised, options));
  try {
    await Promise.race(writers.map((writer) => writer.more(1 + below(40))));
    await wait(below(40));
    disk.cut();
  } finally {
    await Promise.all(writers.map((writer) => writer.kill()));
    await place.ended();
  }
  return writers.reduce((sum, writer) => sum + writer.times(), 0);
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
