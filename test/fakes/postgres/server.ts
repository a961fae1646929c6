import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inMemory } from '../in-memory.ts';

/** A PostgreSQL server of our own, reached by a socket in its folder. */
export type PostgresServer = {
  /** For DATABASE_URL. */
  readonly url: string;
  readonly folder: string;
  /** The first process: its children are the connections. */
  readonly pid: number;
  /** Ends it, as an operator does, and removes its folder unless that is to be kept. */
  stop(options?: { readonly keep?: boolean }): Promise<void>;
  /** Ends it and all connections at once, as a failing machine does; the folder stays. */
  kill(): Promise<void>;
};

export type ServerOptions = {
  /** The folder with the programs. */
  readonly programs: string;
  /** Settings over those of a test. */
  readonly settings?: Readonly<Record<string, string>>;
  /** An earlier server's folder, to start it again; absent: a new database cluster. */
  readonly folder?: string;
};

const SETTINGS = {
  listen_addresses: '',
  max_connections: '200',
  shared_buffers: '32MB',
  log_min_messages: 'warning',
} as const;

/** The watcher ends the server when whoever started it is gone, however that ended: its standard input then closes. */
const WATCHER = `"$@" 3<&- & server=$!; echo $server; (cat; kill -INT $server) <&3 >/dev/null 2>&1 & wait $server`;

export async function startPostgres({ programs, settings = {}, folder }: ServerOptions): Promise<PostgresServer> {
  const home = folder ?? newCluster(programs);
  const all = { ...SETTINGS, unix_socket_directories: home, ...settings };
  const args = [
    '-D',
    join(home, 'data'),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn('sh', ['-c', WATCHER, 'sh', join(programs, 'postgres'), ...args], {
    ...servant(),
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const closed = once(child, 'exit').then(() => child.stdio[3]?.destroy());
  let said = '';
  const pid = await new Promise<number>((resolve, reject) => {
    const read = (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve(Number(said.split('\n')[0]));
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    void closed.then(() => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    process.kill(pid, signal);
    await closed;
  };
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`,
    folder: home,
    pid,
    stop: async ({ keep = false } = {}) => {
      await end('SIGINT');
      if (!keep) rmSync(home, { recursive: true, force: true });
    },
    kill: () => end('SIGQUIT'),
  };
}

/** A new database cluster in a folder that is there, not flushed to disk; in a folder of its own when none is given. */
export function newCluster(programs: string, home: string = mkdtempSync(join(inMemory, 'bij-twijfel-pg-'))): string {
  const { uid, gid } = servant();
  if (uid !== undefined && gid !== undefined) chownSync(home, uid, gid);
  const args = [
    '-D',
    join(home, 'data'),
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  execFileSync(join(programs, 'initdb'), args, { ...servant(), cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  return home;
}

/** PostgreSQL does not run as root: then it runs as its own user, or else as nobody. */
function servant(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (what: string) => Number(execFileSync('id', [what, user], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // This machine has no such user.
    }
  }
  return {};
}
