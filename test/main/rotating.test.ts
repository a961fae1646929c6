import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../fakes/run.ts';
import { startMain } from '../fakes/started.ts';
import { freshFolder, KEY, OTHER_KEY } from '../store/place.ts';
import { peek, tamper, withKeyOf } from '../store/tamper.ts';
import { mail, waiting } from './waiting.ts';

test('a server that runs holds up a rotation to a key it does not have, and tells when it lacks one itself', async () => {
  const folder = freshFolder();
  const [locked, other] = [await waiting(folder), await waiting(folder)];
  withKeyOf('0815abcd', folder, locked);
  const main = await startMain({ DATA_DIR: folder, DATA_KEY: KEY });
  onTestFinished(async () => void (await main.kill()));

  const env = { DATA_DIR: folder, DATA_KEY: `${OTHER_KEY},${KEY}` };
  const before = peek(folder, `select wrapped_key from cases where ref = '${other}'`);
  const refused = await run('src/cli/rotate.ts', [], { env });
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('A server that runs does not have') });
  expect(peek(folder, `select wrapped_key from cases where ref = '${other}'`)).toBe(before);

  const ready = await fetch(`${main.url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { code: 'DATA_KEY_UNKNOWN' }]);
  expect(main.log()).toContain('"lacking":"0815abcd"');
  const what = { kind: 'text', text: 'mijn vragen' };
  const body = JSON.stringify({ session: randomUUID(), protocol: 'calvijn', as: mail('docent.wiskunde'), what });
  const page = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const shown = await (await fetch(`${main.url}/page/event`, page)).text();
  expect(shown).toContain('Eén zaak kan nu niet gelezen worden.');
  expect(shown).toContain(other);
  // What is due for the one is brought, whatever is the matter with the other.
  await vi.waitFor(async () => {
    const inbox = await fetch(`${main.url}/page/inbox?person=${mail('teamleider.onderbouw')}`);
    expect(await inbox.text()).toContain(other);
  }, 60_000);

  expect(await main.stop()).toBe(0);
  expect(peek(folder, 'select count(*) from servers')).toBe(0);
  tamper(folder, `delete from hand_over where ref = '${locked}'`);
  const { code, out } = await run('src/cli/rotate.ts', [], { env });
  expect([code, out]).toEqual([1, expect.stringContaining('1 key under a key that is not in DATA_KEY (0815abcd)')]);
});
