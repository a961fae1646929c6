import { expect, test } from 'vitest';
import type { Carrier } from '../../src/delivery/messenger.ts';
import { withPresence } from '../../src/delivery/presence.ts';
import type { NotTaken } from '../../src/handover/ports.ts';

const screen = { name: 'x', summary: 'x', card: { type: 'AdaptiveCard', version: '1.5', body: [] } } as const;
const person = (name: string) => ({ organisation: 'o', email: name });

/** A platform that answers what it is told to, and the times it was asked. */
function platform() {
  const now = { ms: 1_000_000 };
  const asked: string[] = [];
  let answer: NotTaken | 'takes' = 'takes';
  const reached = async (name: string): Promise<'ok' | NotTaken> => {
    asked.push(name);
    return answer === 'takes' ? 'ok' : answer;
  };
  const carrier: Carrier = {
    send: async (reference) => {
      const outcome = await reached(reference);
      return outcome === 'ok' ? { channel: 'teams', conversation: reference, messageId: 'm' } : outcome;
    },
    update: (reference) => reached(reference),
    find: async ({ email }) => {
      const outcome = await reached(`find ${email}`);
      return outcome === 'ok' ? email : outcome;
    },
  };
  const around = withPresence(carrier, () => now.ms);
  return {
    asked,
    carrier: around,
    answers: (next: NotTaken | 'takes') => {
      answer = next;
    },
    pass: (seconds: number) => {
      now.ms += seconds * 1000;
    },
    /** Sends to each, and says who was asked. */
    sends: async (...names: string[]): Promise<readonly string[]> => {
      asked.length = 0;
      for (const name of names) await around.send(name, screen);
      return [...asked];
    },
  };
}

const temporary: NotTaken = { refused: 'temporary' };

test('refused for three people: then one thing in twenty seconds is sent, and once that is taken everything is', async () => {
  const { sends, answers, pass, carrier } = platform();
  answers(temporary);
  expect(await sends('a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c']);
  expect(await carrier.send('d', screen)).toEqual(temporary);
  pass(20);
  expect(await sends('d', 'e')).toEqual(['d']);
  answers('takes');
  expect(await sends('e')).toEqual([]);
  pass(20);
  expect(await sends('e', 'a', 'b')).toEqual(['e', 'a', 'b']);
});

test('one thing is let through to look, not all that come at that moment', async () => {
  const { sends, answers, pass, carrier, asked } = platform();
  answers(temporary);
  await sends('a', 'b', 'c');
  pass(20);
  asked.length = 0;
  await Promise.all(['d', 'e', 'f'].map((name) => carrier.send(name, screen)));
  expect(asked).toEqual(['d']);
});

test('one person for whom it is refused for ever does not keep the others waiting', async () => {
  const { sends, answers } = platform();
  answers(temporary);
  await sends(...Array.from({ length: 20 }, () => 'poison'));
  answers('takes');
  expect(await sends('a')).toEqual(['a']);
});

test('nor do three of them, when others are served now and then', async () => {
  const { sends, answers, pass } = platform();
  for (const name of ['p', 'q', 'r', 'p', 'q', 'r']) {
    answers(temporary);
    expect(await sends(name)).toEqual([name]);
    pass(50);
    answers('takes');
    expect(await sends('a')).toEqual(['a']);
  }
});

test('refusals that lie far apart are of those people', async () => {
  const { sends, answers, pass } = platform();
  answers(temporary);
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    expect(await sends(name)).toEqual([name]);
    pass(70);
  }
});

test('what is refused for good was answered: the platform is there', async () => {
  const { sends, answers } = platform();
  answers(temporary);
  await sends('a', 'b');
  answers({ refused: 'permanent' });
  await sends('c');
  answers(temporary);
  expect(await sends('d', 'e', 'f')).toEqual(['d', 'e', 'f']);
});

test('while it is away nobody is looked up, and who was looked up takes no look', async () => {
  const { sends, answers, pass, carrier, asked } = platform();
  answers(temporary);
  for (const name of ['a', 'b', 'c']) await carrier.find?.(person(name));
  asked.length = 0;
  expect(await carrier.find?.(person('d'))).toEqual(temporary);
  expect(asked).toEqual([]);
  pass(20);
  answers('takes');
  expect(await carrier.find?.(person('d'))).toBe('d');
  expect(await sends('d', 'e')).toEqual(['d', 'e']);
});

test('a carrier that knows nobody who never wrote stays one', () => {
  const none: Carrier = { send: async () => temporary, update: async () => temporary };
  expect(withPresence(none, Date.now).find).toBeUndefined();
});
