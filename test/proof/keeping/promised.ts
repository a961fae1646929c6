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

/** What somebody was told: this version of this case is saved. */
export type Said = {
  readonly ref: string;
  readonly version: number /** Seconds of the monotonic clock, which all processes of a machine share. */;
  readonly at: number;
};

/** A process that keeps and changes cases, and what it promised. */
export type Writing = {
  /** Resolves when it has promised so many more. */
  more(count: number): Promise<void>;
  /** What it has promised so far, in order. */
  said(): readonly Said[];
  kill(): Promise<void>;
};

type Options = {
  readonly heard?: (said: Said) => void;
  /** A safeguard that the program does without: a control. */
  readonly without?: Without | undefined;
  /** Says nothing of how it ended: its end is expected. */
  readonly quiet?: boolean;
};

type Where = Pick<Stored, 'folder' | 'databaseUrl'>;

/** @param options `heard` is told of each promise as soon as it is made */
export function startWriting(
  { folder, databaseUrl }: Where,
  dataKey: string,
  { heard, without, quiet = false }: Options = {},
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
  const all: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [ref = '', version, at] = line.split(' ');
    const said = { ref, version: Number(version), at: Number(at) };
    all.push(said);
    heard?.(said);
  });
  return {
    more: async (count) => {
      const wanted = all.length + count;
      while (all.length < wanted) await Promise.race([once(lines, 'line'), ended(child, closed)]);
    },
    said: () => all,
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

/** Takes promises into account. */
export function into(promised: Promised): (said: Said) => void {
  return ({ ref, version }) => void promised.set(ref, Math.max(promised.get(ref) ?? 0, version));
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
