import { expect, test } from 'vitest';
import { createPresence } from '../../src/teams/presence.ts';
import { ConnectorRefused } from '../../src/teams/transport.ts';

function clocked() {
  let time = 1_000_000;
  const presence = createPresence(() => time);
  const sent = async (conversation: string, status: number): Promise<number> => {
    try {
      presence.assertThere();
    } catch (cause) {
      expect(cause).toMatchObject({ status: 503, code: 'Away', permanent: false });
      return 503;
    }
    const sending = status === 201 ? Promise.resolve() : Promise.reject(new ConnectorRefused(status, ''));
    await presence.watch(conversation, sending).catch((cause: ConnectorRefused) => expect(cause.status).toBe(status));
    return status;
  };
  const pass = (seconds: number) => {
    time += seconds * 1000;
  };
  return { sent, pass };
}

test('refused in three conversations: then one thing in twenty seconds is sent, and once that is taken everything is', async () => {
  const { sent, pass } = clocked();
  for (const chat of ['a', 'b', 'c']) expect(await sent(chat, 502)).toBe(502);
  expect(await sent('d', 201)).toBe(503);
  pass(20);
  expect(await sent('d', 429)).toBe(429);
  expect(await sent('e', 201)).toBe(503);
  pass(20);
  expect(await sent('e', 201)).toBe(201);
  for (const chat of ['a', 'b', 'c']) expect(await sent(chat, 201)).toBe(201);
});

test('one thing is let through to look, not all that come at that moment', async () => {
  let time = 0;
  const presence = createPresence(() => time);
  for (const chat of ['a', 'b', 'c']) {
    await expect(presence.watch(chat, Promise.reject(new ConnectorRefused(0, 'NoAnswer')))).rejects.toThrow();
  }
  time = 20_000;
  presence.assertThere();
  expect(() => presence.assertThere()).toThrow(ConnectorRefused);
});

test('one conversation that is refused for ever does not keep the others waiting', async () => {
  const { sent } = clocked();
  for (let i = 0; i < 20; i += 1) expect(await sent('poison', 500)).toBe(500);
  expect(await sent('a', 201)).toBe(201);
});

test('what is refused for good was answered: Teams is there', async () => {
  const { sent } = clocked();
  for (const chat of ['a', 'b']) await sent(chat, 504);
  await sent('c', 403);
  for (const chat of ['d', 'e']) await sent(chat, 504);
  expect(await sent('f', 201)).toBe(201);
});
