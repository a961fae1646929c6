import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf } from '../fakes/content.ts';
import { remarkOf } from '../fakes/remark.ts';
import { run } from '../fakes/run.ts';
import { freshFolder, KEY, openIn } from '../store/place.ts';

/** What an operator gets of `npm run gaps`; what stands in it for real is `main/gap-canaries`. */

const example = readFileSync('organisations/example.yaml', 'utf8');
const gaps = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  run('src/cli/gaps.ts', args, { env: { DATA_KEY: KEY, ...env } });

test('by subject, for whom it is, and as a list', async () => {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  for (const each of ['een', 'een', 'twee']) await store.remarks.keep(remarkOf('example', { question: each }));
  await store.remarks.keep(remarkOf('elders', { question: 'van een ander' }));
  const { out, code } = await gaps({ DATA_DIR: folder });
  expect(code).toBe(0);
  expect(out).toMatch(
    /^example: for who has the role schoolleiding \(5 people\), and nobody else; kept for 12 months\./,
  );
  expect(out).toContain('calvijn: verlof: 3 without an answer, 0 thumbs down\n  een\n  twee\n');
  expect(out).not.toContain('van een ander');
  const gap = { organisation: 'example', owner: 'schoolleiding', protocol: 'calvijn', topic: 'verlof', down: 0 };
  const json = JSON.parse((await gaps({ DATA_DIR: folder }, '--json')).out);
  expect(json).toEqual([{ ...gap, unanswered: 3, questions: ['een', 'twee'], lines: [] }]);
});

test('where nothing is kept it says why, and looking makes no database', async () => {
  const made = folderOf({ 'example.yaml': example.replace(/^owner: .*$/m, '') });
  onTestFinished(made.remove);
  const folder = freshFolder();
  const { out, code } = await gaps({ DATA_DIR: folder, ORGANISATIONS: made.folder });
  expect([code, out]).toEqual([0, expect.stringContaining('no question is kept: its file must say for whom (owner)')]);
  expect(existsSync(join(folder, 'bij-twijfel.db'))).toBe(false);
});
