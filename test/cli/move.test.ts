import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { between } from '../fakes/postgres/between.ts';
import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { bareEnv, run } from '../fakes/run.ts';
import { opened as opening } from '../handover/world.ts';
import { content } from '../store/contract.ts';
import { freshFolder, KEY, openIn } from '../store/place.ts';

const script = join(import.meta.dirname, '../../src/cli/move.ts');
const CASES = 60;

async function filled(): Promise<string> {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  for (let i = 0; i < CASES; i += 1) await store.cases.create(opening({}, `V-${222_222 + i}`), content, `n${i}`);
  await store.close();
  return folder;
}

test('explains itself, and says what is missing', async () => {
  expect(await run(script, ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('npm run move') });
  const nowhere = await run(script, [], { env: { DATA_DIR: freshFolder() } });
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('DATABASE_URL is not set')]);
});

await withPostgres('npm run move', (server) => {
  let pieces = 0;

  test('moves, says what and what to do next, and ends with 0', async () => {
    const network = await between(await freshSchema(server));
    const env = { DATA_DIR: await filled(), DATABASE_URL: network.url, DATA_KEY: KEY };
    const { code, out } = await run(script, [], { env });
    expect(code).toBe(0);
    pieces = network.asked();
    expect(out).toContain(`${CASES} cases with ${CASES} journal entries`);
    const again = await run(script, [], { env });
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('moved to PostgreSQL')]);
  });

  test.each([0.1, 0.5, 0.9])('killed at %d of the way: all is on one side, and run again it ends', async (part) => {
    const folder = await filled();
    const network = await between(await freshSchema(server));
    const env = { DATA_DIR: folder, DATABASE_URL: network.url, DATA_KEY: KEY };
    const child = spawn(process.execPath, [script], { env: bareEnv(env), stdio: 'ignore' });
    network.when(Math.round(pieces * part), () => child.kill('SIGKILL'));
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    const { store } = await openIn(folder);
    expect(await store.cases.verifyJournal()).toEqual({ cases: CASES, entries: CASES, faults: [] });
    await store.close();
    expect(await run(script, [], { env })).toMatchObject({ code: 0, err: '' });
    const moved = await openIn(freshFolder(), { databaseUrl: network.url });
    expect(await moved.store.cases.verifyJournal()).toEqual({ cases: CASES, entries: CASES, faults: [] });
  });
});
