import { describe, expect, test } from 'vitest';
import { type MoveSettings, move } from '../../src/store/move.ts';
import type { Store } from '../../src/store/store.ts';
import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { onServer } from '../fakes/postgres/schema.ts';
import { remarkOf } from '../fakes/remark.ts';
import { email, hoursLater, MONDAY, ORGANISATION, opened as opening, recipient, reporting } from '../handover/world.ts';
import { content } from './contract.ts';
import { freshFolder, KEY, OTHER_KEY, openIn } from './place.ts';
import { tamper } from './tamper.ts';

const code = (expected: string) => expect.objectContaining({ name: 'StoreError', code: expected });
const docent = { organisation: ORGANISATION, email: email('docent') };
const card = { person: email('docent'), channel: 'teams', conversation: 'c', messageId: 'm' } as const;
const binding = { channel: 'teams', platformId: 'aad-1', reference: '{"conversation":"é☂"}' } as const;
const remark = remarkOf(ORGANISATION);
const refOf = (i: number) => `V-${222_222 + i}`;

/** Something in every table. */
async function fill(store: Store, cases = 3): Promise<void> {
  for (let i = 0; i < cases; i += 1) await store.cases.create(opening({}, refOf(i)), content, `n${i}`);
  const { case: kase } = opening({}, refOf(0));
  const note = { verb: 'decide', by: email('teamleider'), at: MONDAY.toISOString(), text: 'Akkoord' };
  const journal = [{ verb: 'open', actor: email('teamleider'), at: MONDAY.toISOString(), data: { i: 1 } }];
  await store.cases.change(refOf(0), 1, { case: kase, journal, rows: [], note });
  await store.cases.rememberMessage(refOf(0), card);
  await store.people.bind(docent, binding);
  await store.drafts.keep(docent, 'k', { question: 'Mag dit?' }, 60_000);
  await store.remarks.keep(remark);
}

async function filledFolder(cases?: number): Promise<string> {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  await fill(store, cases);
  await store.close();
  return folder;
}

const rowsIn = async (url: string) =>
  (
    await onServer(
      url,
      'select (select count(*) from cases)::int + (select count(*) from installation_keys)::int as rows',
    )
  )[0]?.rows;

await withPostgres('moving from SQLite to PostgreSQL', (server) => {
  const target = () => freshSchema(server);
  const settings = async (folder: string, changes: Partial<MoveSettings> = {}): Promise<MoveSettings> => {
    return { folder, databaseUrl: await target(), dataKey: KEY, ...changes };
  };

  test('carries everything over, and counts it', async () => {
    const folder = await filledFolder();
    const before = await openIn(folder);
    const report = opening({ ...reporting, beside: [[recipient('fg')]] }, 'M-7K3F9Q');
    await before.store.cases.create(report, content, 'report');
    await before.store.close();
    const to = await settings(folder);
    const moved = await move(to);
    expect(moved).toEqual({
      rows: {
        installation_keys: 2,
        cases: 4,
        journal: 6,
        hand_over: 5,
        messages: 1,
        beside: 1,
        bindings: 1,
        drafts: 1,
        remarks: 1,
      },
      report: { cases: 4, entries: 6, faults: [] },
      already: false,
    });
    const { store } = await openIn(freshFolder(), { databaseUrl: to.databaseUrl });
    expect(await store.cases.load(refOf(0))).toMatchObject({ version: 2, case: { ref: refOf(0) } });
    expect((await store.cases.content(refOf(0)))?.notes).toMatchObject([{ text: 'Akkoord' }]);
    expect(await store.cases.messagesOf(refOf(0))).toMatchObject([card]);
    expect(await store.people.bindingsOf(docent)).toEqual([binding]);
    expect(await store.drafts.take(docent, 'k')).toEqual({ question: 'Mag dit?' });
    expect(await store.remarks.all(ORGANISATION)).toMatchObject([remark]);
    expect(await store.cases.openFor(ORGANISATION, email('fg'))).toMatchObject({ cases: [{ ref: 'M-7K3F9Q' }] });
    expect(await store.cases.claimDue(MONDAY, 60_000, 10)).toHaveLength(5);
    expect(await store.cases.create(opening({}, 'V-ZZZZZZ'), content, 'n1')).toEqual({ ref: refOf(1), already: true });
  });

  test('more rows than are carried at once', async () => {
    const moved = await move(await settings(await filledFolder(405)));
    expect([moved.rows.cases, moved.report]).toEqual([405, { cases: 405, entries: 406, faults: [] }]);
  });

  test('afterwards no server starts on the file, and it is not moved twice', async () => {
    const to = await settings(await filledFolder());
    await move(to);
    await expect(openIn(to.folder)).rejects.toThrow(code('STORE_MOVED'));
    await expect(move(to)).rejects.toThrow(code('STORE_MOVED'));
  });

  test('a database on which a server was merely started is as good as an empty one', async () => {
    const to = await settings(await filledFolder());
    const { store } = await openIn(freshFolder(), { databaseUrl: to.databaseUrl });
    await store.people.bind({ ...docent, email: email('teamleider') }, { ...binding, platformId: 'aad-2' });
    await store.close();
    expect(await move(to)).toMatchObject({ rows: { cases: 3, installation_keys: 2, bindings: 1 }, already: false });
    const moved = await openIn(freshFolder(), { databaseUrl: to.databaseUrl });
    expect(await moved.store.cases.content(refOf(1))).toEqual(content);
  });

  test('what was not moved yet is told by whoever opens the other database', async () => {
    const to = await settings(await filledFolder());
    const { store, warnings } = await openIn(to.folder, { databaseUrl: to.databaseUrl });
    await store.close();
    expect(warnings).toEqual([expect.stringMatching(/has 3 cases that are not in .* npm run move/)]);
    await move(to);
    expect((await openIn(to.folder, { databaseUrl: to.databaseUrl })).warnings).toEqual([]);
  });

  describe('refuses, and leaves both sides as they were', () => {
    async function refusedWith(expected: string, to: MoveSettings): Promise<void> {
      const before = await rowsIn(to.databaseUrl).catch(() => 0);
      await expect(move(to)).rejects.toThrow(code(expected));
      expect(await rowsIn(to.databaseUrl).catch(() => 0)).toBe(before);
      const { store } = await openIn(to.folder);
      expect(await store.cases.verifyJournal()).toEqual({ cases: 3, entries: 4, faults: [] });
      expect(await store.cases.create(opening({}, 'V-999999'), content, 'later')).toMatchObject({ already: false });
    }

    test('a server that runs on the file', async () => {
      const folder = await filledFolder();
      const { store } = await openIn(folder);
      await store.cases.nextDueAt();
      await refusedWith('MOVE_REFUSED', await settings(folder));
    });

    test('a database that has cases', async () => {
      const to = await settings(await filledFolder());
      const { store } = await openIn(freshFolder(), { databaseUrl: to.databaseUrl });
      await store.cases.create(opening({}, refOf(0)), content, 'n0');
      await refusedWith('MOVE_REFUSED', to);
      expect((await store.cases.verifyJournal()).cases).toBe(1);
    });

    test('a database on which a server runs', async () => {
      const to = await settings(await filledFolder());
      const { store } = await openIn(freshFolder(), { databaseUrl: to.databaseUrl });
      await store.running.here();
      await expect(move(to)).rejects.toThrow(/^A server runs on the database of DATABASE_URL/);
      expect(await store.cases.verifyJournal()).toMatchObject({ cases: 0 });
      await store.running.gone();
      expect(await move(to)).toMatchObject({ rows: { cases: 3 }, already: false });
    });

    test('another key', async () =>
      refusedWith('DATA_KEY_UNKNOWN', await settings(await filledFolder(), { dataKey: OTHER_KEY })));

    test('no server', async () => {
      const databaseUrl = 'postgres://bot:geheim@127.0.0.1:1/bot';
      await refusedWith('STORE_UNREACHABLE', await settings(await filledFolder(), { databaseUrl }));
    });

    test('the control: a row that arrives differently is found', async () => {
      const to = await settings(await filledFolder());
      const { store } = await openIn(freshFolder(), { databaseUrl: to.databaseUrl });
      await store.close();
      await onServer(
        to.databaseUrl,
        'delete from installation_keys',
        `create function change() returns trigger language plpgsql as $$ begin new.verb = 'x'; return new; end $$`,
        'create trigger change before insert on journal for each row when (new.seq = 2) execute function change()',
      );
      await refusedWith('MOVE_REFUSED', to);
    });
  });

  test('a folder without a database', async () => {
    await expect(move(await settings(freshFolder()))).rejects.toThrow(code('MOVE_REFUSED'));
  });

  test('broken off after its last row: run again it compares, and ends', async () => {
    const to = await settings(await filledFolder());
    await move(to);
    tamper(to.folder, 'pragma user_version = 0');
    expect(await move(to)).toMatchObject({ already: true, report: { cases: 3, entries: 4, faults: [] } });
    await expect(openIn(to.folder)).rejects.toThrow(code('STORE_MOVED'));
  });

  test('broken off, and cases came in on the old side since: refused', async () => {
    const to = await settings(await filledFolder());
    await move(to);
    tamper(to.folder, 'pragma user_version = 0');
    const { store } = await openIn(to.folder);
    await store.cases.create(opening({}, refOf(7)), content, 'since');
    await store.close();
    await expect(move(to)).rejects.toThrow(code('MOVE_REFUSED'));
    await expect(openIn(to.folder)).resolves.toBeDefined();
  });

  test('a case that was not in order goes over as it was, and is named', async () => {
    const folder = await filledFolder();
    tamper(folder, `update journal set actor = 'x' where ref = '${refOf(1)}'`);
    const { report } = await move(await settings(folder));
    expect(report.faults).toEqual([{ ref: refOf(1), fault: expect.stringMatching(/entry 1 .* changed/) }]);
  });

  test('what is due later stays due later', async () => {
    const folder = freshFolder();
    const { store } = await openIn(folder);
    await store.cases.create(opening({}, refOf(0), hoursLater(5)), content, 'n');
    await store.close();
    const to = await settings(folder);
    await move(to);
    const after = (await openIn(freshFolder(), { databaseUrl: to.databaseUrl })).store;
    expect(await after.cases.nextDueAt()).toEqual(hoursLater(5));
  });
});
