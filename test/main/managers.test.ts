import { expect, onTestFinished, test } from 'vitest';
import { createManaging } from '../../src/main/managers.ts';
import type { Organisations } from '../../src/organisation/load.ts';
import { leaderOf, personByEmail } from '../../src/organisation/people.ts';
import { createGraph } from '../../src/teams/graph/graph.ts';
import { managerOf } from '../../src/teams/graph/manager.ts';
import { createGraphToken } from '../../src/teams/graph/token.ts';
import { startGraph, type Tenant } from '../fakes/microsoft/graph.ts';
import { named, organisationWith } from '../organisation/small.ts';

/** The organisations with managers of Microsoft Graph in them; Graph is played. */

const WEEK_MS = 7 * 24 * 3_600_000;
const klein = organisationWith();
const organisation = { ...klein, people: klein.people.map(({ reportsTo: _, ...person }) => person) };
const organisations: Organisations = {
  all: [organisation],
  byId: (id) => (id === organisation.id ? organisation : undefined),
  byTenant: (id) => (id === 'tenant-1' ? organisation : undefined),
  byWorkspace: () => undefined,
};

async function managing(more: Partial<Tenant> = {}) {
  const tenant: Tenant = {
    id: 'tenant-1',
    appId: 'bot',
    secret: 'secret',
    granted: ['User.Read.All'],
    catalogAppId: '',
    users: {
      'docent@klein.example': { chat: '', manager: 'Hoofd@Klein.example' },
      'leraar@klein.example': { chat: '', manager: 'chef@elders.example' },
    },
    ...more,
  };
  const graph = await startGraph(tenant);
  onTestFinished(() => graph.close());
  const time = { at: 0 };
  const logged: unknown[] = [];
  const credentials = { type: 'SingleTenant', appId: 'bot', tenantId: 'tenant-1', password: 'secret' } as const;
  const client = createGraph(
    graph.graph,
    createGraphToken(credentials, graph, () => time.at),
  );
  const it = createManaging({
    organisations,
    organisation,
    managerOf: (email) => managerOf(client, email),
    log: { warn: (fields, message) => void logged.push({ ...fields, message }) },
    now: () => time.at,
  });
  const leader = (email: string) => {
    const now = it.organisations.byId('klein') ?? organisation;
    const person = personByEmail(now, `${email}@klein.example`);
    return named([person && leaderOf(now, person)]);
  };
  return { ...it, graph, tenant, time, logged, leader };
}

test('the file alone until Graph has answered, and then its managers, everywhere the same', async () => {
  const { organisations: now, refresh, leader, logged } = await managing();
  expect(leader('docent')).toBe('nobody');
  expect(await refresh()).toBe(true);
  expect(leader('docent')).toBe('hoofd');
  expect(leader('leraar')).toBe('nobody');
  expect(now.byTenant('tenant-1')).toBe(now.byId('klein'));
  expect(now.all).toEqual([now.byId('klein')]);
  expect(logged).toEqual([expect.objectContaining({ organisation: 'klein', unknown: 1, circles: 0 })]);
  expect(JSON.stringify(logged)).not.toContain('@');
});

test('while Graph is away what it said is believed for a week, and after that the file alone', async () => {
  const { refresh, leader, graph, time, logged } = await managing();
  await refresh();
  time.at = WEEK_MS - 1;
  graph.trouble({ status: 503 }, { status: 503 });
  expect(await refresh()).toBe(false);
  expect(leader('docent')).toBe('hoofd');
  time.at = WEEK_MS;
  expect(await refresh()).toBe(false);
  expect(leader('docent')).toBe('nobody');
  expect(await refresh()).toBe(true);
  expect(leader('docent')).toBe('hoofd');
  expect(JSON.stringify(logged)).not.toMatch(/@|docent/);
});

test.each([
  ['without consent', { granted: [] }, /403 Authorization_RequestDenied/],
  ['with another secret', { secret: 'another' }, /401 NoToken/],
])('%s it is the file alone, and the log says why', async (_name, more, why) => {
  const { refresh, leader, logged } = await managing(more);
  expect(await refresh()).toBe(false);
  expect(leader('docent')).toBe('nobody');
  expect(logged).toEqual([expect.objectContaining({ reason: expect.stringMatching(why) })]);
});

test('a manager who changed or went is followed', async () => {
  const { refresh, leader, tenant } = await managing();
  await refresh();
  Object.assign(tenant.users, { 'docent@klein.example': { chat: '', manager: 'directeur@klein.example' } });
  await refresh();
  expect(leader('docent')).toBe('directeur');
  Object.assign(tenant.users, { 'docent@klein.example': { chat: '' } });
  await refresh();
  expect(leader('docent')).toBe('nobody');
});
