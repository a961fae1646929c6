import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openCase } from '../../../src/handover/opening.ts';
import { newReference } from '../../../src/handover/reference.ts';
import type { Store } from '../../../src/store/store.ts';
import { email, ORGANISATION, request, rules } from '../../handover/world.ts';
import { openStored } from './stored.ts';

/**
 * Keeps new cases and changes those that are there, and says each time what was committed, until it is killed.
 *   node writer.ts <folder> <DATA_KEY>
 * In the database of DATABASE_URL when that is set. Says `<reference> <version>`.
 */
const [folder = '', dataKey = ''] = process.argv.slice(2);

/** Written at once and unbuffered: what was said has left the process. */
const say = (ref: string, version: number) => void writeSync(1, `${ref} ${version}\n`);

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

const store = await openStored({ folder, databaseUrl: process.env.DATABASE_URL }, dataKey);
const there = (await store.cases.listFor(ORGANISATION, request.asker, 10_000)).map(({ ref }) => ref);
for (let i = 0; ; i += 1) {
  await sent(store, i);
  const ref = there[randomInt(Math.max(1, there.length))];
  if (ref !== undefined) await changed(store, ref);
}
