import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card, Reply } from '../../src/conversation/reply.ts';
import * as given from '../fakes/teams/activities.ts';
import { card, dialog, type Harness, screen, startTeams } from '../fakes/teams/harness.ts';

/** Where the card of a case comes to be is told by the id of the message it is in. */

const NOOR = 'noor@voorbeeld.nl';
const REF = 'V-2A3B4C';

let teams: Harness;
let url = '';

beforeAll(async () => {
  teams = await startTeams({
    directory: {
      store: {
        bind: async () => undefined,
        unbind: async () => undefined,
        bindingsOf: async () => [],
        personOf: async (_organisation, _channel, platformId) => (platformId === given.PERSON ? NOOR : undefined),
      },
      isPerson: ({ email }) => email === NOOR,
    },
  });
  url = teams.connector.url;
});
beforeEach(() => teams.clear());
afterAll(() => teams.close());

const stands = (kind: 'show' | 'replace', text = 'stand'): Reply => ({ kind, screen: screen(text), case: REF });
const place = (messageId: string) => ({
  ref: REF,
  organisation: 'voorbeeld',
  person: NOOR,
  channel: 'teams',
  conversation: `teams:${given.PERSONAL}`,
  messageId,
  screen: screen('stand'),
});
const lastSent = () => teams.connector.sent.at(-1)?.id ?? '';

async function cardInChat(): Promise<string> {
  teams.replies({ kind: 'show', screen: screen('oud') });
  await teams.post(given.personalMessage(url, 'dag'));
  const id = lastSent();
  teams.clear();
  return id;
}

describe('the card of a case', () => {
  test('that is shown: the message that was sent', async () => {
    teams.replies(stands('show'));
    await teams.post(given.personalMessage(url, 'dag'));
    expect(teams.placed).toEqual([place(lastSent())]);
  });

  test('in place of the one that was clicked: that one', async () => {
    const clicked = await cardInChat();
    teams.replies(stands('replace'));
    await teams.post(given.executed(url, 'x', {}, clicked));
    expect(teams.placed).toEqual([place(clicked)]);
    expect(teams.connector.sent).toEqual([]);
  });

  test('after a form: the card that its window was opened from', async () => {
    const clicked = await cardInChat();
    const actions: Card['actions'] = [{ type: 'Action.Submit', title: 'Versturen', data: { verb: 's', nonce: 'n1' } }];
    teams.replies({ kind: 'dialog', dialog: dialog('Vraag', { actions }) });
    await teams.post(given.taskFetch(url, { verb: 'open' }, clicked));
    teams.replies(stands('replace'));
    await teams.post(given.taskSubmit(url, { verb: 's', nonce: 'n1' }));
    expect(teams.placed).toEqual([place(clicked)]);
  });

  test('after a form of which it is forgotten where it was opened: a new message', async () => {
    teams.replies(stands('replace'));
    await teams.post(given.taskSubmit(url, { verb: 's', nonce: 'forgotten' }));
    expect(teams.placed).toEqual([place(lastSent())]);
    expect(teams.connector.sent.map(({ activity }) => JSON.stringify(activity))).toEqual([
      expect.stringContaining('stand'),
    ]);
  });

  test('that is too large for Teams: what was sent instead is told of', async () => {
    teams.replies({ kind: 'show', screen: { ...screen('groot'), card: card('x'.repeat(29_000)) }, case: REF });
    await teams.post(given.personalMessage(url, 'dag'));
    expect(JSON.stringify(teams.placed[0]?.screen)).toContain('past hier niet');
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'a message that was not taken',
      async () => {
        teams.connector.trouble({ status: 403 });
        teams.replies(stands('show'));
        await teams.post(given.personalMessage(url, 'dag'));
      },
    ],
    [
      'a card that could not be changed',
      async () => {
        teams.replies(stands('replace'));
        await teams.post(given.executed(url, 'x', {}, 'gone'));
      },
    ],
    [
      'a place where others read along',
      async () => {
        teams.replies(stands('show'));
        await teams.post(given.groupMessage(url, 'dag'));
      },
    ],
    [
      'somebody who is nobody here',
      async () => {
        teams.replies(stands('show'));
        const stranger = { ...given.personalMessage(url, 'dag'), from: { id: '29:x', aadObjectId: 'x', name: 'X' } };
        await teams.post(stranger);
      },
    ],
    [
      'a card that stands for nothing',
      async () => {
        teams.replies({ kind: 'show', screen: screen('los') });
        await teams.post(given.personalMessage(url, 'dag'));
      },
    ],
  ])('of %s: nothing is told', async (_, act) => {
    await act();
    expect(teams.placed).toEqual([]);
  });
});
