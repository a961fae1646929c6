import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../manifest/slack.json' with { type: 'json' };
import { scopeOf } from '../fakes/slack/methods.ts';

/** Every scope that the app asks for is one it cannot do without, and the README says what it is for. */

const asked: readonly string[] = manifest.oauth_config.scopes.bot;

/** What an event or a feature of the manifest needs. */
const eventScopes: Readonly<Record<string, string | undefined>> = {
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};

function needed(): Set<string> {
  const sources = readdirSync('src/slack', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const code = sources.map((name) => readFileSync(`src/slack/${name}`, 'utf8')).join('\n');
  const methods = [...code.matchAll(/\bclient\.(\w+\.\w+)\(/g)].map(([, method = '']) => method);
  expect(methods).toContain('chat.postMessage');
  const events = manifest.settings.event_subscriptions.bot_events.map((event) => eventScopes[event]);
  const all = [...methods.map((method) => scopeOf[method]), ...events, 'commands'];
  return new Set(all.filter((scope) => scope !== undefined));
}

test('the manifest asks for what is used, and for nothing else', () => {
  for (const event of manifest.settings.event_subscriptions.bot_events) expect(eventScopes).toHaveProperty([event]);
  expect([...needed()].toSorted()).toEqual(asked.toSorted());
});

test('the README explains each', () => {
  const table = /^\| scope \| for \|\n[\s\S]*?\n\n/m.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const explained = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(explained.toSorted()).toEqual(asked.toSorted());
  for (const row of rows) expect(row.split('|')[2]?.trim()).not.toBe('');
});
