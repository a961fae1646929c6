import { expect, onTestFinished, test } from 'vitest';
import { parseReference } from '../../../src/teams/reference.ts';
import { type GraphFake, startGraph, type Tenant } from '../../fakes/microsoft/graph.ts';
import { APP_ID, TENANT } from '../../fakes/teams/activities.ts';
import { screen, startTeams } from '../../fakes/teams/harness.ts';

/** The whole Teams channel, with Microsoft Graph, its log-in and the connector played. */

const noor = { organisation: 'voorbeeld', email: 'noor@voorbeeld.example' };
const CHAT = '19:noor_bot@unq.gbl.spaces';
const CATALOG_APP = '00000000-0000-4000-8000-00000000000c';

async function coming(more: Partial<Tenant> = {}) {
  const tenant: Tenant = {
    id: TENANT,
    appId: APP_ID,
    secret: 'not used',
    granted: ['TeamsAppInstallation.ReadWriteSelfForUser.All'],
    catalogAppId: CATALOG_APP,
    users: { [noor.email]: { chat: CHAT } },
    ...more,
  };
  const graph = await startGraph(tenant);
  const store = {
    bind: async () => {},
    unbind: async () => {},
    bindingsOf: async () => [],
    personOf: async () => undefined,
  };
  const harness = await startTeams({
    catalogAppId: CATALOG_APP,
    directory: { store, isPerson: ({ email }) => email.endsWith('@voorbeeld.example') },
    graph,
  });
  onTestFinished(async () => void (await Promise.all([graph.close(), harness.close()])));
  harness.connector.know(CHAT);
  const { carrier } = harness.teams;
  const come = async (person = noor) => carrier.come?.(person);
  return { ...harness, graph, tenant, carrier, come };
}

const short = ({ asked }: GraphFake) =>
  asked.map((line) =>
    line
      .replace(/\/v1\.0\/users\/[^/]+\/teamwork/, '')
      .replace(/\?\S+/, '?')
      .replace(/\/[\w-]+\/chat/, '/…/chat'),
  );

test('the app is installed for who has none, and their chat is written to; once more asks nothing', async () => {
  const { graph, come, carrier, connector } = await coming();
  const found = await come();
  expect(parseReference(JSON.parse(String(found)))).toMatchObject({
    conversation: CHAT,
    privacy: 'private',
    tenant: TENANT,
  });
  expect(short(graph)).toEqual([
    expect.stringMatching(/^POST \/login\/.*\/token 200$/),
    'POST /installedApps 201',
    'GET /installedApps? 200',
    'GET /installedApps/…/chat 200',
  ]);
  const taken = await carrier.send(String(found), screen('Er wacht iets'));
  expect(taken).toMatchObject({ channel: 'teams', conversation: `teams:${CHAT}` });
  expect(connector.sent).toHaveLength(1);
  expect(await come()).toBe(found);
  expect(graph.asked).toHaveLength(4);
});

test('who has the app already is found, and nothing is installed twice', async () => {
  const { graph, come } = await coming();
  graph.installed.add(noor.email);
  expect(await come()).toContain(CHAT);
  expect(short(graph)).toContain('POST /installedApps 409');
});

test.each<[string, Partial<Tenant>, string, number]>([
  ['without consent', { granted: [] }, 'error', 403],
  ['with another secret', { secret: 'another' }, 'error', 401],
  ['of somebody the tenant does not know', { users: {} }, 'warn', 404],
  ['of an app that is not in the catalogue', { catalogAppId: APP_ID }, 'warn', 404],
])('an installation %s is refused for good, and not tried again at once', async (_name, more, level, status) => {
  const { graph, come, logged } = await coming(more);
  expect(await come()).toEqual({ refused: 'permanent' });
  expect(graph.asked.at(-1)).toMatch(new RegExp(` ${status}$`));
  const { length } = graph.asked;
  expect(await come()).toEqual({ refused: 'permanent' });
  expect(graph.asked).toHaveLength(length);
  const lines = logged.map((line) => JSON.parse(line));
  expect(lines.map((line) => line.level)).toContain(level === 'error' ? 50 : 40);
  expect(logged.join('')).not.toContain('noor');
});

test('a Graph that is busy, away or not ready yet is tried again, and says how long', async () => {
  const { graph, come } = await coming();
  graph.trouble({ status: 503 });
  expect(await come()).toEqual({ refused: 'temporary' });
  await come();
  const other = await coming();
  await other.come({ ...noor, email: 'weg@voorbeeld.example' });
  other.graph.trouble({ status: 429, retryAfter: 12 });
  expect(await other.come()).toEqual({ refused: 'temporary', retryAfterMs: 12_000 });
  other.graph.trouble({ status: 201 });
  expect(await other.come()).toEqual({ refused: 'temporary' });
  expect(await other.come()).toContain(CHAT);
});

test('only for people of the organisation in this tenant', async () => {
  const { graph, come } = await coming();
  expect(await come({ ...noor, organisation: 'elders' })).toEqual({ refused: 'permanent' });
  expect(await come({ ...noor, email: 'noor@elders.example' })).toEqual({ refused: 'permanent' });
  expect(graph.asked).toEqual([]);
});

test('a school that did not allow it has no such way', async () => {
  const harness = await startTeams();
  onTestFinished(() => harness.close());
  expect(harness.teams.carrier.come).toBeUndefined();
});
