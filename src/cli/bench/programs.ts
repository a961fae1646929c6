import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A bot running as a process of its own. */
export type Program = {
  readonly url: string;
  /** From the start of the process to the line with its address, which both bots print when they listen. */
  readonly startedMs: number;
  /** What every conversation has to say once before its first question, as the data of a button. */
  readonly opening?: Readonly<Record<string, string>>;
  /** Resident memory in megabytes. */
  memory(): number;
  /** Milliseconds of processor time so far; NaN where the system does not tell. Other work on the machine does not count. */
  processorMs(): number;
  stop(): Promise<void>;
};

const START_MS = 120_000;
const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Starts Bij Twijfel as `npm start` does, in local mode, for the made-up organisation.
 * @param data its DATA_DIR; with one of an earlier start it need not learn again
 */
export async function startOurs(data: string): Promise<Program> {
  const organisations = join(data, 'organisations');
  mkdirSync(organisations, { recursive: true });
  copyFileSync(path('../../../organisations/example.yaml'), join(organisations, 'example.yaml'));
  const environment = { ORGANISATIONS: organisations, DATA_DIR: join(data, 'data'), LOG_LEVEL: 'info' };
  const program = await start(path('../../main.ts'), environment);
  return { ...program, opening: { verb: 'kies-school', school: 'calvijn' } };
}

/** A folder of its own for `use`, gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the bare echo bot. */
export const startEcho = (): Promise<Program> => start(path('echo-bot.ts'), {});

async function start(file: string, environment: Readonly<Record<string, string>>): Promise<Program> {
  const port = await freePort();
  const { PATH = '', PROTOCOLS = 'protocols' } = process.env;
  const begun = performance.now();
  const child = spawn(process.execPath, [file], {
    env: { PATH, PROTOCOLS, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const kill = () => void child.kill();
  // Also when this process is the one that is stopped.
  process.once('exit', kill);
  await Promise.race([tells(child.stdout, `127.0.0.1:${port}`), gone]).catch((cause: unknown) => {
    kill();
    throw cause;
  });
  const startedMs = performance.now() - begun;
  if (child.exitCode !== null) throw new Error(`${file} ended before it listened`);
  child.stdout.resume();
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    startedMs,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    processorMs: () => processorMs(child.pid),
    stop: async () => {
      process.removeListener('exit', kill);
      kill();
      await gone;
    },
  };
}

/** Waits until a program's output names its address. */
async function tells(output: Readable, address: string): Promise<void> {
  const signal = AbortSignal.timeout(START_MS);
  let said = '';
  while (!said.includes(address)) said += String((await once(output, 'data', { signal }))[0]);
}

/** From Linux's own books, which count in hundredths of a second. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
