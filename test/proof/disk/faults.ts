import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE } from '../../../src/store/store.ts';
import { newSchema } from '../../fakes/postgres/schema.ts';
import { type PostgresServer, startPostgres } from '../../fakes/postgres/server.ts';
import type { Door, Place } from '../forms/door.ts';

/** Where a server keeps its data, and the ways in which that fails under it. */
export type Ground = Omit<Place, 'preload'> & {
  readonly faults: readonly Fault[];
  close(): Promise<void>;
};

/** Something that goes wrong while the server runs, and is over again. */
export type Fault = {
  readonly name: string;
  begin(door: Door): Promise<void>;
  end(door: Door): Promise<void>;
};

/** What was learned takes 28 MB of it. */
const SIZE_MB = 64;
const BALLAST = 'ballast';

/** A file in a folder; on a small disk of its own where this machine lets us make one. */
export function onSqlite(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-disk-'));
  const own = mounted(folder);
  const file = join(folder, DATABASE_FILE);
  const full: Fault = {
    name: 'disk full',
    begin: async () => {
      // What the file beside it has room for would still be kept.
      const beside = new DatabaseSync(file);
      beside.exec('pragma wal_checkpoint(truncate)');
      beside.close();
      fill(join(folder, BALLAST));
    },
    end: async () => rmSync(join(folder, BALLAST)),
  };
  const gone: Fault = {
    name: 'database gone',
    begin: async () => renameSync(file, `${file}.away`),
    end: async () => renameSync(`${file}.away`, file),
  };
  return {
    folder,
    faults: [...(own ? [full] : []), ioError, gone],
    close: async () => {
      if (own) execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The system refuses every write of the process to a file, as a broken disk does; Node ignores the signal for it. */
const ioError: Fault = {
  name: 'I/O error',
  begin: async (door) => limitFiles(door, '0'),
  end: async (door) => limitFiles(door, 'unlimited'),
};

const limitFiles = (door: Door, soft: string): void =>
  void execFileSync('prlimit', [`--pid=${door.pid()}`, `--fsize=${soft}:`]);

/** A PostgreSQL server of our own, which is stopped and started again. */
export async function onPostgres(programs: string): Promise<Ground> {
  let server: PostgresServer = await startPostgres({ programs });
  const { folder: home } = server;
  const { url } = await newSchema(server.url);
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-disk-'));
  const stopped = (name: string, stop: () => Promise<void>): Fault => ({
    name,
    begin: stop,
    end: async () => {
      server = await startPostgres({ programs, folder: home });
    },
  });
  return {
    folder,
    env: { DATABASE_URL: url },
    faults: [
      stopped('PostgreSQL stopped', () => server.stop({ keep: true })),
      stopped('PostgreSQL killed', () => server.kill()),
    ],
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=700`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** To the last byte. */
function fill(file: string): void {
  for (const size of [1_048_576, 4096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // No room for one of this size.
    }
  }
}
