import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { newDataKey } from '../../../src/store/keyring.ts';
import { keysInUse, rotate } from '../../../src/store/rotate.ts';
import { bareEnv } from '../../fakes/run.ts';
import { opened } from '../../handover/world.ts';
import { content } from '../../store/contract.ts';
import { broken, into, type Promised, startWriting } from '../keeping/promised.ts';
import { freshStored, openStored, type Stored } from '../keeping/stored.ts';

/** Rotating DATA_KEY over and over while a server writes, with the rotation killed midway. */

export type Figures = {
  /** Rotations, each to a new key. */
  rounds: number;
  /** Rotations that were killed before they were through. */
  killed: number;
  /** Of those: killed while some keys were wrapped by the new one and others by the former. */
  midway: number;
  /** Cases and changes that somebody was told are saved. */
  promised: number;
  /** Of those: gone, older than promised or unreadable with the new key alone. */
  lost: number;
  /** Faults of journals. */
  faults: number;
};

export type Options = {
  readonly rounds: number;
  /** A PostgreSQL server; a folder with SQLite without. */
  readonly server?: string;
  /** Takes the former key away after the kill, without running the rotation to its end: the control. */
  readonly unfinished?: boolean;
  /** Cases that are there before the first rotation. */
  readonly cases?: number;
  readonly said?: (line: string) => void;
};

/** So many rotations a place lives: what was written meanwhile piles up in it. */
const ROUNDS_A_PLACE = 5;
const below = (limit: number) => Math.floor(Math.random() * limit);

export async function rotateRounds({
  rounds,
  server,
  unfinished = false,
  cases = 300,
  said,
}: Options): Promise<Figures> {
  const figures: Figures = { rounds: 0, killed: 0, midway: 0, promised: 0, lost: 0, faults: 0 };
  while (figures.rounds < rounds) {
    const place = await freshStored(server);
    const promised: Promised = new Map();
    let former = newDataKey();
    await fill(place, former, cases, promised);
    for (let i = 0; i < ROUNDS_A_PLACE && figures.rounds < rounds; i += 1) {
      const next = newDataKey();
      await killedOnTheWay(place, `${next},${former}`, promised, figures, unfinished ? EARLY : anywhere(cases));
      if (!unfinished) await finish(place, `${next},${former}`);
      await count(place, next, promised, figures);
      former = next;
      figures.rounds += 1;
      said?.(JSON.stringify(figures));
      if (unfinished) break;
    }
    await place.remove();
  }
  return figures;
}

async function fill(place: Stored, key: string, cases: number, promised: Promised): Promise<void> {
  const store = await openStored(place, key);
  for (let i = 0; i < cases; i += 1) {
    const ref = `V-${222_222 + i}`;
    await store.cases.create(opened({}, ref), content, ref);
    promised.set(ref, 1);
  }
  await store.close();
}

/** How often at most a rotation is killed, and after how many commits at most. */
type Limits = { readonly times: number; readonly commits: number };
const EARLY: Limits = { times: 1, commits: 2 };
/** Fifty cases go in one commit. */
const anywhere = (cases: number): Limits => ({ times: 3, commits: Math.ceil(cases / 50) });

/** Rotates while somebody writes, and kills the rotation at any moment, the writer in the end too. */
async function killedOnTheWay(
  place: Stored,
  keys: string,
  promised: Promised,
  figures: Figures,
  limits: Limits,
): Promise<void> {
  const writing = startWriting(place, keys, { heard: into(promised) });
  try {
    await writing.more(2);
    const times = 1 + below(limits.times);
    for (let i = 0; i < times; i += 1) {
      if (!(await killRotation(place, keys, 1 + below(limits.commits)))) continue;
      figures.killed += 1;
      const { current, former } = await keysInUse(settingsOf(place, keys));
      if (current.keys > 0 && (former[0]?.keys ?? 0) > 0) figures.midway += 1;
    }
    await writing.more(2);
  } finally {
    await writing.kill();
  }
  figures.promised += writing.said().length;
}

/** @returns whether it was killed before it was through */
async function killRotation({ folder, databaseUrl }: Stored, keys: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), folder, keys], {
    env: bareEnv(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let commits = after;
  for await (const _ of createInterface({ input: child.stdout })) {
    commits -= 1;
    if (commits > 0) continue;
    // Sometimes at once, sometimes within the next transaction.
    if (below(2) === 0) await wait(below(10));
    child.kill('SIGKILL');
    break;
  }
  const [, signal] = await closed;
  return signal === 'SIGKILL';
}

/** As an operator does: again until it says that nothing is left. */
async function finish(place: Stored, keys: string): Promise<void> {
  const { left, use } = await rotate(settingsOf(place, keys));
  if (left.length > 0 || use.missing.length > 0 || use.former.some(({ keys: some }) => some > 0)) {
    throw new Error(`The rotation did not end: ${JSON.stringify({ left, use })}`);
  }
}

/** Looks for every promise with the new key alone. */
async function count(place: Stored, key: string, promised: Promised, figures: Figures): Promise<void> {
  try {
    const store = await openStored(place, key);
    figures.faults += (await store.cases.verifyJournal()).faults.length;
    figures.lost += await broken(store, promised);
    await store.close();
  } catch {
    // It does not even open.
    figures.lost += promised.size;
  }
}

function settingsOf({ folder, databaseUrl }: Stored, dataKey: string) {
  return { folder, databaseUrl, dataKey, production: true, warn: () => undefined };
}
