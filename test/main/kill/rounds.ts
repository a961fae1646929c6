import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore, type Store } from '../../../src/store/store.ts';
import type { Button } from '../../fakes/buttons.ts';
import { referencesIn } from '../../fakes/forms.ts';
import { type Started, startMain } from '../../fakes/started.ts';
import { KEY } from '../../store/place.ts';
import { type Done, handle } from './handling.ts';
import { type Letter, tellOf, toAsking, type Visitor, visitor, write } from './visitor.ts';

/** Killing the whole server while people send doubts and reports and others act on them, and counting what it had confirmed. */

export type Figures = {
  rounds: number;
  /** Decisions, receipts, questions and answers that were confirmed, and of those how many are not in the journal. */
  acted: number;
  undone: number;
  /** Letters written, and of those how many were confirmed on the first sending. */
  written: number;
  confirmed: number;
  /** Confirmed, and not there after the kill. */
  lost: number;
  /** Sent again, and it became another case. */
  twice: number;
  /** Journals that do not verify. */
  faults: number;
  /** Confirmed, and nobody was told, or told more than once by the journal. */
  undelivered: number;
};

type Sent = { readonly letter: Letter; readonly question: string; ref: string | undefined };

const ASKER = 'docent.wiskunde@voorbeeld.example';
const PROTOCOL = 'calvijn';
const AT_ONCE = 4;
/** When nothing is acted on after so many letters, nothing will be: the figures then say so. */
const MOST_WITHOUT = 60;
/** Longer than the lease of a claim. */
const STALLED_MS = 180_000;
const below = (limit: number) => Math.floor(Math.random() * limit);

export async function killRounds(rounds: number, mode: 'safe' | 'unsafe'): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-server-'));
  const figures: Figures = {
    rounds,
    acted: 0,
    undone: 0,
    written: 0,
    confirmed: 0,
    lost: 0,
    twice: 0,
    faults: 0,
    undelivered: 0,
  };
  const all: Sent[] = [];
  const start = () =>
    startMain({ DATA_DIR: folder, DATA_KEY: KEY }, mode === 'unsafe' ? ['--import', './test/main/kill/unsafe.ts'] : []);
  const afterwards = async (server: Started, again: readonly Sent[]) => {
    await sendAgain(server, again, figures);
    figures.undelivered = await undelivered(server, folder, all);
    figures.twice += await surplus(folder, all);
    await server.stop();
  };
  try {
    let again: Sent[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const server = await start();
      await sendAgain(server, again, figures);
      const ended = await killed(server, round);
      again = ended.sent;
      all.push(...again);
      figures.lost += await lostOf(folder, again, figures);
      figures.acted += ended.done.length;
      figures.undone += await undoneOf(folder, ended.done);
    }
    // Of the control it is known that it loses: nothing is sent again, and what never was is not waited for.
    if (mode === 'safe') await afterwards(await start(), again);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  figures.written = all.length;
  return figures;
}

let asking: Button | undefined;

type Ended = { readonly sent: Sent[]; readonly done: Done[] };

/** People send doubts and reports at once, and what is confirmed is acted on; the server is killed in the middle of it. */
async function killed(server: Started, round: number): Promise<Ended> {
  const page = visitor(server.url, ASKER, PROTOCOL);
  asking ??= await toAsking(page);
  const button = asking;
  const sent: Sent[] = [];
  const done: Done[] = [];
  const wanted = 1 + below(12);
  let over = false;
  const killWhenDue = async () => {
    const confirmed = sent.filter(({ ref }) => ref !== undefined).length;
    // However few rounds there are, something was decided or answered in one of them.
    if (over || confirmed < wanted || (round === 0 && done.length === 0 && confirmed < MOST_WITHOUT)) return;
    await wait(below(2) === 0 ? 0 : below(15));
    over = true;
    await server.kill();
  };
  const one = async (who: number) => {
    for (let i = 0; !over; i += 1) {
      const question = `vraag ${round}-${who}-${i}`;
      const letter = await (who % 2 === 0 ? write(page, button, question) : tellOf(page, question));
      const each: Sent = { letter, question, ref: undefined };
      sent.push(each);
      each.ref = await post(page, each.letter);
      await killWhenDue();
      if (each.ref !== undefined) await handle(server, each.ref, (what) => done.push(what));
    }
  };
  // What fails because the server is gone is what this is about.
  await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, who) => one(who)));
  if (!over) throw new Error(`The server failed before it was killed:\n${server.log()}`);
  return { sent, done };
}

/** The reference that was confirmed; undefined when the answer did not say one. */
async function post(page: Visitor, letter: Letter): Promise<string | undefined> {
  return referencesIn(await page.tell(letter))[0];
}

/** Every form once more, as somebody does who heard nothing, or clicked twice: the same case, or now confirmed. */
async function sendAgain(server: Started, again: readonly Sent[], figures: Figures): Promise<void> {
  const page = visitor(server.url, ASKER, PROTOCOL);
  for (const each of again) {
    const ref = await post(page, each.letter);
    if (each.ref !== undefined && ref !== each.ref) figures.twice += 1;
    each.ref ??= ref;
  }
}

async function lostOf(folder: string, sent: readonly Sent[], figures: Figures): Promise<number> {
  return withStore(folder, async ({ cases }) => {
    figures.faults += (await cases.verifyJournal()).faults.length;
    let lost = 0;
    for (const { ref, question } of sent) {
      if (ref === undefined) continue;
      figures.confirmed += 1;
      const content = await cases.content(ref);
      if (!Object.values(content?.fields ?? {}).includes(question)) lost += 1;
    }
    return lost;
  });
}

async function undoneOf(folder: string, done: readonly Done[]): Promise<number> {
  return withStore(folder, async ({ cases }) => {
    const there = await Promise.all(
      done.map(async ({ ref, verb }) => (await cases.journalOf(ref)).some((entry) => entry.verb === verb)),
    );
    return there.filter((is) => !is).length;
  });
}

/**
 * Every confirmed case is delivered by its journal, once to each whose turn came: in a long proof that may be several. What a dead
 * server had claimed is, when its claim has run out.
 */
async function undelivered(server: Started, folder: string, all: readonly Sent[]): Promise<number> {
  await fetch(`${server.url}/page/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step: 'half-uur' }),
  });
  return withStore(folder, async ({ cases }) => {
    const wrong = async ({ ref }: Sent) => {
      if (ref === undefined) return false;
      const told = (await cases.journalOf(ref)).filter(isNotice).map(({ data }) => data.person);
      return told.length === 0 || new Set(told).size < told.length;
    };
    const missing = async () => (await Promise.all(all.map(wrong))).filter((is) => is).length;
    let left = await missing();
    // As long as it goes on it is waited for: a busy machine is slow, and only one that has stopped loses something.
    for (let since = Date.now(); left > 0 && Date.now() - since < STALLED_MS; ) {
      await wait(250);
      const now = await missing();
      if (now < left) since = Date.now();
      left = now;
    }
    return left;
  });
}

const isNotice = ({ verb, data }: { verb: string; data: Readonly<Record<string, unknown>> }) =>
  verb === 'delivered' && data.stage === 'notify';

/** Cases that nobody sent: more of them than there are forms. */
async function surplus(folder: string, all: readonly Sent[]): Promise<number> {
  return withStore(folder, async ({ cases }) => Math.max(0, (await cases.verifyJournal()).cases - all.length));
}

async function withStore<T>(folder: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({
    folder,
    dataKey: KEY,
    production: true,
    clock: () => new Date(),
    warn: () => undefined,
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
