import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { newDataKey, readKeyring } from '../../src/store/keyring.ts';
import { randomKey } from '../../src/store/seal.ts';
import { opened as opening } from '../handover/world.ts';
import { content } from './contract.ts';
import { freshFolder, KEY, OTHER_KEY, openIn } from './place.ts';
import { tamper } from './tamper.ts';

const REF = 'V-7K3F9Q';
const code = (expected: string) => expect.objectContaining({ name: 'StoreError', code: expected });

async function filled(folder: string, by: { dataKey: string | undefined } = { dataKey: KEY }): Promise<void> {
  const { store } = await openIn(folder, by);
  await store.cases.create(opening({}, REF), content, 'n');
  await store.close();
}

describe('DATA_KEY', () => {
  test.each(['', 'short', 'x'.repeat(44), `${KEY},`, Buffer.alloc(16).toString('base64'), 'geheim-wachtwoord'])(
    'must be 32 bytes in base64: %j is refused and not repeated',
    (text) => {
      const run = () => readKeyring(text, (id) => id);
      expect(run).toThrow(code('DATA_KEY_FAULTY'));
      try {
        run();
      } catch (cause) {
        if (text.length > 8) expect(inspect(cause)).not.toContain(text);
      }
    },
  );

  test('may be new each time, and wraps keys that only it unwraps', () => {
    const [one, other] = [readKeyring(newDataKey(), (id) => id), readKeyring(newDataKey(), (id) => id)];
    const key = randomKey();
    const wrapped = one.wrap(key, ['case key', 'o', 'r']);
    expect(one.unwrap(wrapped, ['case key', 'o', 'r'])).toEqual(key);
    expect(() => other.unwrap(wrapped, ['case key', 'o', 'r'])).toThrow(code('DATA_KEY_UNKNOWN'));
    expect(() => one.unwrap(wrapped, ['case key', 'o', 's'])).toThrow(code('SEAL_BROKEN'));
  });

  test('of other data is refused at start', async () => {
    const folder = freshFolder();
    await filled(folder);
    await expect(openIn(folder, { dataKey: OTHER_KEY })).rejects.toThrow(code('DATA_KEY_UNKNOWN'));
    await expect(openIn(folder)).resolves.toBeDefined();
  });

  test('can be replaced: the new one first, the former after a comma', async () => {
    const folder = freshFolder();
    await filled(folder);
    const { store } = await openIn(folder, { dataKey: `${OTHER_KEY}, ${KEY}` });
    expect(await store.cases.content(REF)).toEqual(content);
    await store.cases.create(opening({}, 'V-222222'), content, 'n2');
    expect((await store.cases.verifyJournal()).faults).toEqual([]);
  });

  test('a journal key that was removed is not made anew over cases', async () => {
    const folder = freshFolder();
    await filled(folder);
    tamper(folder, `delete from installation_keys where name = 'journal'`);
    await expect(openIn(folder)).rejects.toThrow(code('STORE_DAMAGED'));
  });
});

test('a secret of the installation is the same at the next start, and another for another purpose or place', async () => {
  const folder = freshFolder();
  const { store } = await openIn(folder);
  const one = store.secretFor('one');
  const next = await openIn(folder, { dataKey: `${OTHER_KEY},${KEY}` });
  const elsewhere = await openIn(freshFolder());
  const others = [next.store.secretFor('other'), elsewhere.store.secretFor('one')].map((each) => each.equals(one));
  expect([one.length, next.store.secretFor('one').equals(one), ...others]).toEqual([32, true, false, false]);
});

describe('data under a key that is not there: where to find it', () => {
  const refused = (message: RegExp) =>
    expect.objectContaining({ code: 'DATA_KEY_UNKNOWN', message: expect.stringMatching(message) });

  test('in the file of local mode, when that lies there still', async () => {
    const folder = freshFolder();
    await filled(folder, { dataKey: undefined });
    const file = join(folder, 'data.key');
    await expect(openIn(folder)).rejects.toThrow(refused(/not in DATA_KEY\. \/.*\/data\.key holds it: put that key/));
    const both = `${KEY},${readFileSync(file, 'utf8').trim()}`;
    await expect(openIn(folder, { dataKey: both })).resolves.toBeDefined();
    writeFileSync(file, OTHER_KEY);
    await expect(openIn(folder)).rejects.toThrow(refused(/not in DATA_KEY\. Put that key there too/));
  });

  test('and when that file is another one, that is what it says', async () => {
    const folder = freshFolder();
    await filled(folder);
    const file = join(folder, 'data.key');
    writeFileSync(file, OTHER_KEY);
    await expect(openIn(folder, { dataKey: undefined })).rejects.toThrow(refused(/\/data\.key holds another/));
    writeFileSync(file, 'no key');
    const none = expect.objectContaining({ code: 'DATA_KEY_FAULTY', message: expect.stringContaining(file) });
    await expect(openIn(folder, { dataKey: undefined })).rejects.toThrow(none);
    await expect(openIn(folder, { dataKey: OTHER_KEY })).rejects.toThrow(refused(/Put that key there too/));
  });
});

describe('without DATA_KEY', () => {
  test('in production nothing starts, and nothing is made', async () => {
    const folder = freshFolder();
    await expect(openIn(folder, { dataKey: undefined, production: true })).rejects.toThrow(code('DATA_KEY_MISSING'));
    expect(existsSync(join(folder, 'data.key'))).toBe(false);
    expect(existsSync(join(folder, 'bij-twijfel.db'))).toBe(false);
  });

  test('a key file is made for this user only, with a warning, and used again', async () => {
    const folder = freshFolder();
    const first = await openIn(folder, { dataKey: undefined });
    await first.store.cases.create(opening({}, REF), content, 'n');
    expect(first.warnings).toEqual([expect.stringContaining('data.key')]);
    const file = join(folder, 'data.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(first.warnings.join()).not.toContain(readFileSync(file, 'utf8').trim());
    const second = await openIn(folder, { dataKey: undefined });
    expect(second.warnings).toEqual([]);
    expect(await second.store.cases.content(REF)).toEqual(content);
  });

  test('a key file that is gone is not made anew over data', async () => {
    const folder = freshFolder();
    await filled(folder, { dataKey: undefined });
    rmSync(join(folder, 'data.key'));
    await expect(openIn(folder, { dataKey: undefined })).rejects.toThrow(code('DATA_KEY_MISSING'));
    expect(existsSync(join(folder, 'data.key'))).toBe(false);
  });
});
