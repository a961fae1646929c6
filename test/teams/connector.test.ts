import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { expect, test } from 'vitest';
import { LeanConnectors } from '../../src/teams/connector.ts';
import type { Outgoing } from '../../src/teams/http.ts';

const nobody = new PasswordServiceClientCredentialFactory('', '');

/** A client of a service URL that answers this, and what it was asked. */
async function clientOf(serviceUrl: string, answer: string) {
  const asked: Outgoing[] = [];
  const transport = async (request: Outgoing) => {
    asked.push(request);
    return answer;
  };
  const { conversations } = await new LeanConnectors(transport, nobody, '').create(serviceUrl);
  return { conversations, asked };
}

test('a message goes to its conversation as it is, and its id comes back', async () => {
  const { conversations, asked } = await clientOf('https://smba.trafficmanager.net/emea/', '{"id":"1:é","more":2}');
  const activity = { type: 'message', summary: 'Hoi', attachments: [{ contentType: 'x', content: { a: [1] } }] };
  expect(await conversations.replyToActivity('19:a/b@thread', 'm#1', activity)).toEqual({ id: '1:é' });
  const [request] = asked;
  expect(request).toMatchObject({
    method: 'POST',
    url: 'https://smba.trafficmanager.net/emea/v3/conversations/19%3Aa%2Fb%40thread/activities/m%231',
  });
  expect(JSON.parse(request?.body ?? '')).toEqual(activity);
});

test('the other calls of a turn, also below an address without a slash', async () => {
  const { conversations, asked } = await clientOf('http://127.0.0.1:1', '{"id":"7"}');
  await conversations.sendToConversation('c', { type: 'message' });
  await conversations.updateActivity('c', 'm', { type: 'message' });
  expect(await conversations.getConversationMember('c', 'p')).toEqual({ id: '7' });
  const base = 'http://127.0.0.1:1/v3/conversations/c';
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${base}/activities`,
    `PUT ${base}/activities/m`,
    `GET ${base}/members/p`,
  ]);
});

test.each(['', '{}', 'OK', 'null'])('a message that was taken stays taken when the answer is %j', async (answer) => {
  const { conversations } = await clientOf('http://127.0.0.1:1', answer);
  expect(await conversations.sendToConversation('c', { type: 'message' })).toEqual({ id: '' });
});

test('no compressed answer is asked for, and without credentials nothing is signed', async () => {
  const { conversations, asked } = await clientOf('http://127.0.0.1:1', '{}');
  await conversations.sendToConversation('c', { type: 'message' });
  expect(asked[0]?.headers).toMatchObject({ 'Accept-Encoding': 'identity' });
  expect(Object.keys(asked[0]?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('authorization');
});
