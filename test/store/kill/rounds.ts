import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore, type Store } from '../../../src/store/store.ts';
import { email, opened as opening } from '../../handover/world.ts';
import { content } from '../contract.ts';
import { KEY } from '../place.ts';

/** Killing a process that keeps cases, and counting what it had promised. */

type Promised = { readonly what: string; readonly ref: string; readonly nonce: string };

export type Figures = {
  rounds: number;
  promised: number;
  lost: number;
  /** Kept without a word: the one that was under way. */
  unsaid: number;
  faults: number;
  /** Kept anew although the same form had been promised. */
  twice: number;
};

/** A folder lives this many rounds, so that killing also meets a first start. */
const ROUNDS_A_FOLDER = 5;
const below = (limit: number) => Math.floor(Math.random() * limit);

export async function killRounds(rounds: number, mode: 'safe' | 'unsafe'): Promise<Figures> {
  const figures: Figures = { rounds, promised: 0, lost: 0, unsaid: 0, faults: 0, twice: 0 };
  for (let done = 0; done < rounds; ) {
    const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-kill-'));
    const all: Promised[] = [];
    for (let i = 0; i < ROUNDS_A_FOLDER && done < rounds; i += 1, done += 1) {
      all.push(...(await killed(folder, `round${done}`, mode, done % 4 === 3)));
      await count(folder, all, figures, i === ROUNDS_A_FOLDER - 1 || done === rounds - 1);
    }
    rmSync(folder, { recursive: true });
  }
  return figures;
}

/** Runs the child and kills it: after some promises, or at any moment from its first breath. */
async function killed(folder: string, name: string, mode: string, anyMoment: boolean): Promise<Promised[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), folder, KEY, name, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const promised: Promised[] = [];
  const wanted = 1 + below(30);
  if (anyMoment) setTimeout(() => child.kill('SIGKILL'), below(400));
  for await (const line of createInterface({ input: child.stdout })) {
    const [what = '', ref = '', nonce = ''] = line.split(' ');
    promised.push({ what, ref, nonce });
    if (promised.length === wanted && !anyMoment) {
      if (below(2) === 0) child.kill('SIGKILL');
      else setTimeout(() => child.kill('SIGKILL'), below(8));
    }
  }
  const [code, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`The child ended by itself with ${code}: nothing was killed`);
  return promised;
}

/** Looks for every promise, as a new process would. */
async function count(folder: string, all: readonly Promised[], figures: Figures, last: boolean): Promise<void> {
  const store = await openStore({
    folder,
    dataKey: KEY,
    production: true,
    clock: () => new Date(),
    warn: () => undefined,
  });
  const report = await store.cases.verifyJournal();
  figures.faults += report.faults.length;
  if (last) {
    figures.promised += all.length;
    const lost = await Promise.all(all.map(async (each) => ((await isKept(store, each)) ? 0 : 1)));
    figures.lost += lost.reduce((sum: number, each) => sum + each, 0);
    const created = all.filter(({ what }) => what === 'created');
    figures.unsaid += Math.max(0, report.cases - created.length);
    const again = await Promise.all(created.map((each) => sentAgain(store, each)));
    figures.twice += again.filter((ref, i) => ref !== created[i]?.ref).length;
  }
  await store.close();
}

/** The case with its text, its journal, and something due for who has it; or its decision with everybody to be told. */
async function isKept({ cases }: Store, { what, ref }: Promised): Promise<boolean> {
  const stored = await cases.load(ref);
  if (stored === undefined || (await cases.content(ref)) === undefined) return false;
  const verbs = (await cases.journalOf(ref)).map(({ verb }) => verb);
  const rows = (await cases.rowsOf(ref)).map(({ person, stage }) => `${person} ${stage}`);
  const { state } = stored.case;
  if (what === 'decided' && state !== 'decided') return false;
  return state === 'decided'
    ? verbs.join() === 'send,decide' && rows.join() === `${email('docent')} tell,${email('teamleider')} tell`
    : verbs.join() === 'send' && rows.join() === `${email('teamleider')} notify`;
}

/** The form once more, as a client does that heard nothing. */
async function sentAgain({ cases }: Store, { nonce }: Promised): Promise<string> {
  const result = await cases.create(opening({}, 'V-ZZZZZZ'), content, nonce);
  return result === 'ref-taken' ? result : result.ref;
}
