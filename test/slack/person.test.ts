import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../src/handover/ports.ts';
import type { Api } from '../../src/slack/api.ts';
import { SlackRefused } from '../../src/slack/api-error.ts';
import { createCarrier } from '../../src/slack/carrier.ts';
import { type Member, readMember } from '../../src/slack/member.ts';
import { createPersons } from '../../src/slack/person.ts';

const TEAM = 'T1';
const who = { organisation: 'voorbeeld', team: TEAM, user: 'U1' };
const member = (more: Partial<Member> = {}): Member => ({
  id: 'U1',
  teams: [TEAM],
  email: 'noor@school.nl',
  outsider: false,
  ...more,
});

describe('who a user is', () => {
  test.each<[string, object, Partial<Member>]>([
    ['a colleague', {}, { outsider: false, email: 'noor@school.nl' }],
    ['with capitals', { profile: { email: ' Noor@School.NL ' } }, { email: 'noor@school.nl' }],
    ['a guest', { is_restricted: true }, { outsider: true }],
    ['a guest of one channel', { is_ultra_restricted: true }, { outsider: true }],
    ['somebody of another organisation', { is_stranger: true }, { outsider: true }],
    ['a bot', { is_bot: true }, { outsider: true }],
    ['somebody who left', { deleted: true }, { outsider: true }],
    ['an address that was not confirmed', { is_email_confirmed: false }, { email: undefined }],
    ['no address', { profile: {} }, { email: undefined }],
    ['several workspaces', { enterprise_user: { teams: ['T2', 'T3'] } }, { teams: [TEAM, 'T2', 'T3'] }],
  ])('%s', (_name, more, expected) => {
    const user = { id: 'U1', team_id: TEAM, profile: { email: 'noor@school.nl' }, ...more };
    expect(readMember(user)).toMatchObject(expected);
  });

  test.each([[undefined], [null], [{}], [{ id: 1 }], ['U1']])('%j is nobody', (answered) => {
    expect(() => readMember(answered)).toThrow();
  });
});

describe('tying a user to a person', () => {
  const bindings = new Map<string, { email: string; reference: string }>();
  const asked: string[] = [];
  const logged: unknown[] = [];
  let now = 0;
  let answers: () => Promise<Member>;
  let inFile: (person: PersonId) => boolean;
  let broken = false;

  beforeEach(() => {
    bindings.clear();
    asked.length = 0;
    logged.length = 0;
    now = 0;
    broken = false;
    answers = async () => member();
    inFile = ({ email }) => email === 'noor@school.nl';
  });

  const persons = () =>
    createPersons(
      {
        isPerson: (person) => inFile(person),
        store: {
          bind: async ({ email }, { platformId, reference }) => void bindings.set(platformId, { email, reference }),
          bindingsOf: async ({ email }) =>
            [...bindings]
              .filter(([, each]) => each.email === email)
              .map(([platformId, { reference }]) => ({ channel: 'slack', platformId, reference })),
          personOf: async (_organisation, _channel, id) => {
            if (broken) throw new Error('disk');
            return bindings.get(id)?.email;
          },
        },
      },
      async (user) => {
        asked.push(user);
        return answers();
      },
      { info: () => undefined, warn: () => undefined, error: (fields: unknown) => void logged.push(fields) } as never,
      () => now,
    );

  test('at first contact by the confirmed address, and then by the id', async () => {
    const first = persons();
    expect(await first.resolve(who)).toEqual({ email: 'noor@school.nl' });
    expect(await first.resolve(who)).toEqual({ email: 'noor@school.nl' });
    expect(await persons().resolve(who)).toEqual({ email: 'noor@school.nl' });
    expect(asked).toEqual(['U1']);
    expect(bindings.get('U1')?.reference).toBe('{"team":"T1","user":"U1"}');
  });

  test.each<[string, Partial<Member>]>([
    ['a guest', { outsider: true }],
    ['another workspace', { teams: ['T2'] }],
    ['no workspace', { teams: [] }],
    ['another user', { id: 'U2' }],
    ['an address that the file does not have', { email: 'vreemd@school.nl' }],
    ['no address', { email: undefined }],
  ])('%s is nobody here', async (_name, more) => {
    answers = async () => member(more);
    expect(await persons().resolve(who)).toEqual({ email: undefined });
    expect(bindings.size).toBe(0);
  });

  test('somebody who is taken out of the file is nobody from then on', async () => {
    await persons().resolve(who);
    inFile = () => false;
    expect(await persons().resolve(who)).toEqual({ email: undefined });
  });

  test('a user tied in another workspace is looked up in this one', async () => {
    await persons().resolve(who);
    answers = async () => member({ teams: ['T9'] });
    expect(await persons().resolve({ ...who, team: 'T2' })).toEqual({ email: undefined });
  });

  test('somebody who was added to the file is found ten minutes later', async () => {
    inFile = () => false;
    const one = persons();
    await one.resolve(who);
    inFile = () => true;
    expect(await one.resolve(who)).toEqual({ email: undefined });
    now += 11 * 60_000;
    expect(await one.resolve(who)).toEqual({ email: 'noor@school.nl' });
  });

  test('when Slack or the store does not answer it is said that it is not known now, and asked again', async () => {
    answers = async () => {
      throw new SlackRefused('no_answer');
    };
    const one = persons();
    expect(await one.resolve(who)).toEqual({ email: undefined, unsure: true });
    answers = async () => member();
    broken = true;
    expect(await one.resolve(who)).toEqual({ email: undefined, unsure: true });
    broken = false;
    expect(await one.resolve(who)).toEqual({ email: 'noor@school.nl' });
    expect(JSON.stringify(logged)).not.toContain('noor');
  });
});

describe('finding somebody who never wrote', () => {
  const noor = { organisation: 'voorbeeld', email: 'noor@school.nl' };
  let now = 0;
  let lookups = 0;
  const carrier = (found: () => Promise<Member>, organisation = 'voorbeeld') =>
    createCarrier(
      {
        workspace: async () => TEAM,
        memberByEmail: async () => {
          lookups += 1;
          return found();
        },
      } as unknown as Api,
      () => ({ text: '', blocks: [] }),
      async (person) => person.organisation === organisation,
      () => now,
    );
  const refuse = (code: string) => async () => {
    throw new SlackRefused(code);
  };

  beforeEach(() => {
    now = 0;
    lookups = 0;
  });

  test('by e-mail, once an hour', async () => {
    const one = carrier(async () => member());
    for (let times = 0; times < 3; times++) expect(await one.find(noor)).toBe('{"team":"T1","user":"U1"}');
    expect(lookups).toBe(1);
    now += 61 * 60_000;
    await one.find(noor);
    expect(lookups).toBe(2);
  });

  test.each<[string, () => Promise<Member>, string | undefined]>([
    ['nobody with that address', refuse('users_not_found'), undefined],
    ['a guest', async () => member({ outsider: true }), undefined],
    ['somebody of another workspace', async () => member({ teams: ['T2'] }), undefined],
    ['another address', async () => member({ email: 'ander@school.nl' }), undefined],
    ['an organisation that is not in this workspace', async () => member(), 'elders'],
  ])('%s is not there', async (_name, found, organisation) => {
    expect(await carrier(found, organisation).find(noor)).toEqual({ refused: 'permanent' });
  });

  test.each(['no_answer', 'ratelimited', 'internal_error', 'invalid_auth', 'missing_scope'])(
    '%s is no answer: later again',
    async (code) => {
      expect(await carrier(refuse(code)).find(noor)).toEqual({ refused: 'temporary' });
    },
  );
});
