import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkData } from '../../src/cli/check/data.ts';
import { backUp } from '../../src/store/backup.ts';
import { rotate } from '../../src/store/rotate.ts';
import { DATABASE_FILE, openStore } from '../../src/store/store.ts';
import { freshFolder, KEY } from './place.ts';

const NOBODY = 65_534;

/** Runs it as somebody who may not look into the folder. Root may look into every folder, so that root becomes another. */
async function asOther<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o000);
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o700);
  }
}

const settings = (folder: string) => ({ folder, databaseUrl: undefined, dataKey: KEY, production: true });
const warn = () => undefined;
const clock = () => new Date();

// On Windows rights are no part of the mode.
test.skipIf(process.platform === 'win32').each<[string, (folder: string) => Promise<unknown>]>([
  ['check', async (folder: string) => (await checkData(settings(folder))).checks],
  ['start', async (folder: string) => openStore({ ...settings(folder), clock, warn })],
  ['hold', async (folder: string) => openStore({ ...settings(folder), clock, warn, migrate: false })],
  ['rotate', async (folder: string) => rotate({ ...settings(folder), warn })],
  ['backup', async (folder: string) => backUp({ ...settings(folder), warn, to: join(freshFolder(), 'b.db') })],
])('%s: data of another user is not called absent, and it says what to do', async (_, look) => {
  const folder = freshFolder();
  const said = await asOther(folder, () => look(folder).catch((cause: unknown) => [cause]));
  expect(said).toMatchObject([{ message: expect.stringContaining(join(folder, DATABASE_FILE)) }]);
  expect(said).toMatchObject([
    { message: expect.stringMatching(/cannot be read .*EACCES.* user of the service.*chown/) },
  ]);
  expect(said).not.toMatchObject([{ ok: true }]);
  expect(existsSync(join(folder, DATABASE_FILE))).toBe(false);
});
