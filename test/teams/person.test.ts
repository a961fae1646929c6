import { afterEach, describe, expect, test } from 'vitest';
import type { Binding, PersonId } from '../../src/handover/ports.ts';
import type { Directory } from '../../src/teams/person.ts';
import { parseReference, type Reference } from '../../src/teams/reference.ts';
import {
  GROUP,
  groupMessage,
  installation,
  PERSON,
  PERSONAL,
  personalMessage,
  TENANT,
} from '../fakes/teams/activities.ts';
import { type Harness, screen, startTeams } from '../fakes/teams/harness.ts';

const NOOR = 'noor@voorbeeld.nl';
const USER = '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB25ATiQWA';
const member = { id: USER, aadObjectId: PERSON, email: 'Noor@Voorbeeld.nl', userPrincipalName: 'noor@school.nl' };

type Kept = Binding & PersonId;

/** People in memory, as the store keeps them. */
function directory(...emails: string[]) {
  const kept: Kept[] = [];
  const store: Directory['store'] = {
    bind: async ({ organisation, email }, binding) => {
      const others = kept.filter((each) => each.email !== email && each.platformId !== binding.platformId);
      kept.splice(0, kept.length, ...others, { organisation, email, ...binding });
    },
    unbind: async (_organisation, _channel, platformId) => {
      kept.splice(0, kept.length, ...kept.filter((each) => each.platformId !== platformId));
    },
    bindingsOf: async ({ email }) => kept.filter((each) => each.email === email),
    personOf: async (_organisation, _channel, platformId) => kept.find((each) => each.platformId === platformId)?.email,
  };
  return { kept, store, isPerson: ({ email }: PersonId) => emails.includes(email) };
}

let teams: Harness;

async function start(given: Directory, known: Record<string, unknown> | null = member): Promise<void> {
  teams = await startTeams({ directory: given });
  for (const conversation of [PERSONAL, GROUP]) {
    if (known !== null) teams.connector.join(conversation, { id: USER, ...known });
  }
}

const who = () => teams.events.map((event) => event.who.person);
const says = (text: string) => teams.post(personalMessage(teams.connector.url, text));

afterEach(() => teams.close());

describe('who somebody is in the organisation', () => {
  test('at first contact by what the tenant says, afterwards by their id', async () => {
    const people = directory(NOOR);
    await start(people);
    await says('hallo');
    await says('nog eens');
    expect(who()).toEqual([NOOR, NOOR]);
    expect(teams.connector.asked).toEqual([USER]);
    expect(people.kept).toMatchObject([
      { organisation: 'voorbeeld', email: NOOR, channel: 'teams', platformId: PERSON },
    ]);
    const reference: Reference = parseReference(JSON.parse(people.kept[0]?.reference ?? ''));
    expect(reference).toMatchObject({ conversation: PERSONAL, tenant: TENANT, privacy: 'private' });
  });

  test('after a restart without asking again', async () => {
    const people = directory(NOOR);
    await people.store.bind(
      { organisation: 'voorbeeld', email: NOOR },
      { channel: 'teams', platformId: PERSON, reference: '{}' },
    );
    await start(people, null);
    await says('hallo');
    expect(who()).toEqual([NOOR]);
    expect(teams.connector.asked).toEqual([]);
    expect(people.kept[0]?.reference).toContain(PERSONAL);
  });

  test('by the sign-in name when the mail address is another', async () => {
    await start(directory('noor@school.nl'));
    await says('hallo');
    expect(who()).toEqual(['noor@school.nl']);
  });

  test('also at installation, before a word is said', async () => {
    const people = directory(NOOR);
    await start(people);
    await teams.post(installation(teams.connector.url, 'add'));
    expect(people.kept).toHaveLength(1);
  });

  test('no longer after removing the bot; a new installation ties them again', async () => {
    const people = directory(NOOR);
    await start(people);
    await says('hallo');
    await teams.post(installation(teams.connector.url, 'remove'));
    expect(people.kept).toEqual([]);
    // Who clicks an old card of a group is still known there, and that ties nobody.
    await teams.post(groupMessage(teams.connector.url, 'hallo'));
    expect([who().at(-1), people.kept]).toEqual([NOOR, []]);
    await teams.post(installation(teams.connector.url, 'add'));
    expect(people.kept[0]?.reference).toContain(PERSONAL);
  });

  test('still when the bot is removed from a group, or the store fails at it', async () => {
    const people = directory(NOOR);
    await start(people);
    await says('hallo');
    const removed = { ...groupMessage(teams.connector.url, ''), type: 'installationUpdate', action: 'remove' };
    await teams.post(removed);
    expect(people.kept).toHaveLength(1);
    people.store.unbind = async () => Promise.reject(new Error('een geheim'));
    expect((await teams.post(installation(teams.connector.url, 'remove'))).status).toBe(200);
    expect(teams.logged.join('')).toContain('could not be untied');
    expect(teams.logged.join('')).not.toContain('geheim');
  });

  test('in a group known, but no group is kept to write to', async () => {
    const people = directory(NOOR);
    await start(people);
    await teams.post(groupMessage(teams.connector.url, 'hallo'));
    expect(who()).toEqual([NOOR]);
    expect(people.kept).toEqual([]);
    await says('en nu onder vier ogen');
    expect(people.kept[0]?.reference).toContain(PERSONAL);
  });

  test.each([
    ['somebody the file does not name', member, [] as string[]],
    ['a guest, whatever their address', { ...member, userRole: 'guest' }, [NOOR]],
    ['a guest by the sign-in name', { ...member, userPrincipalName: 'noor_voorbeeld.nl#EXT#@school.nl' }, [NOOR]],
    ['whom Microsoft knows by another id', { ...member, aadObjectId: 'somebody-else' }, [NOOR]],
    ['whose two addresses are of two people', member, [NOOR, 'noor@school.nl']],
    ['without addresses', { id: USER, aadObjectId: PERSON }, [NOOR]],
    ['whom the connector does not know', null, [NOOR]],
  ])('is nobody: %s', async (_, given, emails) => {
    const people = directory(...emails);
    await start(people, given);
    await says('hallo');
    expect(who()).toEqual([undefined]);
    expect(people.kept).toEqual([]);
  });

  test('a stranger is not asked after at every message', async () => {
    await start(directory());
    await says('een');
    await says('twee');
    expect(teams.connector.asked).toEqual([USER]);
  });

  test('a binding whose person left the file counts no more', async () => {
    const people = directory();
    await people.store.bind(
      { organisation: 'voorbeeld', email: NOOR },
      { channel: 'teams', platformId: PERSON, reference: '{}' },
    );
    await start(people);
    await says('hallo');
    expect(who()).toEqual([undefined]);
  });

  test('a store that fails leaves the conversation going, and nothing of it in the log', async () => {
    const people = directory(NOOR);
    const fails = async () => Promise.reject(new Error(`secret ${NOOR}`));
    await start({ ...people, store: { ...people.store, personOf: fails } });
    teams.replies({ kind: 'show', screen: screen('antwoord') });
    await says('hallo');
    expect(teams.connector.sent).toHaveLength(1);
    expect(who()).toEqual([undefined]);
    expect(teams.logged.join()).not.toContain(NOOR);
    await says('weer');
    expect(teams.events).toHaveLength(2);
  });
});

describe('writing first', () => {
  const message = (messageId: string, conversation = `teams:${PERSONAL}`) =>
    ({ person: NOOR, channel: 'teams', conversation, messageId }) as const;

  async function bound(): Promise<string> {
    const people = directory(NOOR);
    await start(people);
    await says('hallo');
    teams.clear();
    return people.kept[0]?.reference ?? '';
  }

  test('sends with what was kept, and changes that card', async () => {
    const reference = await bound();
    const taken = await teams.teams.carrier.send(reference, screen('een bericht'));
    expect(taken).toEqual({ channel: 'teams', conversation: `teams:${PERSONAL}`, messageId: 'm1' });
    expect(await teams.teams.carrier.update(reference, message('m1'), screen('veranderd'))).toBe('ok');
    expect(teams.connector.sent).toHaveLength(1);
    expect(JSON.stringify(teams.connector.current('m1'))).toContain('veranderd');
  });

  test.each([
    [{ status: 403, code: 'BotNotInConversationRoster' }, { refused: 'permanent' }],
    [{ status: 404 }, { refused: 'permanent' }],
    [{ status: 401 }, { refused: 'temporary' }],
    [
      { status: 429, retryAfter: 60 },
      { refused: 'temporary', retryAfterMs: 60_000 },
    ],
  ])('a refusal %j', async (trouble, expected) => {
    const reference = await bound();
    teams.connector.trouble(trouble);
    expect(await teams.teams.carrier.send(reference, screen('een bericht'))).toEqual(expected);
  });

  test('a card in another chat, or a reference that is none, is refused for good', async () => {
    const reference = await bound();
    const { carrier } = teams.teams;
    expect(await carrier.update(reference, message('m1', 'teams:elders'), screen('x'))).toEqual({
      refused: 'permanent',
    });
    expect(await carrier.send('no json', screen('x'))).toEqual({ refused: 'permanent' });
    expect(await carrier.send('{}', screen('x'))).toEqual({ refused: 'permanent' });
    expect(teams.connector.statuses).toEqual([]);
  });
});
