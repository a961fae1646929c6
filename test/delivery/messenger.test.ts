import { describe, expect, test } from 'vitest';
import { retryDelay } from '../../src/delivery/backoff.ts';
import { type Carrier, createMessenger, type MessengerOptions } from '../../src/delivery/messenger.ts';
import type { Binding, Medium, NotTaken, Taken } from '../../src/handover/ports.ts';
import { createMailbox } from '../../src/page/page.ts';
import { screenOf } from './world.ts';

const noor = { organisation: 'voorbeeld', email: 'noor@voorbeeld.nl' };
const screen = screenOf('test');
const taken = (channel: Medium): Taken => ({ channel, conversation: `${channel}:1`, messageId: '1' });

function carrier(log: string[], name: string, outcome: Taken | NotTaken): Carrier {
  return {
    send: async (reference, _screen, once) => {
      log.push([name, reference, once].filter((each) => each !== undefined).join(' '));
      return outcome;
    },
    update: async (reference) => {
      log.push(`${name} update ${reference}`);
      return 'ok';
    },
  };
}

const bindings: readonly Binding[] = [
  { channel: 'slack', platformId: 'U1', reference: 's' },
  { channel: 'teams', platformId: 'a', reference: 't' },
];

function messenger(given: Partial<MessengerOptions> & { teams?: Taken | NotTaken; slack?: Taken | NotTaken }) {
  const log: string[] = [];
  const { teams = taken('teams'), slack = taken('slack'), ...more } = given;
  const made = createMessenger({
    people: { bindingsOf: async () => bindings },
    carriers: { teams: carrier(log, 'teams', teams), slack: carrier(log, 'slack', slack) },
    prefers: () => undefined,
    ...more,
  });
  return { ...made, log };
}

test('where somebody was last seen, unless they prefer another channel', async () => {
  const one = messenger({});
  expect(await one.notify(noor, screen)).toEqual(taken('slack'));
  const two = messenger({ prefers: () => 'teams' });
  expect(await two.notify(noor, screen)).toEqual(taken('teams'));
});

test('a refusal for good makes way for the next channel, one for now is waited for', async () => {
  const one = messenger({ slack: { refused: 'permanent' } });
  expect(await one.notify(noor, screen)).toEqual(taken('teams'));
  expect(one.log).toEqual(['slack s', 'teams t']);
  const two = messenger({ slack: { refused: 'temporary', retryAfterMs: 5 } });
  expect(await two.notify(noor, screen)).toEqual({ refused: 'temporary', retryAfterMs: 5 });
  expect(two.log).toEqual(['slack s']);
});

test('nobody who was never seen can be reached, but for the mailbox of local mode', async () => {
  const people = { bindingsOf: async () => [] };
  expect(await messenger({ people }).notify(noor, screen)).toEqual({ refused: 'permanent' });
  const mailbox = createMailbox();
  const local = messenger({ people, mailbox });
  const sent = await local.notify(noor, screen);
  expect(sent).toMatchObject({ channel: 'page' });
  if ('refused' in sent) throw new Error('refused');
  expect(await local.update(noor, { person: noor.email, ...sent }, screen)).toBe('ok');
  expect(mailbox.after(0)).toHaveLength(1);
});

test('a card is changed over the channel that it came by', async () => {
  const one = messenger({});
  expect(await one.update(noor, { person: noor.email, ...taken('teams') }, screen)).toBe('ok');
  expect(one.log).toEqual(['teams update t']);
  const gone = messenger({ people: { bindingsOf: async () => [] } });
  expect(await gone.update(noor, { person: noor.email, ...taken('teams') }, screen)).toEqual({ refused: 'permanent' });
  const page = { person: noor.email, channel: 'page', conversation: 'p', messageId: '1' } as const;
  expect(await gone.update(noor, page, screen)).toEqual({ refused: 'permanent' });
});

test('back-off doubles up to three minutes, with jitter', () => {
  expect([1, 2, 3, 7, 100].map((attempts) => retryDelay(attempts, 0.5))).toEqual([
    15_000, 30_000, 60_000, 180_000, 180_000,
  ]);
  expect(retryDelay(1, 0)).toBe(11_250);
  expect(retryDelay(1, 0.999)).toBeLessThan(19_000);
});

test('a platform that says how long is believed, however often it was tried, and not asked more than every five seconds', () => {
  expect(retryDelay(1, 0, 60_000)).toBe(60_000);
  expect(retryDelay(9, 0, 8000)).toBe(8000);
  expect(retryDelay(9, 0.5, 8000)).toBe(9000);
  expect(retryDelay(1, 0, 0)).toBe(5000);
});

test('who never wrote is found where a channel knows people, after the ways that are known', async () => {
  const log: string[] = [];
  const found = { ...carrier(log, 'slack', taken('slack')), find: async () => 'found' };
  const teams = carrier(log, 'teams', { refused: 'permanent' });
  const one = messenger({
    people: { bindingsOf: async () => bindings.filter(({ channel }) => channel === 'teams') },
    carriers: { teams, slack: found },
  });
  expect(await one.notify(noor, screen)).toEqual(taken('slack'));
  expect(log).toEqual(['teams t', 'slack found']);
  const message = { ...taken('slack'), person: noor.email };
  expect(await one.update(noor, message, screen)).toBe('ok');
  expect(log.at(-1)).toBe('slack update found');
});

test('a channel that somebody prefers is searched before the others are used', async () => {
  const log: string[] = [];
  const found = { ...carrier(log, 'slack', taken('slack')), find: async () => 'found' };
  const one = messenger({
    people: { bindingsOf: async () => bindings.filter(({ channel }) => channel === 'teams') },
    carriers: { teams: carrier(log, 'teams', taken('teams')), slack: found },
    prefers: () => 'slack',
  });
  expect(await one.notify(noor, screen)).toEqual(taken('slack'));
  expect(log).toEqual(['slack found']);
});

test.each([
  ['permanent', { refused: 'permanent' }],
  ['temporary', { refused: 'temporary', retryAfterMs: 5 }],
] as const)('a search that is refused for %s', async (_name, refused) => {
  const log: string[] = [];
  const slack = { ...carrier(log, 'slack', taken('slack')), find: async () => refused };
  const one = messenger({ people: { bindingsOf: async () => [] }, carriers: { slack } });
  expect(await one.notify(noor, screen)).toEqual(refused);
  expect(await one.update(noor, { ...taken('slack'), person: noor.email }, screen)).toEqual(refused);
  expect(log).toEqual([]);
});

describe('e-mail', () => {
  const nobody = { bindingsOf: async () => [] };
  /** Every way there is, each with a log of what was asked of it. */
  function all(outcomes: Partial<Record<'teams' | 'slack', NotTaken>>) {
    const log: string[] = [];
    const finding = (name: 'slack' | 'mail', found: string | NotTaken) => ({
      ...carrier(log, name, taken(name)),
      find: async () => {
        log.push(`${name} find`);
        return found;
      },
    });
    const teams = carrier(log, 'teams', outcomes.teams ?? taken('teams'));
    const carriers = { teams, slack: finding('slack', outcomes.slack ?? 'found'), mail: finding('mail', noor.email) };
    return { log, carriers };
  }

  test('only when no chat reaches somebody', async () => {
    const refused: NotTaken = { refused: 'permanent' };
    const { log, carriers } = all({ teams: refused, slack: refused });
    const people = { bindingsOf: async () => bindings.filter(({ channel }) => channel === 'teams') };
    expect(await messenger({ people, carriers }).notify(noor, screen, 'once')).toEqual(taken('mail'));
    expect(log).toEqual(['teams t once', 'slack find', 'mail find', `mail ${noor.email} once`]);
  });

  test('not while a chat that knows somebody is away for now', async () => {
    const { log, carriers } = all({ slack: { refused: 'temporary' } });
    expect(await messenger({ people: nobody, carriers }).notify(noor, screen)).toEqual({ refused: 'temporary' });
    expect(log).toEqual(['slack find']);
  });

  test('that was sent asks no chat anything', async () => {
    const { log, carriers } = all({});
    const message = { ...taken('mail'), person: noor.email };
    expect(await messenger({ people: nobody, carriers }).update(noor, message, screen)).toBe('ok');
    expect(log).toEqual(['mail find', `mail update ${noor.email}`]);
  });
});
