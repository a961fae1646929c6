import { join, resolve } from 'node:path';
import type { DataSettings } from '../../config.ts';
import type { JournalFault } from '../../handover/ports.ts';
import { StoreError } from '../../store/errors.ts';
import type { KeyUse } from '../../store/key-use.ts';
import { leftBehind, spokenOf } from '../../store/left-behind.ts';
import { keysInUse } from '../../store/rotate.ts';
import { DATABASE_FILE, openStore, type Store } from '../../store/store.ts';
import { isThere } from '../../store/there.ts';
import { KEY_MISSING } from '../../store/verify.ts';
import { inOrder, stillUnder } from '../rotate/spoken.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** How many faults are named one by one. */
const NAMED = 20;

/** `store` is open when there is one that opens; whoever asked closes it. */
export type DataChecked = { readonly checks: readonly Checked[]; readonly store?: Store };

/**
 * Looks at what is kept, without changing it: the key, the promise of the disk, every journal, and whether a former key
 * is needed. That nothing is kept yet is fine when trying.
 */
export async function checkData(settings: DataSettings): Promise<DataChecked> {
  const file = join(settings.folder, DATABASE_FILE);
  try {
    if (settings.databaseUrl === undefined && !isThere(file)) return { checks: [nothingIn(settings)] };
  } catch (cause) {
    return { checks: [refusedBy('data', cause)] };
  }
  const checked = await checkStore(settings, file);
  const left = settings.databaseUrl === undefined ? undefined : leftBehind(settings.folder);
  if (left === undefined) return checked;
  // "Start the server once" is no advice for a database that cases are to be moved to.
  const others = checked.checks.filter(({ message }) => !message.startsWith('STORE_OUTDATED'));
  return { ...checked, checks: [wrong('data', ...spokenOf(left)), ...others] };
}

/** A server that runs has made its database: without one, this is hardly where it keeps it. */
function nothingIn({ folder, production }: DataSettings): Checked {
  if (!production) return fine('data', `Nothing is kept yet in ${folder}.`);
  const remedy =
    'Before the first start this is right. Else set DATA_DIR as the server has it, or run this where it runs.';
  return wrong('data', `There is no database in ${resolve(folder)}.`, remedy);
}

async function checkStore(settings: DataSettings, file: string): Promise<DataChecked> {
  let store: Store | undefined;
  try {
    store = await openStore({ ...settings, migrate: false, clock: () => new Date(), warn: () => undefined });
    const place = settings.databaseUrl === undefined ? file : 'The database of DATABASE_URL';
    const opened = fine('data', `${place} opens with this key and writes durably.`);
    return { checks: [opened, await checkKeys(settings), ...(await checkJournals(store))], store };
  } catch (cause) {
    await store?.close();
    return { checks: [refusedBy('data', cause)] };
  }
}

/** What the store says of itself; anything else is a fault of ours. */
export function refusedBy(check: string, cause: unknown): Checked {
  if (!(cause instanceof StoreError)) throw cause;
  return wrong(check, `${cause.code}: ${cause.message}`, remedies[cause.code] ?? otherwise);
}

const otherwise = 'Do what the message says, then check again.';

const remedies: Readonly<Partial<Record<StoreError['code'], string>>> = {
  DATA_KEY_UNKNOWN: 'Set DATA_KEY to the key this data was written with; a former key goes after a comma.',
  STORE_OUTDATED: 'Start this version of the server once, then check again.',
  STORE_DAMAGED: 'Stop the server, keep a copy of the data as it is now, and put back the last good backup.',
  STORE_UNREACHABLE: 'Start the database server, and compare DATABASE_URL with its address.',
};

async function checkJournals(store: Store): Promise<readonly Checked[]> {
  const { cases, entries, faults } = await store.cases.verifyJournal();
  const counted = `${cases} cases, ${entries} journal entries`;
  if (faults.length === 0) return [fine('journals', `${counted}: all in order.`)];
  // What cannot be read for want of a key is not damaged: a backup would not make it any better.
  const locked = faults.filter(({ fault }) => fault === KEY_MISSING);
  const damaged = faults.filter(({ fault }) => fault !== KEY_MISSING);
  return [
    ...about(locked, `${counted}, ${locked.length} not to be read, and not damaged as far as can be seen:`, giveKey),
    ...about(damaged, `${counted}, ${damaged.length} not in order:`, putBack),
  ];
}

const giveKey =
  'Put the key that "rotation" names in DATA_KEY too, after a comma, and restart. A backup is of no use: it has the same key.';
const putBack =
  'Stop the server, keep a copy of the data as it is now, and put back the last backup that passes this check.';

function about(faults: readonly JournalFault[], head: string, remedy: string): readonly Checked[] {
  if (faults.length === 0) return [];
  const named = faults.slice(0, NAMED).map(({ ref, fault }) => `${ref}: ${fault}`);
  const more = faults.length > NAMED ? [`and ${faults.length - NAMED} more`] : [];
  return [wrong('journals', [head, ...named, ...more].join('\n'), remedy)];
}

async function checkKeys(settings: DataSettings): Promise<Checked> {
  const use = await keysInUse({ ...settings, warn: () => undefined });
  const under = stillUnder(use);
  if (under.length === 0) return fine('rotation', inOrder(use).join('\n'));
  return wrong('rotation', under.join('\n'), remedyOf(use));
}

function remedyOf({ missing, behind }: KeyUse): string {
  if (missing.length > 0)
    return 'Put the missing key in DATA_KEY too, after a comma, or what it wraps stays unreadable; then: npm run rotate';
  return behind.length > 0
    ? 'Put the new key first for every server, restart them, and then: npm run rotate'
    : 'npm run rotate';
}
