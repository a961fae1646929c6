import { statSync } from 'node:fs';
import { StoreError } from './errors.ts';

/**
 * SQLite goes on writing to a file that was removed, moved away or replaced, and says that it is saved; at the next start it
 * is gone. So before anything is written, and once more before it counts, the files at their place must be the ones we have.
 * @param file of a database that is open
 * @returns a check that throws a StoreError STORE_IO
 */
export function inPlace(file: string): () => void {
  const database = inodeOf(file);
  let wal: number | undefined;
  return () => {
    const now = inodeOf(`${file}-wal`);
    // SQLite makes it when something is first written; from then on it stays until the database is closed.
    wal ??= now;
    if (inodeOf(file) === database && now === wal) return;
    throw new StoreError(
      'STORE_IO',
      'The database file in DATA_DIR was moved or replaced while the server runs. Put it back, or start the server again; nothing was saved.',
    );
  };
}

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
