import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Store } from '../../../src/store/store.ts';
import { bareEnv } from '../../fakes/run.ts';
import type { Without } from '../without.ts';
import type { Stored } from './stored.ts';

const CUTTING = './test/proof/without.ts';

/** The newest version of each case that somebody was told is saved. */
export type Promised = Map<string, number>;

/** A process that keeps and changes cases, and what it promised. */
export type Writing = {
  /** Resolves when it has promised so many more. */
  more(count: number): Promise<void>;
  /** How often it has promised something. */
  times(): number;
  kill(): Promise<void>;
};

type Options = {
  /** A safeguard that the program does without: a control. */
  readonly without?: Without | undefined;
  /** Says nothing of how it ended: its end is expected. */
  readonly quiet?: boolean;
};

type Where = Pick<Stored, 'folder' | 'databaseUrl'>;

/** @param promised gets what is promised, as soon as it is */
export function startWriting(
  { folder, databaseUrl }: Where,
  dataKey: string,
  promised: Promised,
  { without, quiet = false }: Options = {},
): Writing {
  const program = [join(import.meta.dirname, 'writer.ts'), folder, dataKey];
  const child = spawn(process.execPath, [...(without === undefined ? [] : ['--import', CUTTING]), ...program], {
    env: bareEnv({
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...(without === undefined ? {} : { PROOF_WITHOUT: JSON.stringify(without) }),
    }),
    stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'inherit'],
  });
  const closed = once(child, 'close');
  let times = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [ref = '', version = ''] = line.split(' ');
    promised.set(ref, Math.max(promised.get(ref) ?? 0, Number(version)));
    times += 1;
  });
  return {
    more: async (count) => {
      const wanted = times + count;
      while (times < wanted) await Promise.race([once(lines, 'line'), ended(child, closed)]);
    },
    times: () => times,
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function ended(child: ChildProcess, closed: Promise<unknown>): Promise<never> {
  await closed;
  throw new Error(`The writer ended by itself with ${child.exitCode ?? child.signalCode}`);
}

/** How many promises a store does not keep: a case that is gone, older than promised, or cannot be read. */
export async function broken({ cases }: Store, promised: Promised): Promise<number> {
  let count = 0;
  for (const [ref, version] of promised) {
    try {
      const stored = await cases.load(ref);
      const content = await cases.content(ref);
      if (stored === undefined || content === undefined || stored.version < version) count += 1;
    } catch {
      count += 1;
    }
  }
  return count;
}
