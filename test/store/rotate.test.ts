import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keysInUse, rotate } from '../../src/store/rotate.ts';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { remarkOf } from '../fakes/remark.ts';
import { email, MONDAY, ORGANISATION, opened as opening } from '../handover/world.ts';
import { content } from './contract.ts';
import { foundIn } from './found-in.ts';
import { freshFolder, KEY, OTHER_KEY, onPostgres, onSqlite, openIn, type Place } from './place.ts';
import { peek } from './tamper.ts';

const BOTH = `${OTHER_KEY},${KEY}`;
const docent = { organisation: ORGANISATION, email: email('docent') };
const code = (expected: string) => expect.objectContaining({ name: 'StoreError', code: expected });
const refOf = (i: number) => `V-${222_222 + i}`;

async function filled(place: Place, cases = 3): Promise<void> {
  const { store } = await place.open();
  for (let i = 0; i < cases; i += 1) await store.cases.create(opening({}, refOf(i)), content, `n${i}`);
  await store.remarks.keep(remarkOf(ORGANISATION));
  await store.drafts.keep(docent, 'k', { question: 'Mag dit?' }, 60_000);
  await store.close();
}

const open = { verb: 'open', actor: email('teamleider'), at: MONDAY.toISOString(), data: {} };

function rotationContract(name: string, make: () => Promise<Place>): void {
  describe(name, () => {
    test('wraps every key with the first one, and the former is needed for nothing', async () => {
      const place = await make();
      await filled(place, 60);
      const steps: number[] = [];
      const { rewrapped, left, use } = await rotate(place.settings({ dataKey: BOTH }), (n) => steps.push(n));
      expect([rewrapped, left, use.missing]).toEqual([62, [], []]);
      expect([use.current.keys, use.former.map(({ keys }) => keys)]).toEqual([62, [0]]);
      // In several transactions: others have their turn.
      expect(steps).toEqual([2, 52, 62]);
      await expect(place.open()).rejects.toThrow(code('DATA_KEY_UNKNOWN'));
      const { store } = await place.open({ dataKey: OTHER_KEY });
      expect(await store.cases.verifyJournal()).toEqual({ cases: 60, entries: 60, faults: [] });
      expect(await store.cases.content(refOf(7))).toEqual(content);
      expect(await store.drafts.take(docent, 'k')).toEqual({ question: 'Mag dit?' });
      expect(await store.remarks.all(ORGANISATION)).toMatchObject([remarkOf(ORGANISATION)]);
      expect((await store.cases.listFor(ORGANISATION, docent.email)).cases).toHaveLength(60);
    });

    test('again, it finds nothing to do', async () => {
      const place = await make();
      await filled(place);
      await rotate(place.settings({ dataKey: BOTH }));
      const again = await rotate(place.settings({ dataKey: BOTH }));
      expect([again.rewrapped, again.use.current.keys]).toEqual([0, 5]);
    });

    test('a server that runs meanwhile reads and writes on, and writes no former key back', async () => {
      const place = await make();
      await filled(place);
      const { store } = await place.open({ dataKey: BOTH });
      const stored = await store.cases.load(refOf(0));
      if (stored === undefined) throw new Error('gone');
      await rotate(place.settings({ dataKey: BOTH }));
      // Whatever would write the key that this server read before now fails.
      await place.forbid('wrapped_key', 'cases');
      const change = { case: stored.case, journal: [open], rows: [] };
      expect(await store.cases.change(refOf(0), stored.version, change)).toBe('ok');
      await store.close();
      const later = await place.open({ dataKey: OTHER_KEY });
      expect(await later.store.cases.verifyJournal()).toEqual({ cases: 3, entries: 4, faults: [] });
    });

    test('a server that still has the former key first is found by what it wrapped since', async () => {
      const place = await make();
      await filled(place);
      const { store } = await place.open({ dataKey: `${KEY},${OTHER_KEY}` });
      await rotate(place.settings({ dataKey: BOTH }));
      expect(await store.cases.content(refOf(0))).toEqual(content);
      await store.cases.create(opening({}, refOf(9)), content, 'since');
      const use = await keysInUse(place.settings({ dataKey: BOTH }));
      expect([use.current.keys, use.former.map(({ keys }) => keys)]).toEqual([5, [1]]);
      expect((await rotate(place.settings({ dataKey: BOTH }))).rewrapped).toBe(1);
    });

    test('what no key opens stays as it was and is named; the others go on', async () => {
      const place = await make();
      await filled(place);
      await place.tamper(
        `update cases set wrapped_key = (select wrapped_key from cases where ref = '${refOf(1)}') where ref = '${refOf(0)}'`,
      );
      const { rewrapped, left, use } = await rotate(place.settings({ dataKey: BOTH }));
      expect([rewrapped, left]).toEqual([4, [{ what: `case ${refOf(0)}`, why: expect.stringContaining('changed') }]]);
      expect(use.former.map(({ keys }) => keys)).toEqual([1]);
    });

    test('waits for every server that runs to have the new key: nothing is changed before', async () => {
      const place = await make();
      await filled(place);
      const { store } = await place.open();
      expect(await store.running.here()).toEqual([]);
      const other = await place.open({ dataKey: BOTH });
      await other.store.running.here();
      const both = place.settings({ dataKey: BOTH });
      const refused = { code: 'ROTATE_REFUSED', message: expect.stringMatching(/^A server that runs does not have/) };
      await expect(rotate(both)).rejects.toThrow(expect.objectContaining(refused));
      const { current, behind } = await keysInUse(both);
      expect([current.keys, behind]).toEqual([0, [(await keysInUse(place.settings())).current.id]]);
      expect(await store.cases.content(refOf(0))).toEqual(content);
      await store.running.gone();
      const { rewrapped, use } = await rotate(both);
      expect([rewrapped, use.behind]).toEqual([5, []]);
    });

    test('a server that was killed counts until its time is over, and one that comes back without the key learns it', async () => {
      const place = await make();
      await filled(place);
      const { store } = await place.open();
      await store.running.here();
      await place.tamper(`update servers set until = '2026-01-01T00:00:00.000Z'`);
      const { use } = await rotate(place.settings({ dataKey: BOTH }));
      expect(await store.running.here()).toEqual([use.current.id]);
      // Every case is there still; without its key nobody can read one, and that is what everybody gets to hear.
      const { email } = docent;
      expect(await store.cases.listFor(ORGANISATION, email)).toEqual({ cases: [], unreadable: 3 });
      await expect(store.cases.load(refOf(0))).rejects.toThrow(code('DATA_KEY_UNKNOWN'));
      await store.cases.create(opening({}, refOf(9)), content, 'since');
      expect(await store.cases.content(refOf(9))).toEqual(content);
    });

    test('without the former key nothing is done, and said', async () => {
      const place = await make();
      await filled(place);
      const { rewrapped, left, use } = await rotate(place.settings({ dataKey: OTHER_KEY }));
      expect([rewrapped, left.length, use.missing.map(({ keys }) => keys)]).toEqual([0, 5, [5]]);
      const { store } = await place.open();
      expect((await store.cases.verifyJournal()).faults).toEqual([]);
    });
  });
}

rotationContract('rotating DATA_KEY on SQLite', async () => onSqlite());
await withPostgres('rotating DATA_KEY on PostgreSQL', (server) => {
  rotationContract('each', () => onPostgres(server));
});

test.each([rotate, keysInUse])('where no data is, nothing is made or said to be done (%#)', async (run) => {
  const folder = join(freshFolder(), 'elders');
  const place = { folder, dataKey: BOTH, production: true, warn: () => undefined };
  await expect(run(place)).rejects.toThrow(code('STORE_MISSING'));
  expect(existsSync(folder)).toBe(false);
});

test('what the former key wrapped is in none of the files afterwards', async () => {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  await store.cases.create(opening({}, refOf(0)), content, 'n');
  const wrapped = String(peek(folder, 'select wrapped_key from cases'));
  expect(foundIn(folder, wrapped)).not.toEqual([]);
  await rotate({ folder, dataKey: BOTH, production: true, warn: () => undefined });
  expect(foundIn(folder, wrapped)).toEqual([]);
});
