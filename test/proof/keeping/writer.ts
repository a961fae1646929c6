import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openCase } from '../../../src/handover/opening.ts';
import { newReference } from '../../../src/handover/reference.ts';
import { StoreError } from '../../../src/store/errors.ts';
import type { Store } from '../../../src/store/store.ts';
import { email, ORGANISATION, request, rules } from '../../handover/world.ts';
import { openStored } from './stored.ts';

/**
 * Keeps new cases and changes those that are there, and says each time what was committed, until it is killed.
 *   node writer.ts <folder> <DATA_KEY>
 * In the database of DATABASE_URL when that is set. Says `<reference> <version> <seconds of the monotonic clock>`.
 */
const [folder = '', dataKey = ''] = process.argv.slice(2);

/** Written at once and unbuffered: what was said has left the process. */
const say = (ref: string, version: number) => {
  const at = Number(process.hrtime.bigint()) / 1e9;
  writeSync(1, `${ref} ${version} ${at}\n`);
};

async function sent({ cases }: Store, i: number): Promise<void> {
  const ref = newReference('doubt', randomInt);
  const opening = openCase(request, ref, new Date(), rules);
  if (opening === undefined) throw new Error('Nobody to ask');
  const content = { fields: { question: `vraag ${i}` }, notes: [] };
  const created = await cases.create(opening, content, `${process.pid}-${i}`);
  if (created !== 'ref-taken') say(ref, 1);
}

async function changed({ cases }: Store, ref: string): Promise<void> {
  const stored = await cases.load(ref);
  if (stored === undefined) throw new Error(`${ref} is gone`);
  const at = new Date().toISOString();
  const journal = [{ verb: 'open', actor: email('teamleider'), at, data: {} }];
  if ((await cases.change(ref, stored.version, { case: stored.case, journal, rows: [] })) === 'ok') {
    say(ref, stored.version + 1);
  }
}

/** Until it is its turn: on SQLite one writes at a time, and another process may have to wait for long. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof StoreError) || cause.code !== 'STORE_BUSY') throw cause;
    }
  }
}

const store = await patiently(() => openStored({ folder, databaseUrl: process.env.DATABASE_URL }, dataKey));
const there = (await store.cases.listFor(ORGANISATION, request.asker, 10_000)).cases.map(({ ref }) => ref);
for (let i = 0; ; i += 3) {
  // Three people at once, who share a commit.
  await Promise.all([i, i + 1, i + 2].map((each) => patiently(() => sent(store, each))));
  const ref = there[randomInt(Math.max(1, there.length))];
  if (ref !== undefined) await patiently(() => changed(store, ref));
}
