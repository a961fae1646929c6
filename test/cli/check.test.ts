import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkAll } from '../../src/cli/check/all.ts';
import type { Checked } from '../../src/cli/check/checked.ts';
import { move } from '../../src/store/move.ts';
import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { onServer } from '../fakes/postgres/schema.ts';
import { bareEnv, run } from '../fakes/run.ts';
import { opened as opening } from '../handover/world.ts';
import { content } from '../store/contract.ts';
import { freshFolder, KEY, OTHER_KEY, openIn } from '../store/place.ts';
import { tamper } from '../store/tamper.ts';

const script = join(import.meta.dirname, '../../src/cli/check.ts');

const project = join(import.meta.dirname, '../..');
const agreed = { PROTOCOLS: join(project, 'protocols'), ORGANISATIONS: join(project, 'organisations') };

/** Runs it as its own process, in an empty folder so that no .env of the developer's counts. */
function check(variables: Record<string, string>, ...options: string[]): Promise<{ code: number; text: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'bij-twijfel-check-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const env = bareEnv({ ...agreed, ...variables });
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...options], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
  });
}

/** The same within this process, which is quicker. */
async function checkJson(variables: Record<string, string>): Promise<{ code: number; checks: readonly Checked[] }> {
  const checks = await checkAll({ ...agreed, ...variables }, { fetch });
  return { code: checks.every(({ ok }) => ok) ? 0 : 1, checks };
}

const folders = ['protocols', 'walks', 'reports', 'organisation'];
const all = ['environment', 'keys', 'data', 'rotation', 'journals', ...folders, 'address', 'reach'];

const named = (checks: readonly Checked[], name: string) => checks.find(({ check: each }) => each === name);

async function filled(): Promise<string> {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  await store.cases.create(opening({}, 'V-222222'), content, '1');
  await store.cases.create(opening({}, 'V-333333'), content, '2');
  await store.close();
  return folder;
}

test('in order: says so, also what is kept for ever, and ends with 0', async () => {
  const { code, text } = await check({ DATA_DIR: await filled(), DATA_KEY: KEY }, '--json');
  const checks = JSON.parse(text) as Checked[];
  expect(code).toBe(0);
  expect(checks.map(({ check: name, ok, remedy }) => [name, ok, remedy])).toEqual(all.map((name) => [name, true, '']));
  expect(named(checks, 'organisation')?.message).toContain('no retention for twijfel and melding: kept for ever');
  expect(named(checks, 'journals')?.message).toContain('2 cases, 2 journal entries');
});

test('a journal that was changed: names the case, says what to do, and ends with 1', async () => {
  const folder = await filled();
  tamper(folder, `delete from journal where ref = 'V-333333'`);
  const { code, checks } = await checkJson({ DATA_DIR: folder, DATA_KEY: KEY });
  expect(code).toBe(1);
  expect(named(checks, 'journals')).toMatchObject({ ok: false, remedy: expect.stringContaining('backup') });
  expect(named(checks, 'journals')?.message).toContain('V-333333: the last of 1 journal entries was removed');
  expect(named(checks, 'journals')?.message).not.toContain('V-222222');
  const spoken = await check({ DATA_DIR: folder, DATA_KEY: KEY });
  expect(spoken.code).toBe(1);
  expect(spoken.text).toMatch(/^ok .*environment[\s\S]*^WRONG .*journals/m);
});

test('another key: wrong, and neither key is shown', async () => {
  const { code, checks } = await checkJson({ DATA_DIR: await filled(), DATA_KEY: OTHER_KEY });
  expect(code).toBe(1);
  expect(named(checks, 'data')).toMatchObject({ ok: false });
  expect(JSON.stringify(checks)).not.toContain(OTHER_KEY);
});

test('a key that was replaced: wrong until everything is under the new one, and then which may go', async () => {
  const env = { DATA_DIR: await filled(), DATA_KEY: `${OTHER_KEY},${KEY}` };
  const before = await checkJson(env);
  expect(before.code).toBe(1);
  expect(before.checks.filter(({ ok }) => !ok)).toMatchObject([{ check: 'rotation', remedy: 'npm run rotate' }]);
  const { out, code } = await run(join(import.meta.dirname, '../../src/cli/rotate.ts'), [], { env });
  expect([code, out]).toEqual([0, expect.stringMatching(/Wrapped 4 keys[\s\S]*may do without key 2/)]);
  const after = await checkJson(env);
  expect([after.code, named(after.checks, 'rotation')?.message]).toEqual([
    0,
    expect.stringContaining('may do without key 2'),
  ]);
  expect(JSON.stringify([before, out, after])).not.toMatch(/Bwc|CAgI/);
});

test('nothing kept yet is in order, and the look makes nothing', async () => {
  const folder = join(freshFolder(), 'data');
  const { code, checks } = await checkJson({ DATA_DIR: folder });
  expect([code, checks.filter(({ ok }) => !ok)]).toEqual([0, []]);
  expect(existsSync(folder)).toBe(false);
});

test('a look changes nothing: no key file, no migration', async () => {
  const folder = await filled();
  tamper(folder, 'delete from kysely_migration');
  const { code, checks } = await checkJson({ DATA_DIR: folder });
  expect(code).toBe(1);
  expect(named(checks, 'data')?.message).toContain('DATA_KEY_MISSING');
  const again = await checkJson({ DATA_DIR: folder, DATA_KEY: KEY });
  expect(named(again.checks, 'data')?.message).toContain('STORE_OUTDATED');
  expect(readdirSync(folder)).toEqual(['bij-twijfel.db']);
});

test('a faulty environment: every fault, and ends with 1', async () => {
  const { code, checks } = await checkJson({
    NODE_ENV: 'production',
    PORT: 'x',
    DATA_KEY: 'geheim',
    DATA_DIR: freshFolder(),
  });
  expect(code).toBe(1);
  const faults = checks.filter(({ check: name }) => name === 'environment').map(({ message }) => message);
  expect(faults).toEqual([
    expect.stringMatching(/^PORT: must be/),
    expect.stringMatching(/^DATA_KEY: is not a key/),
    expect.stringMatching(/^MicrosoftAppId: no credentials/),
  ]);
  expect(JSON.stringify(checks)).not.toContain('geheim');
});

test('what depends on a faulty variable is not looked at, rather than told as of another installation', async () => {
  const production = { NODE_ENV: 'production', DATA_DIR: await filled(), DATA_KEY: KEY };
  const unlooked = async (changes: Record<string, string>) => {
    const { checks } = await checkJson({ ...production, ...changes });
    expect(JSON.stringify(checks)).not.toMatch(/Local mode[: ]k|Local mode:|DATA_KEY_MISSING|is not set/);
    return checks.filter(({ message }) => message.startsWith('Not looked at')).map(({ check: name }) => name);
  };
  expect(await unlooked({})).toEqual(['address', 'reach']);
  expect(await unlooked({ DATA_KEY: 'geheim' })).toEqual(['keys', 'data', 'address', 'reach']);
  expect(await unlooked({ PUBLIC_URL: 'school.nl', SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['address', 'reach']);
});

test('in production no database is a fault that names the folder', async () => {
  const folder = join(freshFolder(), 'elders');
  const { checks } = await checkJson({ NODE_ENV: 'production', DATA_DIR: folder, DATA_KEY: KEY });
  expect(named(checks, 'data')).toMatchObject({ ok: false, message: `There is no database in ${folder}.` });
  expect(existsSync(folder)).toBe(false);
});

test('explains itself', async () => {
  const { code, text } = await check({}, '--help');
  expect([code, text.includes('npm run check')]).toEqual([0, true]);
});

await withPostgres('a check on PostgreSQL', (server) => {
  const variables = (url: string) => ({ DATA_DIR: freshFolder(), DATABASE_URL: url, DATA_KEY: KEY });

  test('in order, and then not', async () => {
    const url = await freshSchema(server);
    const { store } = await openIn(freshFolder(), { databaseUrl: url });
    await store.cases.create(opening({}, 'V-222222'), content, '1');
    const good = await checkJson(variables(url));
    expect([good.code, good.checks.map(({ check: name }) => name)]).toEqual([0, all]);
    await onServer(url, `delete from journal where ref = 'V-222222'`);
    const { code, checks } = await checkJson(variables(url));
    expect(code).toBe(1);
    expect(named(checks, 'journals')?.message).toContain('V-222222: the last of 1 journal entries was removed');
  });

  test('a server that is not there: said, without its password', async () => {
    const { code, checks } = await checkJson(variables('postgres://bot:geheim@127.0.0.1:1/bot'));
    const text = JSON.stringify(checks);
    expect([code, text.includes('STORE_UNREACHABLE'), text.includes('geheim')]).toEqual([1, true, false]);
  });

  test('a server that answers before it wrote: said, with what to set', async () => {
    const url = new URL(await freshSchema(server));
    url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c synchronous_commit=off`.trim());
    const wrong = named((await checkJson(variables(url.href))).checks, 'data');
    expect([wrong?.ok, wrong?.message]).toEqual([
      false,
      expect.stringMatching(/^STORE_NOT_DURABLE: .*synchronous_commit/),
    ]);
  });

  test('cases that wait in DATA_DIR: says to move them first, and nothing that goes against it', async () => {
    const url = await freshSchema(server);
    const folder = await filled();
    const faults = async () =>
      (await checkJson({ ...variables(url), DATA_DIR: folder })).checks.filter(({ ok }) => !ok);
    const waits = { check: 'data', message: expect.stringContaining('bij-twijfel.db has 2 cases') };
    expect(await faults()).toMatchObject([{ ...waits, remedy: expect.stringContaining('npm run move') }]);
    await (await openIn(freshFolder(), { databaseUrl: url })).store.close();
    expect(await faults()).toMatchObject([waits]);
    await move({ folder, databaseUrl: url, dataKey: KEY });
    expect(await faults()).toEqual([]);
  });

  test('a look makes nothing', async () => {
    const url = await freshSchema(server);
    expect(named((await checkJson(variables(url))).checks, 'data')?.message).toContain('STORE_OUTDATED');
    const made = `select count(*)::int as tables from information_schema.tables where table_schema = current_schema()`;
    expect(await onServer(url, made)).toEqual([{ tables: 0 }]);
  });
});
