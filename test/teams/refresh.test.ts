import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Reply, Screen } from '../../src/conversation/reply.ts';
import * as given from '../fakes/teams/activities.ts';
import { refreshIn } from '../fakes/teams/colleague.ts';
import { type Harness, screen, startTeams } from '../fakes/teams/harness.ts';

/** A card that brings itself up to date: Teams asks when its chat is opened, on each device. */

const READER = '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB25ATiQWA';

let teams: Harness;
let url = '';

beforeAll(async () => {
  teams = await startTeams();
  url = teams.connector.url;
});
beforeEach(() => teams.clear());
afterAll(() => teams.close());

const asking = (text: string): Screen => ({
  ...screen(text),
  refresh: { verb: 'ververs', data: { ref: 'V-2A3B4C', stap: 'tell' } },
});
const show = (each: Screen): Reply => ({ kind: 'show', screen: each });
const replace = (each: Screen): Reply => ({ kind: 'replace', screen: each, case: 'V-2A3B4C' });
const lastRefresh = () => refreshIn(teams.connector.sent.at(-1)?.activity ?? {});
const look = async (): Promise<Record<string, never>> => {
  const { body } = await teams.post(given.opened(url, 'ververs', { ref: 'V-2A3B4C', stap: 'tell' }, 'm1'));
  return Object(body);
};

test('in one’s own chat it asks, for that person and nobody else', async () => {
  teams.replies(show(asking('stand')));
  await teams.post(given.personalMessage(url, 'dag'));
  expect(lastRefresh()).toEqual({
    action: { type: 'Action.Execute', title: 'Bijwerken', verb: 'ververs', data: { ref: 'V-2A3B4C', stap: 'tell' } },
    userIds: [READER],
  });
});

test('also a card that is written first', async () => {
  teams.replies();
  await teams.post(given.personalMessage(url, 'dag'));
  const [reference] = teams.kept;
  if (reference === undefined) throw new Error('nothing was kept');
  const id = await teams.teams.proactive.send(reference, asking('stand'));
  expect(lastRefresh().userIds).toEqual([READER]);
  await teams.teams.proactive.update(reference, id, asking('later'));
  expect(refreshIn(teams.connector.current(id) ?? {}).userIds).toEqual([READER]);
});

test('where others read along it does not: it would name who', async () => {
  teams.replies(show(asking('stand')));
  await teams.post(given.groupMessage(url, 'dag'));
  expect(teams.connector.sent).toHaveLength(1);
  expect(JSON.stringify(teams.connector.sent)).not.toContain('userIds');
});

test('a card that stands for nothing does not ask', async () => {
  teams.replies(show(screen('los')));
  await teams.post(given.personalMessage(url, 'dag'));
  expect(lastRefresh()).toEqual({ userIds: [] });
});

test.each([replace(asking('nu')), show(asking('nu'))])(
  'the answer is the card, and nothing is sent or changed',
  async (reply) => {
    teams.replies(reply);
    const body = await look();
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(body.value)).toContain('"nu"');
    // And it asks again the next time.
    expect(Object(body.value).refresh.userIds).toEqual([READER]);
    expect(teams.events.map(({ what }) => what)).toEqual([
      { kind: 'action', verb: 'ververs', data: { ref: 'V-2A3B4C', stap: 'tell' } },
    ]);
    expect([teams.connector.sent, teams.connector.updated, teams.placed]).toEqual([[], [], []]);
  },
);

test('when the bot cannot tell, the card stays as it is', async () => {
  teams.replies();
  expect(await look()).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
});

test('"Kaart vernieuwen" in the menu of a message changes it for good', async () => {
  teams.replies(show(asking('oud')));
  await teams.post(given.personalMessage(url, 'dag'));
  const id = teams.connector.sent.at(-1)?.id ?? '';
  teams.replies(replace(asking('nu')));
  await teams.post(given.executed(url, 'ververs', { ref: 'V-2A3B4C' }, id));
  expect(JSON.stringify(teams.connector.current(id))).toContain('"nu"');
});
