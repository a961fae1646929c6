import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../fakes/run.ts';
import { opened as opening } from '../handover/world.ts';
import { content } from '../store/contract.ts';
import { freshFolder, KEY, openIn } from '../store/place.ts';
import { tamper } from '../store/tamper.ts';

const script = join(import.meta.dirname, '../../src/cli/backup.ts');

test('says what is in the backup; ends with 1 when that is not in order; needs a file', async () => {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  await store.cases.create(opening({}, 'V-222222'), content, '1');
  const to = join(freshFolder(), 'b.db');
  const env = { DATA_DIR: folder, DATA_KEY: KEY };
  const good = await run(script, [to], { env });
  expect(good).toEqual({
    code: 0,
    err: '',
    out: `${to}: 1 cases, 1 journal entries, all in order. DATA_KEY is not in it.\n`,
  });
  tamper(folder, 'delete from journal');
  const bad = await run(script, [`${to}.2`], { env });
  expect([bad.code, bad.out]).toEqual([1, expect.stringMatching(/V-222222: the last of 1/)]);
  expect(await run(script, [], { env })).toMatchObject({ code: 1, err: expect.stringContaining('Name one file') });
});

test('with DATABASE_URL it points to pg_dump', async () => {
  const env = { DATABASE_URL: 'postgres://bot:geheim@127.0.0.1:1/bot', DATA_KEY: KEY };
  const { code, err } = await run(script, ['b.db'], { env });
  expect([code, err]).toEqual([1, expect.stringContaining('pg_dump')]);
  expect(err).not.toContain('geheim');
});
