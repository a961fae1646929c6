import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Screen } from '../../../src/conversation/reply.ts';
import { createLoop } from '../../../src/delivery/loop.ts';
import { poking } from '../../../src/delivery/poking.ts';
import { type Desk, send } from '../../../src/handover/desk.ts';
import type { CaseStore, Messenger } from '../../../src/handover/ports.ts';
import { openStore } from '../../../src/store/store.ts';
import { request, rules } from '../../handover/world.ts';

/** How fast cases are kept, beside the same number of bare rows in a database with the same promises. */
export type Saved = { readonly casesASecond: number; readonly rowsASecond: number; readonly ratio: number };

/** From "kept" to the first time the messenger is asked to bring it, in ms. */
export type Delivered = { readonly count: number; readonly p50: number; readonly p99: number };

/** About what a case with its journal and its hand-over row takes. */
const ROW = 'x'.repeat(2500);
const CONTENT = { fields: { vraag: 'Mag dit?', draft: 'Een bericht van gewone lengte. '.repeat(10) }, notes: [] };

/**
 * In turns, a block of cases and a block of rows, so that a busy machine slows both. Rows are always kept one after the other:
 * the database knows no other way.
 * @param people how many send at the same time
 */
export async function saving(count: number, people: number): Promise<Saved> {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-load-'));
  const store = await openStore(settings(folder));
  const desk: Desk = { cases: store.cases, clock: () => new Date(), rulesFor: () => rules };
  const bare = new DatabaseSync(join(folder, 'bare.db'));
  bare.exec('pragma journal_mode = wal; pragma synchronous = full; create table rows (id text primary key, text text)');
  const insert = bare.prepare('insert into rows values (?, ?)');
  const block = 100;
  let casesMs = 0;
  let rowsMs = 0;
  for (let done = 0; done < count; done += block) {
    casesMs += await timed(async () => {
      const one = async () => {
        for (let i = 0; i < block / people; i += 1) await send(desk, request, CONTENT, randomUUID());
      };
      await Promise.all(Array.from({ length: people }, one));
    });
    rowsMs += await timed(async () => {
      for (let i = 0; i < block; i += 1) insert.run(randomUUID(), ROW);
    });
  }
  bare.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const casesASecond = (count / casesMs) * 1000;
  const rowsASecond = (count / rowsMs) * 1000;
  return { casesASecond, rowsASecond, ratio: casesASecond / rowsASecond };
}

/** Cases come in one after the other, so many a second; the real loop brings them to a messenger that takes everything. */
export async function delivering(count: number, aSecond: number): Promise<Delivered> {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-load-'));
  const store = await openStore(settings(folder));
  const kept = new Map<string, number>();
  const took: number[] = [];
  const messenger: Messenger = {
    notify: async (_person, screen) => {
      const at = kept.get(screen.summary);
      if (at !== undefined) took.push(performance.now() - at);
      kept.delete(screen.summary);
      return { channel: 'teams', conversation: 'x', messageId: randomUUID() };
    },
    update: async () => 'ok',
  };
  const desk: Desk = { cases: store.cases, clock: () => new Date(), rulesFor: () => rules };
  const loop = createLoop({
    desk,
    messenger,
    moved: plain('moved'),
    screenFor: ({ ref }) => plain(ref),
    log: { warn: () => undefined, error: () => undefined },
    random: Math.random,
  });
  loop.start();
  const timing: CaseStore = {
    ...store.cases,
    create: async (opening, content, nonce) => {
      const created = await store.cases.create(opening, content, nonce);
      kept.set(opening.case.ref, performance.now());
      return created;
    },
  };
  const poked: Desk = { ...desk, cases: poking(timing, loop.poke) };
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    await send(poked, request, CONTENT, randomUUID());
    await wait(Math.max(0, 1000 / aSecond - (performance.now() - began)));
  }
  await loop.drain();
  await loop.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.floor(took.length * part)] ?? 0;
  return { count: took.length, p50: at(0.5), p99: at(0.99) };
}

const plain = (summary: string): Screen => ({
  name: 'load',
  summary,
  card: { type: 'AdaptiveCard', version: '1.5', body: [] },
});

const settings = (folder: string) => ({
  // A key for this proof only.
  folder,
  dataKey: Buffer.alloc(32, 7).toString('base64'),
  production: false,
  clock: () => new Date(),
  warn: () => undefined,
});

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
