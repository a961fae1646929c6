import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newCluster, startPostgres } from '../../fakes/postgres/server.ts';
import type { Without } from '../without.ts';
import type { Disk } from './disk.ts';

/** A store on a disk of ours, as long as that has power. */
export type Powered = { readonly folder: string; readonly databaseUrl: string | undefined; ended(): Promise<void> };

/** A kind of store: how it comes up on a disk, the first time and after each cut. */
export type Kind = {
  /** @param weaker as the control has it: to write, not to count afterwards */
  start(disk: Disk, weaker: boolean): Promise<Powered>;
  /** What the control leaves out of the writing program. */
  readonly without?: Without;
};

export const sqlite: Kind = {
  start: async ({ folder }) => ({ folder: join(folder, 'data'), databaseUrl: undefined, ended: async () => undefined }),
};

/** The control: a commit is not flushed. */
export const sqliteNormal: Kind = {
  ...sqlite,
  without: {
    file: 'src/store/sqlite.ts',
    code: '    makeDurable(sqlite);',
    instead: `sqlite.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on');`,
  },
};

export const postgres = (programs: string): Kind => ({ start: (disk) => startOn(disk, programs, {}) });

/** The control: a commit is told before it is flushed. Our sessions refuse that, so theirs look away. */
export const postgresNormal = (programs: string): Kind => ({
  start: (disk, weaker) => startOn(disk, programs, weaker ? { synchronous_commit: 'off' } : {}),
  without: {
    file: 'src/store/postgres/session.ts',
    code: 'if (session !== undefined) assertFit(session);',
    instead: '',
  },
});

async function startOn(disk: Disk, programs: string, settings: Readonly<Record<string, string>>): Promise<Powered> {
  const home = join(disk.folder, 'postgres');
  if (!existsSync(home)) {
    mkdirSync(home);
    newCluster(programs, home);
    // An installation is old when its power fails; that of the tests was never flushed.
    execFileSync('sync', ['--file-system', disk.folder]);
  }
  const server = await startPostgres({ programs, folder: home, settings });
  return {
    folder: disk.folder,
    databaseUrl: server.url,
    // After a cut it may have ended by itself.
    ended: () => server.kill().catch(() => undefined),
  };
}
