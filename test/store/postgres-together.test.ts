import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Memory } from '../../src/conversation/memory.ts';
import type { Change } from '../../src/handover/outcome.ts';
import { createSharedMemory } from '../../src/store/remembered-together.ts';
import type { Store } from '../../src/store/store.ts';
import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { dropSchema, newSchema, onServer } from '../fakes/postgres/schema.ts';
import { email, hoursLater, MONDAY, ORGANISATION, opened as opening } from '../handover/world.ts';
import { content } from './contract.ts';
import { freshFolder, KEY, openIn } from './place.ts';

/** Several servers of ours on one PostgreSQL. */

const create = (store: Store, ref: string) => store.cases.create(opening({}, ref), content, ref);
const refs = (count: number) => Array.from({ length: count }, (_, i) => `V-${222_222 + i}`);

await withPostgres('several servers on one PostgreSQL', (server) => {
  const open = async (databaseUrl: string) => (await openIn(freshFolder(), { databaseUrl })).store;

  async function servers(count: number): Promise<{ readonly url: string; readonly stores: readonly Store[] }> {
    const url = await freshSchema(server);
    return { url, stores: await Promise.all(Array.from({ length: count }, () => open(url))) };
  }

  describe('in processes of their own', () => {
    const child = join(import.meta.dirname, 'kill', 'child.ts');
    const run = (url: string, name: string) =>
      promisify(execFile)(process.execPath, [child, freshFolder(), KEY, name, 'safe', '12'], {
        env: { ...process.env, DATABASE_URL: url },
      });

    test('start at once on an empty database and keep their cases side by side', async () => {
      const url = await freshSchema(server);
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((name) => run(url, name)));
      expect(all.map(({ stdout }) => stdout.match(/created/g)?.length)).toEqual([12, 12, 12, 12]);
      const store = await open(url);
      expect(await store.cases.verifyJournal()).toEqual({ cases: 48, entries: 64, faults: [] });
    });

    test('send the same forms and make one case of each', async () => {
      const url = await freshSchema(server);
      const all = await Promise.allSettled(['same', 'same', 'same'].map((name) => run(url, name)));
      expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
      const store = await open(url);
      expect(await store.cases.verifyJournal()).toMatchObject({ cases: 12, faults: [] });
    });
  });

  describe('migrations', () => {
    test('run one at a time, and each server finds the same keys', async () => {
      const { stores } = await servers(8);
      await Promise.all(stores.map((store, i) => create(store, `V-22222${i + 2}`)));
      for (const store of stores) expect((await store.cases.verifyJournal()).faults).toEqual([]);
    });

    test('one that failed midway leaves nothing behind', async () => {
      const url = await freshSchema(server);
      await onServer(url, 'create table installation_keys (x int)');
      await expect(open(url)).rejects.toMatchObject({ code: 'STORE_FAILED' });
      await onServer(url, 'drop table installation_keys');
      expect(await create(await open(url), 'V-222222')).toMatchObject({ already: false });
    });

    test('those of another schema are not taken for ours', async () => {
      const [one, other] = [await freshSchema(server), await freshSchema(server)];
      await create(await open(one), 'V-222222');
      expect((await (await open(other)).cases.verifyJournal()).cases).toBe(0);
    });

    test('go by no table of others: those may come and go meanwhile', async () => {
      let going = true;
      const others = async () => {
        while (going) {
          const { schema } = await newSchema(server);
          await onServer(server, `create table ${schema}.x (y int)`);
          await dropSchema(server, schema);
        }
      };
      const all = [others(), others(), others()];
      const starts = [];
      for (let i = 0; i < 10; i += 1)
        starts.push(await open(await freshSchema(server)).catch((cause: unknown) => cause));
      going = false;
      await Promise.all(all);
      expect(starts.filter((each) => each instanceof Error)).toEqual([]);
    });

    test('a database of a newer version is left alone', async () => {
      const { url } = await servers(1);
      await onServer(url, `insert into kysely_migration values ('999-later', '2099-01-01T00:00:00.000Z')`);
      await expect(open(url)).rejects.toMatchObject({ code: 'STORE_OUTDATED' });
    });

    test('a look that changes nothing refuses a database that is not up to date', async () => {
      const url = await freshSchema(server);
      const look = openIn(freshFolder(), { databaseUrl: url, migrate: false });
      await expect(look).rejects.toMatchObject({ code: 'STORE_OUTDATED' });
    });
  });

  test('text is compared by its bytes, whatever the language of the database', async () => {
    const made = `test_${Math.random().toString(36).slice(2, 12)}`;
    await onServer(server, `create database ${made} template template0 locale_provider icu icu_locale 'nl'`);
    onTestFinished(async () => void (await onServer(server, `drop database ${made} with (force)`)));
    const url = new URL(server);
    url.pathname = made;
    await open(url.href);
    const columns = await onServer(
      url.href,
      `select distinct collation_name from information_schema.columns
       where table_schema = current_schema() and table_name not like 'kysely%' and data_type = 'text'`,
    );
    expect(columns).toEqual([{ collation_name: 'C' }]);
    // The control: text of this database that is not ours goes by the language.
    expect(await onServer(url.href, `select 'a' < 'B' as language, 'a' < 'B' collate "C" as bytes`)).toEqual([
      { language: true, bytes: false },
    ]);
  });

  describe('what is due', () => {
    test('is claimed by one of many servers', async () => {
      const { stores } = await servers(4);
      await Promise.all(refs(24).map((ref, i) => create(stores[i % 4] as Store, ref)));
      const claims = await Promise.all(
        [...stores, ...stores, ...stores].map(({ cases }) => cases.claimDue(MONDAY, 60_000, 5)),
      );
      const claimed = claims.flat().map(({ ref }) => ref);
      expect(new Set(claimed).size).toBe(claimed.length);
      const rest = await stores[0]?.cases.claimDue(MONDAY, 60_000, 100);
      expect([...claimed, ...(rest ?? []).map(({ ref }) => ref)].toSorted()).toEqual(refs(24));
    });

    test('and held by another is not waited for', async () => {
      const { url, stores } = await servers(1);
      const [store] = stores as [Store];
      for (const ref of refs(3)) await create(store, ref);
      const other = new Client({ connectionString: url });
      await other.connect();
      onTestFinished(() => other.end());
      await other.query(`begin; select 1 from hand_over where ref = '${refs(3)[0]}' for update`);
      const claimed = await store.cases.claimDue(MONDAY, 60_000, 10);
      expect(claimed.map(({ ref }) => ref)).toEqual(refs(3).slice(1));
      await other.query('rollback');
      expect(await store.cases.claimDue(MONDAY, 60_000, 10)).toHaveLength(1);
    });
  });

  /** A change that does not look at the case first: the store's own guards are what is tried. */
  const journal = [{ verb: 'open', actor: email('teamleider'), at: MONDAY.toISOString(), data: {} }];

  test('settling, changing, carding and erasing one case at once: each is done or refused, and nobody waits for ever', async () => {
    const { stores } = await servers(2);
    const [one, other] = stores as [Store, Store];
    for (let round = 0; round < 25; round += 1) {
      const ref = refs(round + 1)[round] ?? '';
      await create(one, ref);
      const [due] = await one.cases.claimDue(MONDAY, 60_000, 1);
      if (due === undefined) throw new Error('Nothing is due');
      const kase = opening({}, ref).case;
      const set = { person: email('teamleider'), stage: 'remind', dueAt: hoursLater(48).toISOString() } as const;
      const change: Change = { case: kase, journal, rows: [{ set }] };
      const card = { person: email('docent'), channel: 'teams', conversation: 'c', messageId: 'm' } as const;
      const outcomes = await Promise.all([
        one.cases.settle(due, { change, expectedVersion: 1 }),
        other.cases.change(ref, 1, change),
        other.cases.settle(due, { change, expectedVersion: 1 }),
        one.cases.change(ref, 1, change),
        other.cases.rememberMessage(ref, card),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
      expect(await one.cases.verifyJournal(ref)).toEqual({ cases: 1, entries: 2, faults: [] });
      const [settled, erased] = await Promise.all([
        other.cases.change(ref, 2, change),
        one.cases.erase(ref),
        one.cases.rememberMessage(ref, card).catch(() => undefined),
      ]);
      expect(['ok', 'changed-meanwhile']).toContain(settled);
      expect(erased).toBe('ok');
      expect(await one.cases.verifyJournal(ref)).toEqual({ cases: 0, entries: 0, faults: [] });
    }
  });

  test('cards of one person remembered at several servers at once: each but the first knows which were before', async () => {
    const { stores } = await servers(3);
    for (let round = 0; round < 20; round += 1) {
      const ref = refs(round + 1)[round] ?? '';
      await create(stores[0] as Store, ref);
      const card = { person: email('docent'), channel: 'teams', conversation: 'c' } as const;
      const before = await Promise.all(
        stores.map(({ cases }, i) => cases.rememberMessage(ref, { ...card, messageId: `m${i}` })),
      );
      const [left] = (await stores[0]?.cases.messagesOf(ref)) ?? [];
      const replaced = before.flat().map(({ messageId }) => messageId);
      expect([...replaced, left?.messageId].toSorted()).toEqual(['m0', 'm1', 'm2']);
    }
  });

  test('a person bound at several servers at once is bound once', async () => {
    const { stores } = await servers(3);
    const docent = { organisation: ORGANISATION, email: email('docent') };
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        stores.map(({ people }, i) =>
          people.bind(docent, { channel: 'teams', platformId: `aad-${i}`, reference: '{}' }),
        ),
      );
      expect(await stores[0]?.people.bindingsOf(docent)).toHaveLength(1);
    }
  });

  test('drafts of one person at several servers: kept, and taken once', async () => {
    const { stores } = await servers(3);
    const docent = { organisation: ORGANISATION, email: email('docent') };
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(stores.map(({ drafts }, i) => drafts.keep(docent, `k${i % 2}`, { n: String(i) }, 60_000)));
      const taken = await Promise.all(stores.map(({ drafts }) => drafts.take(docent, 'k0')));
      expect(taken.filter((each) => each !== undefined)).toHaveLength(1);
    }
  });

  test('what a conversation remembers is the same at every server, and clear text nowhere', async () => {
    const { url, stores } = await servers(2);
    const [one, other] = (stores as [Store, Store]).map(({ drafts }) => createSharedMemory(drafts)) as [Memory, Memory];
    expect(await one.recall('teams:a:1')).toEqual({});
    const remembered = { protocol: 'gsv', asked: [{ key: 'k', question: 'KANARIE' }] };
    await one.remember('teams:a:1', remembered);
    expect(await other.recall('teams:a:1')).toEqual(remembered);
    expect(await other.recall('teams:a:2')).toEqual({});
    const rows = JSON.stringify(await onServer(url, 'select * from drafts'));
    expect([rows.length > 100, rows.includes('KANARIE'), rows.includes('teams:a:1')]).toEqual([true, false, false]);
  });

  test('a conversation begins anew when the database does not answer', async () => {
    const { stores } = await servers(1);
    const memory = createSharedMemory((stores[0] as Store).drafts);
    await stores[0]?.close();
    await memory.remember('a', { protocol: 'gsv' });
    expect(await memory.recall('a')).toEqual({});
  });

  test('a journal that grows while it is verified is not accused', async () => {
    const { stores } = await servers(2);
    const [one, other] = stores as [Store, Store];
    for (const ref of refs(5)) await create(one, ref);
    let growing = true;
    const grow = async (ref: string) => {
      for (let version = 1; growing; version += 1) {
        await other.cases.change(ref, version, { case: opening({}, ref).case, journal, rows: [] });
      }
    };
    const grown = refs(5).map(grow);
    const reports = [];
    for (let i = 0; i < 25; i += 1) reports.push(await one.cases.verifyJournal());
    growing = false;
    await Promise.all(grown);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('a transaction that the database undid because of another is tried again', async () => {
    const { url, stores } = await servers(1);
    const [store] = stores as [Store];
    // The first three are undone, then it goes through. A sequence does not turn back with its transaction.
    await onServer(
      url,
      'create sequence tries',
      `create function undone() returns trigger language plpgsql as $$ begin
         if nextval('tries') <= 3 then raise exception using errcode = '40P01'; end if; return new;
       end $$`,
      'create trigger undone before insert on cases for each row execute function undone()',
    );
    expect(await create(store, 'V-222222')).toEqual({ ref: 'V-222222', already: false });
    expect(await store.cases.verifyJournal()).toEqual({ cases: 1, entries: 1, faults: [] });
  });
});
