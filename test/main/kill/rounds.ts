import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore, type Store } from '../../../src/store/store.ts';
import type { Button } from '../../fakes/buttons.ts';
import { referencesIn } from '../../fakes/forms.ts';
import { type Started, startMain } from '../../fakes/started.ts';
import { KEY } from '../../store/place.ts';
import { type Letter, toAsking, type Visitor, visitor, write } from './visitor.ts';

/** Killing the whole server while people send their doubts, and counting what it had confirmed to them. */

export type Figures = {
  rounds: number;
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
const DELIVERED_MS = 60_000;
const below = (limit: number) => Math.floor(Math.random() * limit);

export async function killRounds(rounds: number, mode: 'safe' | 'unsafe'): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-server-'));
  const figures: Figures = { rounds, written: 0, confirmed: 0, lost: 0, twice: 0, faults: 0, undelivered: 0 };
  const all: Sent[] = [];
  const start = () =>
    startMain({ DATA_DIR: folder, DATA_KEY: KEY }, mode === 'unsafe' ? ['--import', './test/main/kill/unsafe.ts'] : []);
  try {
    let again: Sent[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const server = await start();
      await sendAgain(server, again, figures);
      again = await killed(server, round);
      all.push(...again);
      figures.lost += await lostOf(folder, again, figures);
    }
    const server = await start();
    await sendAgain(server, again, figures);
    // Of the control it is known that it loses: what never was is not waited for.
    if (mode === 'safe') figures.undelivered = await undelivered(server, folder, all);
    figures.twice += await surplus(folder, all);
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  figures.written = all.length;
  return figures;
}

let asking: Button | undefined;

/** People send their doubts at once, each after the other; the server is killed in the middle of it. */
async function killed(server: Started, round: number): Promise<Sent[]> {
  const page = visitor(server.url, ASKER, PROTOCOL);
  asking ??= await toAsking(page);
  const button = asking;
  const sent: Sent[] = [];
  const wanted = 1 + below(12);
  let over = false;
  const kill = async () => {
    over = true;
    await server.kill();
  };
  const one = async (who: number) => {
    for (let i = 0; !over; i += 1) {
      const question = `vraag ${round}-${who}-${i}`;
      const each: Sent = { letter: await write(page, button, question), question, ref: undefined };
      sent.push(each);
      each.ref = await post(page, each.letter);
      if (sent.filter(({ ref }) => ref !== undefined).length >= wanted && !over) {
        await wait(below(2) === 0 ? 0 : below(15));
        await kill();
      }
    }
  };
  // What fails because the server is gone is what this is about.
  await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, who) => one(who)));
  if (!over) throw new Error(`The server failed before it was killed:\n${server.log()}`);
  return sent;
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

/** Every confirmed case is delivered once by its journal; what a dead server had claimed, when its claim has run out. */
async function undelivered(server: Started, folder: string, all: readonly Sent[]): Promise<number> {
  await fetch(`${server.url}/page/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step: 'half-uur' }),
  });
  return withStore(folder, async ({ cases }) => {
    const times = async ({ ref }: Sent) =>
      ref === undefined ? 1 : (await cases.journalOf(ref)).filter(isNotice).length;
    const missing = async () => (await Promise.all(all.map(times))).filter((count) => count !== 1).length;
    const until = Date.now() + DELIVERED_MS;
    while (Date.now() < until && (await missing()) > 0) await wait(250);
    return missing();
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
