import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as given from '../fakes/teams/activities.ts';
import type { Harness } from '../fakes/teams/harness.ts';
import { screen, startTeams } from '../fakes/teams/harness.ts';

let teams: Harness;

beforeAll(async () => {
  teams = await startTeams({ local: true });
  teams.replies({ kind: 'show', screen: screen('dag') });
});
beforeEach(() => teams.clear());
afterAll(() => teams.close());

test('without credentials an unsigned activity of this machine is answered', async () => {
  expect((await teams.post(given.personalMessage(teams.connector.url, 'dag'))).status).toBe(200);
  expect(teams.connector.sent).toHaveLength(1);
  const [reference] = teams.kept;
  if (reference === undefined) throw new Error('nothing was kept');
  await teams.teams.proactive.send(reference, screen('later'));
  expect(teams.connector.sent).toHaveLength(2);
});

test('a test client without tenant and object ids is served too', async () => {
  const { connector } = teams;
  const activity = {
    ...given.personalMessage(connector.url, 'dag'),
    channelId: 'emulator',
    from: { id: 'user-1' },
    channelData: null,
    conversation: { id: given.PERSONAL, conversationType: 'personal' },
  };
  expect((await teams.post(activity)).status).toBe(200);
  expect(teams.events[0]?.who.platformId).toBe('user-1');
});

test.each([
  'https://smba.trafficmanager.net/emea/',
  'http://127.0.0.1.evil.example/',
  'http://127.0.0.2/',
  'http://localhost@evil.example/',
  'http://evil.example/?127.0.0.1',
  'http://[::ffff:10.0.0.1]/',
  'ftp://127.0.0.1/',
  'http://0.0.0.0/',
])('a service URL elsewhere is refused: %s', async (serviceUrl) => {
  expect((await teams.post({ ...given.personalMessage(serviceUrl, 'dag') })).status).toBe(403);
  expect(teams.events).toEqual([]);
});

test('a foreign tenant is refused here as well', async () => {
  const activity = { ...given.personalMessage(teams.connector.url, 'dag'), channelData: null };
  const conversation = { id: given.PERSONAL, tenantId: 'evil' };
  expect((await teams.post({ ...activity, conversation })).status).toBe(403);
});

test('a body that is no activity leaves the process standing', async () => {
  const json = { 'content-type': 'application/json' };
  for (const body of ['{}', 'null', '[]', '']) expect((await teams.raw(body, json)).status).toBe(400);
  expect((await teams.post(given.personalMessage(teams.connector.url, 'dag'))).status).toBe(200);
});
