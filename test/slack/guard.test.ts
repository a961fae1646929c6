import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SlackHarness, show, startSlack } from '../fakes/slack/channel.ts';
import type { Json } from '../fakes/slack/json.ts';
import { eventOf, FORM, SECRET, signature } from '../fakes/slack/sender.ts';
import type { Someone } from '../fakes/slack/someone.ts';
import { BOT, TEAM } from '../fakes/slack/state.ts';

let at: SlackHarness;
let who: Someone;
const rejections: unknown[] = [];
/** What reached the console. */
const written: unknown[] = [];
const real = { error: console.error, warn: console.warn, log: console.log, info: console.info };
const onRejection = (reason: unknown): void => void rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  const record = (...given: unknown[]) => void written.push(...given);
  Object.assign(console, { error: record, warn: record, log: record, info: record });
  at = await startSlack();
  who = at.person('docent@school.example');
  at.replies(show('dag'));
});
afterAll(async () => {
  process.removeListener('unhandledRejection', onRejection);
  Object.assign(console, real);
  await at.close();
});

beforeEach(() => {
  at.events.length = 0;
  at.workspace.calls.length = 0;
  at.logged.length = 0;
});

/** After each forgery: nothing of ours ran, nothing was left unawaited, and a real request still works. */
afterEach(async () => {
  await at.settled();
  expect(at.events).toEqual([]);
  expect(at.workspace.calls).toEqual([]);
  expect((await who.says('mag ik een foto plaatsen?')).status).toBe(200);
  await at.settled();
  expect(at.events).toHaveLength(1);
  expect(at.workspace.calls.map(({ method }) => method)).toContain('chat.postMessage');
  expect(rejections).toEqual([]);
  expect(written).toEqual([]);
});

const message = (): Json =>
  eventOf(TEAM, BOT, {
    type: 'message',
    channel_type: 'im',
    channel: who.chat,
    user: who.user.id,
    text: 'zeer geheim',
    ts: '1700000000.000001',
  });
const seconds = () => Math.floor(at.now() / 1000);
const json = 'application/json';
/** Well signed, whatever the body is. */
const signed = (body: string | Uint8Array, type = json, stamp = seconds()) => ({
  'content-type': type,
  'x-slack-request-timestamp': String(stamp),
  'x-slack-signature': signature(body, stamp),
});

describe('signatures', () => {
  const body = () => JSON.stringify(message());
  test.each<[string, (text: string) => Record<string, string | undefined>]>([
    ['another secret', (text) => ({ 'x-slack-signature': signature(text, seconds(), 'not-the-secret') })],
    ['an empty secret', (text) => ({ 'x-slack-signature': signature(text, seconds(), '') || undefined })],
    ['another body', () => ({ 'x-slack-signature': signature('{}', seconds()) })],
    ['another time stamp', (text) => ({ 'x-slack-signature': signature(text, seconds() - 1) })],
    ['none', () => ({ 'x-slack-signature': undefined })],
    ['an empty one', () => ({ 'x-slack-signature': '' })],
    ['the version alone', () => ({ 'x-slack-signature': 'v0=' })],
    ['another version', (text) => ({ 'x-slack-signature': signature(text, seconds()).replace('v0', 'v1') })],
    ['half of it', (text) => ({ 'x-slack-signature': signature(text, seconds()).slice(0, 40) })],
    ['capitals', (text) => ({ 'x-slack-signature': signature(text, seconds()).toUpperCase() })],
    ['no hexadecimal', () => ({ 'x-slack-signature': `v0=${'z'.repeat(64)}` })],
  ])('%s: 401', async (_name, change) => {
    const text = body();
    const headers = Object.entries({ ...signed(text), ...change(text) }).filter(([, value]) => value !== undefined);
    expect((await at.sender.raw(text, Object.fromEntries(headers) as Record<string, string>)).status).toBe(401);
  });

  test.each([
    ['six minutes old', -360],
    ['an hour old', -3600],
    ['six minutes ahead', 360],
    ['a year ahead', 31_536_000],
  ])('%s, well signed: 401', async (_name, shift) => {
    const text = body();
    expect((await at.sender.raw(text, signed(text, json, seconds() + shift))).status).toBe(401);
  });

  test.each([['0'], ['-1'], ['1e9'], ['NaN'], ['Infinity'], [''], [' 1'], ['0x5'], ['1700000000.5']])(
    'time stamp %j: 401',
    async (stamp) => {
      const text = body();
      const headers = {
        ...signed(text),
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': signature(text, stamp as never),
      };
      expect((await at.sender.raw(text, headers)).status).toBe(401);
    },
  );

  test('a certificate check that is not signed: 401', async () => {
    const body = 'ssl_check=1&token=x&payload=%7B%7D';
    expect((await at.sender.raw(body, { 'content-type': FORM })).status).toBe(401);
  });
});

describe('workspaces', () => {
  const base = { user: { id: 'U1' }, trigger_id: 'a.b' };
  test.each<[string, Json]>([
    [
      'an event',
      {
        ...eventOf('T0OTHER', BOT, {
          type: 'message',
          channel: 'D1',
          channel_type: 'im',
          user: 'U1',
          ts: '1.1',
          text: 'x',
        }),
      },
    ],
    ['an event we do not listen to', eventOf('T0OTHER', BOT, { type: 'reaction_added' })],
    [
      'an event that says it is of ours',
      {
        ...eventOf(TEAM, BOT, { type: 'app_mention', channel: 'C1', user: 'U1', ts: '1.1' }),
        authorizations: [{ team_id: 'T0OTHER' }],
      },
    ],
  ])('%s of another: 403', async (_name, body) => {
    const { status, body: said } = await at.sender.json(body);
    expect(status).toBe(403);
    expect(JSON.stringify(said)).not.toContain('T0OTHER');
  });

  test.each<[string, Json]>([
    [
      'a button',
      {
        ...base,
        type: 'block_actions',
        team: { id: 'T0OTHER' },
        container: { type: 'message' },
        actions: [{ action_id: 'x#0', type: 'button' }],
      },
    ],
    ['a form', { ...base, type: 'view_submission', team: { id: 'T0OTHER' }, view: { id: 'V1', type: 'modal' } }],
    [
      'a form opened elsewhere',
      {
        ...base,
        type: 'view_submission',
        team: { id: TEAM },
        view: { id: 'V1', type: 'modal', app_installed_team_id: 'T0OTHER' },
      },
    ],
    ['a shortcut', { ...base, type: 'shortcut', team: { id: 'T0OTHER' }, callback_id: 'meld' }],
    ['a shortcut of nobody’s', { ...base, type: 'shortcut', callback_id: 'meld' }],
  ])('%s of another: 403', async (_name, payload) => {
    expect((await at.sender.payload(payload)).status).toBe(403);
  });

  test('a command of another: 403', async () => {
    const fields = {
      command: '/meld',
      team_id: 'T0OTHER',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: 'a',
      response_url: 'https://hooks.slack.com/x',
    };
    expect((await at.sender.form(fields)).status).toBe(403);
  });

  test('strangers cannot tell which are known: the signature is checked first', async () => {
    const text = JSON.stringify(eventOf('T0OTHER', BOT, { type: 'message' }));
    const wrong = { ...signed(text), 'x-slack-signature': `v0=${'0'.repeat(64)}` };
    expect((await at.sender.raw(text, wrong)).status).toBe(401);
  });
});

describe('shapes, well signed', () => {
  test.each([
    ['{}'],
    ['[]'],
    ['null'],
    ['1'],
    ['"x"'],
    ['true'],
    [''],
    ['{"type":'],
    ['{"event":null}'],
    ['{"type":"event_callback","event":null}'],
  ])('JSON %j: 400', async (body) => {
    expect((await at.sender.raw(body, signed(body))).status).toBe(400);
  });

  test.each([
    ['null'],
    ['{}'],
    ['[]'],
    ['1'],
    ['"x"'],
    [''],
    ['{'],
    ['{"type":null}'],
    ['{"type":"block_actions"}'],
    ['{"type":"__proto__"}'],
    ['{"type":"constructor","team":{"id":"t"}}'],
  ])('payload %j: 400', async (payload) => {
    const body = new URLSearchParams({ payload }).toString();
    expect((await at.sender.raw(body, signed(body, FORM))).status).toBe(400);
  });

  test.each([
    ['two payloads', 'payload=%7B%7D&payload=%7B%7D'],
    ['a payload with more', 'payload=%7B%7D&command=%2Fmeld'],
    [
      'a field twice',
      'command=%2Fmeld&team_id=T0OTHER&team_id=T0EXAMPLE&user_id=U1&channel_id=C1&trigger_id=a&response_url=https%3A%2F%2Fx.nl',
    ],
    [
      'a command without a person',
      'command=%2Fmeld&team_id=T0EXAMPLE&channel_id=C1&trigger_id=a&response_url=https%3A%2F%2Fx.nl',
    ],
    ['nothing', ''],
  ])('a form with %s: 400', async (_name, body) => {
    expect((await at.sender.raw(body, signed(body, FORM))).status).toBe(400);
  });

  const changed: [string, Json][] = [
    ['a user that is an object', { user: { id: 'U1' } }],
    ['a user that is no id', { user: '../../x' }],
    ['a channel that is no id', { channel: 'C1/../x' }],
    ['text that is a list', { text: ['x'] }],
    ['no time stamp', { ts: undefined }],
    ['a time stamp in words', { ts: 'now' }],
  ];
  test.each(changed)('a message with %s: 400', async (_name, change) => {
    const { event } = message() as { event: Json };
    const { status, body } = await at.sender.json({ ...message(), event: { ...event, ...change } });
    expect(status).toBe(400);
    expect(body).toEqual({ code: 'MALFORMED', message: expect.any(String) });
    expect(JSON.stringify(body)).not.toMatch(/geheim|\.\./);
  });

  test('no UTF-8: 400', async () => {
    const body = new Uint8Array(Buffer.from('{"type":"\xff"}', 'latin1'));
    expect((await at.sender.raw(body, signed(body))).status).toBe(400);
  });

  test.each([['['], ['{"a":']])('%s a thousand deep: 400', async (bracket) => {
    const body = bracket.repeat(1000);
    expect((await at.sender.raw(body, signed(body))).status).toBe(400);
  });
});

describe('bodies', () => {
  test('huge: 413', async () => {
    const body = JSON.stringify({ ...message(), more: 'x'.repeat(1_100_000) });
    expect((await at.sender.raw(body, signed(body))).status).toBe(413);
  });

  test.each([['text/plain'], ['multipart/form-data; boundary=x'], ['application/jsonp'], ['']])(
    'type %j: 415',
    async (type) => {
      const body = JSON.stringify(message());
      expect((await at.sender.raw(body, signed(body, type))).status).toBe(415);
    },
  );

  test('gzip: 415', async () => {
    const body = new Uint8Array(gzipSync(JSON.stringify(message())));
    expect((await at.sender.raw(body, { ...signed(body), 'content-encoding': 'gzip' })).status).toBe(415);
  });
});

describe('what is not for the bot', () => {
  test('Slack asks whether this is our address', async () => {
    const { status, body } = await at.sender.json({ type: 'url_verification', challenge: '3eZbrw1a', token: 'x' });
    expect({ status, body }).toEqual({ status: 200, body: { challenge: '3eZbrw1a' } });
  });

  test('a challenge that is not signed gets none', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1a' });
    const given = await at.sender.raw(body, { 'content-type': json });
    expect(given.status).toBe(401);
    expect(JSON.stringify(given.body)).not.toContain('3eZbrw1a');
  });

  test('Slack checks the certificate', async () => {
    expect(await at.sender.form({ ssl_check: '1', token: 'x' })).toEqual({ status: 200, body: undefined });
  });

  const own: [string, Json][] = [
    ['its own message', { bot_id: 'B0BOT' }],
    ['an edit', { subtype: 'message_changed', user: undefined, text: undefined }],
    ['somebody who comes in', { subtype: 'channel_join' }],
    ['a message in a channel that does not mention it', { channel_type: 'channel', channel: 'C1' }],
    ['a group of people', { channel_type: 'mpim', channel: 'G1' }],
    ['a kind that is not told', { channel_type: undefined }],
  ];
  test.each(own)('%s: 200, and nothing', async (_name, change) => {
    const { event } = message() as { event: Json };
    expect((await at.sender.json({ ...message(), event: { ...event, ...change } })).status).toBe(200);
  });

  test.each<[string, Json]>([
    ['a modal that was closed', { type: 'view_closed', team: { id: TEAM }, user: { id: 'U1' } }],
    ['a menu that asks for options', { type: 'block_suggestion', team: { id: TEAM }, user: { id: 'U1' } }],
  ])('%s: 200, and nothing', async (_name, payload) => {
    expect((await at.sender.payload(payload)).status).toBe(200);
  });
});

test('a form whose memory is longer written than read is answered all the same', async () => {
  // Half signs are one letter each, and six when they are written as JSON.
  const nonce = '\ud800'.repeat(600);
  const private_metadata = `{"send":{"verb":"stuur","data":{"nonce":"${nonce}"}},"pages":[],"under":[]}`;
  const view = { id: 'V1', type: 'modal', private_metadata, state: { values: {} } };
  const user = { id: who.user.id, team_id: TEAM };
  const form = { type: 'view_submission', user, team: { id: TEAM }, trigger_id: '1.grows', view };
  const { status, body } = await at.sender.payload(form);
  expect(status).toBe(200);
  expect(body).toMatchObject({ response_action: 'update', view: { private_metadata: '{"pages":[],"under":[]}' } });
  expect(at.logged.join('')).not.toContain(nonce);
});

test('refusals are logged without what was sent', async () => {
  const text = JSON.stringify(message());
  await at.sender.raw(text, { ...signed(text), 'x-slack-signature': `v0=${'0'.repeat(64)}` });
  expect(at.logged.join('')).toContain('NOT_AUTHENTICATED');
  expect(at.logged.join('')).not.toMatch(/geheim|v0=/);
  expect(at.logged.join('')).not.toContain(SECRET);
});

test('five minutes are allowed, either way', async () => {
  for (const shift of [-290, 290]) {
    const text = JSON.stringify({ type: 'url_verification', challenge: 'x' });
    expect((await at.sender.raw(text, signed(text, json, seconds() + shift))).status).toBe(200);
  }
});
