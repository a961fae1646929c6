import { join } from 'node:path';
import { newDataKey } from '../../../src/store/keyring.ts';
import { broken, into, type Promised, startWriting } from '../keeping/promised.ts';
import { freshStored, openStored } from '../keeping/stored.ts';
import type { Way } from './ways.ts';

/** Backups made while two processes write without a pause, restored elsewhere, and compared with what was promised. */

export type Figures = {
  backups: number;
  /** Cases and changes that were confirmed before a backup began. */
  confirmed: number;
  /** Of those: not in the restored store, older there, or unreadable. */
  missing: number;
  /** Journals of the restored store that do not verify. */
  faults: number;
  /** Restored stores that did not open at all. */
  unusable: number;
  /** What was confirmed while the backups were made. */
  meanwhile: number;
};

export type Options = { readonly backups: number; readonly way: Way; readonly said?: (line: string) => void };

/** So many confirmed cases and changes lie between two backups at least. */
const BETWEEN = 20;
/** So many backups a place lives: each has all that was written there. */
const BACKUPS_A_PLACE = 10;

export async function backupRounds({ backups, way, said }: Options): Promise<Figures> {
  const figures: Figures = { backups: 0, confirmed: 0, missing: 0, faults: 0, unusable: 0, meanwhile: 0 };
  while (figures.backups < backups) {
    const key = newDataKey();
    const files = await freshStored();
    const made = await backUpSeveral(way, {
      key,
      folder: files.folder,
      count: Math.min(BACKUPS_A_PLACE, backups - figures.backups),
    });
    for (const backup of made) {
      await compare(way, key, backup, figures);
      figures.backups += 1;
      said?.(JSON.stringify(figures));
    }
    await files.remove();
  }
  return figures;
}

type Backup = {
  readonly file: string;
  /** What was promised before it began. */
  readonly before: Promised;
  /** How many promises were made while it was. */
  readonly meanwhile: number;
};

type Wanted = { readonly key: string; readonly folder: string; readonly count: number };

async function backUpSeveral(way: Way, { key, folder, count }: Wanted): Promise<readonly Backup[]> {
  const place = await way.fresh();
  const promised: Promised = new Map();
  const writers = [0, 1].map(() => startWriting(place, key, { heard: into(promised) }));
  const times = () => writers.reduce((sum, writer) => sum + writer.said().length, 0);
  const made: Backup[] = [];
  try {
    for (let i = 0; i < count; i += 1) {
      await Promise.all(writers.map((writer) => writer.more(BETWEEN / writers.length)));
      const [before, began, file] = [new Map(promised), times(), join(folder, String(i))];
      await way.backUp(place, key, file);
      made.push({ file, before, meanwhile: times() - began });
    }
  } finally {
    await Promise.all(writers.map((writer) => writer.kill()));
    await place.remove();
  }
  return made;
}

async function compare(way: Way, key: string, { file, before, meanwhile }: Backup, figures: Figures): Promise<void> {
  figures.meanwhile += meanwhile;
  figures.confirmed += [...before.values()].reduce((sum, version) => sum + version, 0);
  const restored = await way.restore(file);
  try {
    const store = await openStored(restored, key);
    figures.faults += (await store.cases.verifyJournal()).faults.length;
    figures.missing += await broken(store, before);
    await store.close();
  } catch {
    figures.unusable += 1;
  }
  await restored.remove();
}
