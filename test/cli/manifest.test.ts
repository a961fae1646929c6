import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { slackManifest } from '../../src/cli/manifest/slack.ts';
import { shortcuts } from '../../src/slack/shortcuts.ts';
import { run } from '../fakes/run.ts';

const text = readFileSync('manifest/slack.json', 'utf8');
const address = 'https://bij-twijfel.school.nl';
const made = {
  address: slackManifest(text, { by: 'address', address }),
  socket: slackManifest(text, { by: 'socket' }),
};

/** Slack's own schemas, where they lie beside the project; they are not ours to carry along. */
const folder = new URL('../../../shared/schemas/', import.meta.url);
const schemas = ['slack-manifest.1.0.0.json', 'slack-manifest.2.0.0.json'].map((name) => new URL(name, folder));
const there = schemas.every((schema) => existsSync(schema));
if (!there)
  console.warn(`SKIPPED: no Slack manifest schemas in ${folder.pathname}; manifest/slack.json was not checked`);

describe.skipIf(!there).each(schemas)('%s', (schema) => {
  const shape = there ? z.fromJSONSchema(JSON.parse(readFileSync(schema, 'utf8'))) : z.never();

  test.each(Object.entries({ template: text, ...made }))('takes the manifest: %s', (_name, manifest) => {
    const checked = shape.safeParse(JSON.parse(manifest));
    expect(checked.error && z.prettifyError(checked.error)).toBeUndefined();
  });

  test.each<[string, (manifest: { features: { shortcuts: { name: string }[] } }) => unknown]>([
    ['a long name', (manifest) => Object.assign(manifest.features.shortcuts[0] ?? {}, { name: 'x'.repeat(25) })],
    ['an unknown field', (manifest) => Object.assign(manifest, { more: 1 })],
  ])('control: refuses %s', (_name, change) => {
    const manifest = JSON.parse(text);
    change(manifest);
    expect(shape.safeParse(manifest).success).toBe(false);
  });
});

test('every address is the school’s own, and for a socket there is none', () => {
  expect(made.address).not.toContain('{{');
  expect(made.address.match(/https:\/\/[^"]+/g)).toEqual(Array(6).fill(`${address}/slack/events`));
  expect(made.socket).not.toMatch(/https?:/);
  expect(JSON.parse(made.socket).settings.socket_mode_enabled).toBe(true);
  expect(JSON.parse(made.address).settings.socket_mode_enabled).toBe(false);
});

test('the commands, events and shortcuts are those the bot knows', () => {
  const { features, settings, oauth_config } = JSON.parse(made.address);
  const commands = features.slash_commands.map(({ command }: { command: string }) => command);
  expect(commands).toEqual(['/protocol', '/twijfel', '/meld', '/meldingen']);
  expect(features.shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id).toSorted()).toEqual(
    Object.values(shortcuts).toSorted(),
  );
  expect(settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im']);
  expect(oauth_config.scopes).toEqual({
    bot: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read', 'users:read.email'],
  });
});

test.each(['', 'bij-twijfel.school.nl', 'http://school.nl', 'https://localhost', 'https://u:p@school.nl'])(
  'an address that Slack cannot use: %j',
  (given) => {
    expect(() => slackManifest(text, { by: 'address', address: given })).toThrow(/address/);
  },
);

test('npm run manifest:slack', async () => {
  const given = await run('src/cli/manifest.ts', [`${address}/pad`]);
  expect(given).toEqual({ code: 0, out: made.address, err: '' });
  expect(await run('src/cli/manifest.ts', ['--socket'])).toEqual({ code: 0, out: made.socket, err: '' });
  const fromEnvironment = await run('src/cli/manifest.ts', [], { env: { PUBLIC_URL: address } });
  expect(fromEnvironment.out).toBe(made.address);
  const without = await run('src/cli/manifest.ts', [], { env: { PUBLIC_URL: '' } });
  expect(without).toMatchObject({ code: 1, out: '', err: expect.stringContaining('PUBLIC_URL') });
});
