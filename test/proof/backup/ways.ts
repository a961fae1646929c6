import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DATABASE_FILE } from '../../../src/store/store.ts';
import { onServer } from '../../fakes/postgres/schema.ts';
import { run } from '../../fakes/run.ts';
import { freshStored, type Stored } from '../keeping/stored.ts';

/** A way to make a backup of a place while somebody writes there, and to restore it elsewhere. */
export type Way = {
  fresh(): Promise<Stored>;
  /** @param file where the backup goes; not there yet */
  backUp(place: Stored, dataKey: string, file: string): Promise<void>;
  restore(file: string): Promise<Stored>;
};

/** `npm run backup`, and its file in a new folder. */
export const sqlite: Way = {
  fresh: freshStored,
  backUp: async ({ folder }, dataKey, file) => {
    const { code, err } = await run('src/cli/backup.ts', [file], { env: { DATA_DIR: folder, DATA_KEY: dataKey } });
    if (code !== 0) throw new Error(`The backup was not made:\n${err}`);
  },
  restore: async (file) => {
    const place = await freshStored();
    copyFileSync(file, join(place.folder, DATABASE_FILE));
    return place;
  },
};

/** The control: the database file as it is, without what SQLite keeps beside it. */
export const fileAlone: Way = {
  ...sqlite,
  backUp: async ({ folder }, _, file) => copyFileSync(join(folder, DATABASE_FILE), file),
};

/** pg_dump, and pg_restore into an empty database. */
export function postgres(server: string, programs: string): Way {
  const program = programIn(programs);
  const fresh = () => freshDatabase(server);
  return {
    fresh,
    backUp: async ({ databaseUrl = '' }, _, file) => {
      await program('pg_dump', '--format=custom', `--file=${file}`, databaseUrl);
    },
    restore: async (file) => {
      const place = await fresh();
      await program('pg_restore', '--no-owner', `--dbname=${place.databaseUrl}`, file);
      return place;
    },
  };
}

/** The control: the tables one after another, each at a moment of its own, the journal last. */
export function tableByTable(server: string, programs: string): Way {
  const way = postgres(server, programs);
  const program = programIn(programs);
  const parts = [['--exclude-table=journal'], ['--table=journal']] as const;
  return {
    ...way,
    backUp: async ({ databaseUrl = '' }, _, file) => {
      for (const [i, part] of parts.entries()) {
        await program('pg_dump', '--format=custom', ...part, `--file=${file}.${i}`, databaseUrl);
      }
    },
    restore: async (file) => {
      const place = await way.fresh();
      for (const i of parts.keys()) {
        // A journal entry whose case is not there breaks a rule between tables, which is said and gone on from.
        await program('pg_restore', '--no-owner', `--dbname=${place.databaseUrl}`, `${file}.${i}`).catch(
          () => undefined,
        );
      }
      return place;
    },
  };
}

/** Runs a program of the same installation as the server: a folder of links may not have them all. */
function programIn(programs: string) {
  const home = dirname(realpathSync(join(programs, 'postgres')));
  return (name: string, ...args: string[]) => promisify(execFile)(join(home, name), args);
}

async function freshDatabase(server: string): Promise<Stored> {
  const { folder, remove } = await freshStored();
  const name = `proof_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    folder,
    databaseUrl: url.href,
    remove: async () => {
      await remove();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}
