import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { JournalReport } from '../handover/ports.ts';
import { asStoreError, StoreError } from './errors.ts';
import { type KeySource, keyringFor } from './key-file.ts';
import { assertNotMoved, openSqlite } from './sqlite.ts';
import { DATABASE_FILE, storeOn } from './store.ts';
import { isThere } from './there.ts';

export type BackupSettings = KeySource & {
  /** DATA_DIR, with the database file. */
  readonly folder: string;
  /** The file to make; its folder is there. */
  readonly to: string;
};

const BUSY_MS = 5_000;
/**
 * All pages in one step. Between two steps SQLite begins anew when another process has written, which under constant writing
 * is always. Nobody waits for the step: a reader of a database in WAL mode holds up no writer.
 */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Makes a backup of the database file as it is at one moment, while servers write, and verifies it: every journal, and that
 * every text opens with DATA_KEY. The key is not in it. The file is there when all of it is on disk, for this user only.
 * @returns what the journals in the backup are like
 * @throws StoreError that says what to do; then no backup was made, and nothing was written over
 */
export async function backUp({ folder, to, ...source }: BackupSettings): Promise<JournalReport> {
  const file = join(folder, DATABASE_FILE);
  if (!isThere(file))
    throw refused(
      `There is nothing to back up: ${file} is not there. Run this where the server runs, with the same DATA_DIR.`,
    );
  if (existsSync(to)) throw refused(`${to} is there already. Nothing was written over it: name another file.`);
  if (!existsSync(dirname(to))) throw refused(`The folder of ${to} is not there. Make it, for this user only.`);
  const part = `${to}.${process.pid}.part`;
  try {
    let report: JournalReport;
    const keyring = keyringFor(folder, true, source);
    await copy(file, part);
    const database = openSqlite(part);
    const store = await storeOn(database, keyring, { ...quiet, migrate: false });
    try {
      // Nothing runs on a backup: put back, the servers of now would count as running.
      await database.db.deleteFrom('servers').execute();
      report = await store.cases.verifyJournal();
    } finally {
      await store.close();
    }
    onDisk(part);
    renameSync(part, to);
    onDisk(dirname(to));
    return report;
  } catch (cause) {
    throw asStoreError(cause);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
  }
}

const quiet = { clock: () => new Date(), warn: () => undefined };

async function copy(file: string, part: string): Promise<void> {
  // Made by hand for its mode.
  closeSync(openSync(part, 'wx', 0o600));
  const source = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
  try {
    assertNotMoved(source);
    await backup(source, part, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

function onDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refused(message: string): StoreError {
  return new StoreError('BACKUP_REFUSED', message);
}
