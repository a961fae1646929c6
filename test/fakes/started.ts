import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { folderOf } from './content.ts';
import { putLearned } from './learned.ts';
import { bareEnv } from './run.ts';

/** The whole program, started as its user starts it, in local mode. */
export type Started = {
  readonly url: string;
  /** Of the process, for looking at its memory. */
  readonly pid: number;
  /** What it logged so far. */
  log(): string;
  /** Asks it to stop, and gives its exit status. */
  stop(): Promise<number | null>;
  /** Ends it at once, as kill -9 does. */
  kill(): Promise<number | null>;
};

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** What Node is told so that the program begins without preparing every protocol; see there. */
const UNWARMED = ['--import', './test/fakes/unwarmed.ts'];

/**
 * Starts it with a data folder of its own and resolves when it listens; rejects with what it said when it does not.
 * @param node what Node itself is told, before the program
 * @param warm whether it prepares for first questions: it does outside vitest, where times are measured
 */
export async function startMain(
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
  warm = process.env.VITEST === undefined,
): Promise<Started> {
  for (let left = 3; ; left -= 1) {
    try {
      return await startOnce(env, warm ? node : [...UNWARMED, ...node]);
    } catch (cause) {
      // Between finding a free port and listening on it another program may have taken it.
      if (left === 0 || env.PORT !== undefined || !/already in use/.test(String(cause))) throw cause;
    }
  }
}

async function startOnce(env: Readonly<Record<string, string>>, node: readonly string[]): Promise<Started> {
  const data = folderOf({});
  const port = await freePort();
  putLearned(env.DATA_DIR ?? data.folder);
  const child = spawn(process.execPath, [...node, 'src/main.ts'], {
    env: bareEnv({ PORT: String(port), DATA_DIR: data.folder, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const closed = once(child, 'close').then(([code]): number | null => {
    data.remove();
    return code;
  });
  const url = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve, reject) => {
    const read = (text: string) => {
      log += text;
      if (log.includes(`"url":"${url}"`)) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    void closed.then(() => reject(new Error(`It did not start:\n${log}`)));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return closed;
  };
  return { url, pid: child.pid ?? 0, log: () => log, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
