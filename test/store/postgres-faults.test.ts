import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readKeyring } from '../../src/store/keyring.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { type Store, storeOn } from '../../src/store/store.ts';
import { between } from '../fakes/postgres/between.ts';
import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { onServer } from '../fakes/postgres/schema.ts';
import { email, MONDAY, opened as opening } from '../handover/world.ts';
import { content } from './contract.ts';
import { freshFolder, KEY, onPostgres, openIn } from './place.ts';

/** What happens to the store when PostgreSQL, or the network to it, fails under it. */

const create = (store: Store, ref: string) => store.cases.create(opening({}, ref), content, ref);

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
}

await withPostgres('PostgreSQL that fails', (server) => {
  describe('an error', () => {
    const MARK = 'KANARIE-q7Zx';

    /** A server that refuses the next case with this SQLSTATE, and quotes what it was given, as PostgreSQL does. */
    async function refusing(state: string): Promise<Store> {
      const place = await onPostgres(server);
      const { store } = await place.open();
      await place.tamper(
        `create function refuse() returns trigger language plpgsql as $$ begin
           raise exception using errcode = '${state}', message = 'row (${MARK}, ' || new.asker || ')', detail = '${MARK}',
             hint = '${MARK}', table = 'cases';
         end $$`,
        'create trigger refuse before insert on cases for each row execute function refuse()',
      );
      return store;
    }

    test.each([
      ['53100', 'STORE_FULL'],
      ['53200', 'STORE_BUSY'],
      ['58030', 'STORE_IO'],
      ['25006', 'STORE_IO'],
      ['57P01', 'STORE_UNREACHABLE'],
      ['55P03', 'STORE_BUSY'],
      ['57014', 'STORE_BUSY'],
      ['40P01', 'STORE_BUSY'],
      ['42501', 'STORE_FORBIDDEN'],
      ['XX001', 'STORE_DAMAGED'],
      ['22000', 'STORE_FAILED'],
    ])('%s is %s, without what PostgreSQL quotes, and nothing is kept', async (state, code) => {
      const store = await refusing(state);
      const error = await errorOf(create(store, 'V-222222'));
      expect(error).toMatchObject({ name: 'StoreError', code, cause: { code: state } });
      const said = inspect(error, { depth: 20, showHidden: true });
      expect(said).not.toContain(MARK);
      expect(said).not.toContain('@voorbeeld.nl');
      expect(await store.cases.verifyJournal()).toEqual({ cases: 0, entries: 0, faults: [] });
    });

    test('of a rule between tables names the rule and not the row', async () => {
      const { store } = await (await onPostgres(server)).open();
      const card = { person: email('docent'), channel: 'teams', conversation: 'c', messageId: 'm' } as const;
      const error = await errorOf(store.cases.rememberMessage('V-222222', card));
      expect(error).toMatchObject({ code: 'STORE_FAILED', cause: { code: '23503' } });
      expect(inspect(error, { depth: 20 })).not.toContain('@voorbeeld.nl');
    });
  });

  test('connections that the server ends: said, the program lives, and it goes on by itself', async () => {
    const url = await freshSchema(server);
    const { store } = await openIn(freshFolder(), { databaseUrl: `${url}&application_name=ended` });
    const all = () => Promise.allSettled(Array.from({ length: 20 }, () => store.cases.nextDueAt()));
    await all();
    const under = all();
    await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ended'`);
    for (const each of await under) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'STORE_UNREACHABLE' });
    }
    // A connection that died unnoticed fails once; there are ten at most.
    await all();
    expect(await create(store, 'V-222222')).toMatchObject({ already: false });
  });

  test('ended in the middle of a transaction: nothing half kept', async () => {
    const place = await onPostgres(server);
    const { store } = await place.open();
    await place.tamper(
      `create function ends() returns trigger language plpgsql as $$ begin
         perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return new;
       end $$`,
      'create trigger ends before insert on hand_over for each row execute function ends()',
    );
    await expect(create(store, 'V-222222')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await place.tamper('drop trigger ends on hand_over');
    expect(await store.cases.load('V-222222')).toBeUndefined();
    expect(await create(store, 'V-222222')).toMatchObject({ already: false });
    expect(await store.cases.verifyJournal()).toEqual({ cases: 1, entries: 1, faults: [] });
  });

  /** A store over a network that fails, whose answers are waited for a moment only. */
  async function overNetwork(answerMs: number) {
    const network = await between(await freshSchema(server));
    const limits = { answerMs, statementMs: 1_000, lockMs: 1_000, silentMs: 1_000 };
    const on = { clock: () => MONDAY, warn: () => undefined, migrate: true };
    const store = await storeOn(
      openPostgres(network.url, limits),
      readKeyring(KEY, (id) => id),
      on,
    );
    onTestFinished(() => store.close());
    return { network, store };
  }

  test('a network that says nothing: who waits is told, and it goes on when the network is back', async () => {
    const { network, store } = await overNetwork(200);
    await create(store, 'V-222222');
    network.silence();
    await expect(create(store, 'V-333333')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    network.mend();
    expect(await create(store, 'V-333333')).toMatchObject({ ref: 'V-333333' });
    expect((await store.cases.verifyJournal()).cases).toBe(2);
  });

  test('a connection that went silent is not used again', async () => {
    const { network, store } = await overNetwork(200);
    await store.cases.nextDueAt();
    network.silence();
    await expect(store.cases.nextDueAt()).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    network.renew();
    expect(await store.cases.nextDueAt()).toBeUndefined();
  });

  test('a network that breaks: the same', async () => {
    const { network, store } = await overNetwork(5_000);
    await create(store, 'V-222222');
    network.silence();
    const waiting = errorOf(create(store, 'V-333333'));
    network.cut();
    expect(await waiting).toMatchObject({ code: 'STORE_UNREACHABLE' });
    network.mend();
    expect(await create(store, 'V-333333')).toMatchObject({ ref: 'V-333333' });
  });

  test('a program that hangs in a transaction holds a case up for a moment only', async () => {
    const url = await freshSchema(server);
    const limits = { answerMs: 5_000, statementMs: 4_000, lockMs: 3_000, silentMs: 100 };
    const hanging = openPostgres(url, limits);
    onTestFinished(() => hanging.close());
    const { store } = await openIn(freshFolder(), { databaseUrl: url });
    await create(store, 'V-222222');
    let go = (): void => undefined;
    const hangs = new Promise<void>((resolve) => {
      go = resolve;
    });
    let locked = (): void => undefined;
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const transaction = hanging.db.transaction().execute(async (trx) => {
      await trx.updateTable('cases').set({ state: 'closed' }).where('ref', '=', 'V-222222').execute();
      locked();
      await hangs;
      await trx.updateTable('cases').set({ state: 'withdrawn' }).where('ref', '=', 'V-222222').execute();
    });
    await isLocked;
    await store.cases.erase('V-222222');
    go();
    await expect(transaction).rejects.toMatchObject({ name: 'StoreError' });
    expect(await store.cases.load('V-222222')).toBeUndefined();
  });

  test('a closed store rejects and keeps nothing', async () => {
    const { store } = await (await onPostgres(server)).open();
    await store.close();
    await expect(create(store, 'V-222222')).rejects.toThrow();
  });

  test('more at once than there are connections: all are kept', async () => {
    const { store } = await (await onPostgres(server)).open();
    const refs = Array.from({ length: 40 }, (_, i) => `V-2222${String(i).padStart(2, '2')}`);
    await Promise.all([...new Set(refs)].map((ref) => create(store, ref)));
    expect((await store.cases.verifyJournal()).cases).toBe(new Set(refs).size);
  });
});
