import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../fakes/teams/activities.ts';
import { executed, personalMessage } from '../fakes/teams/activities.ts';
import type { Harness } from '../fakes/teams/harness.ts';
import { screen, startTeams } from '../fakes/teams/harness.ts';
import type { Signing } from '../fakes/teams/login.ts';

let teams: Harness;
const rejections: unknown[] = [];
/** What reached the console; recorded underneath, before anything of ours wraps it. */
const written: unknown[] = [];
const realError = console.error;
const onRejection = (reason: unknown): void => void rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  console.error = (...given: unknown[]) => void written.push(...given);
  teams = await startTeams();
  teams.replies({ kind: 'show', screen: screen('dag') });
});
afterAll(async () => {
  process.removeListener('unhandledRejection', onRejection);
  console.error = realError;
  await teams.close();
});

beforeEach(() => teams.clear());

/** After each forgery: nothing of ours ran, nothing was left unawaited, and a real request still works. */
afterEach(async () => {
  expect(teams.events).toEqual([]);
  expect(teams.kept).toEqual([]);
  expect(teams.connector.statuses).toEqual([]);
  expect((await teams.post(message())).status).toBe(200);
  expect(teams.events).toHaveLength(1);
  expect(teams.connector.sent).toHaveLength(1);
  expect(rejections).toEqual([]);
});

const message = (): Json => personalMessage(teams.connector.url, 'mag ik een foto plaatsen?');
const seconds = (): number => Math.floor(Date.now() / 1000);

describe('tokens', () => {
  const forged: [string, Record<string, unknown>, Signing][] = [
    ['another key', {}, 'other-key'],
    ['a key nobody knows', {}, 'unknown-id'],
    ['alg none', {}, 'unsigned'],
    ['the public key as a secret', {}, 'hmac'],
    ['another bot', { aud: '00000000-0000-4000-8000-000000000000' }, 'good'],
    ['two bots', { aud: ['11111111-2222-4333-8444-555555555555', 'x'] }, 'good'],
    ['no audience', { aud: undefined }, 'good'],
    ['an empty audience', { aud: '' }, 'good'],
    ['another issuer', { iss: 'https://evil.example' }, 'good'],
    ['an issuer that only begins right', { iss: 'https://api.botframework.com.evil.example' }, 'good'],
    ['the emulator', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0' }, 'good'],
    ['no issuer', { iss: undefined }, 'good'],
    ['two minutes past its expiry', { exp: seconds() - 120 }, 'good'],
    ['expired an hour ago', { exp: seconds() - 3600 }, 'good'],
    ['no expiry', { exp: undefined }, 'good'],
    ['an expiry in words', { exp: 'tomorrow' }, 'good'],
    ['not valid yet', { nbf: seconds() + 3600 }, 'good'],
    ['another service URL', { serviceurl: 'https://smba.trafficmanager.net/emea/' }, 'good'],
    ['no service URL', { serviceurl: undefined }, 'good'],
    ['an empty service URL', { serviceurl: '' }, 'good'],
  ];
  test.each(forged)('%s: 401', async (_name, claims, signing) => {
    const token = await teams.login.token(teams.connector.url, claims, signing);
    expect((await teams.post(message(), { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test.each([
    ['none', ''],
    ['the word alone', 'Bearer'],
    ['another scheme', 'Basic Zm9vOmJhcg=='],
    ['not a token', 'Bearer abc'],
    ['three empty parts', 'Bearer ..'],
    ['parts that are no JSON', 'Bearer YWJj.YWJj.YWJj'],
    ['parts that are null', 'Bearer bnVsbA.bnVsbA.YWJj'],
  ])('authorization %s: 401', async (_name, authorization) => {
    expect((await teams.post(message(), { authorization })).status).toBe(401);
  });

  test('a changed payload under a good signature: 401', async () => {
    const token = await teams.login.token(teams.connector.url, { exp: seconds() - 3600 });
    const [header, payload = '', signature] = token.split('.');
    const claims: Json = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const later = Buffer.from(JSON.stringify({ ...claims, exp: seconds() + 3600 })).toString('base64url');
    const authorization = `Bearer ${header}.${later}.${signature}`;
    expect((await teams.post(message(), { authorization })).status).toBe(401);
  });

  test('within a minute of its expiry a token is still taken: clocks differ', async () => {
    const token = await teams.login.token(teams.connector.url, { exp: seconds() - 20 });
    expect((await teams.post(message(), { authorization: `Bearer ${token}` })).status).toBe(200);
    teams.clear();
  });

  test('a token of another tenant: 403', async () => {
    const token = await teams.login.token(teams.connector.url, { tid: 'ffffffff-0000-4000-8000-000000000000' });
    expect((await teams.post(message(), { authorization: `Bearer ${token}` })).status).toBe(403);
  });
});

describe('service URLs', () => {
  test.each([
    'https://smba.trafficmanager.net.evil.example/emea/',
    'https://evil.trafficmanager.net/emea/',
    'https://smba-trafficmanager.net/emea/',
    'https://xsmba.trafficmanager.net/emea/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net@evil.example/emea/',
    'https://smba.trafficmanager.net:x@evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://user@smba.trafficmanager.net/',
    'http://169.254.169.254/metadata/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net\n/',
    '',
  ])('%j, well signed: 403', async (serviceUrl) => {
    const token = await teams.login.token(serviceUrl === '' ? teams.connector.url : serviceUrl);
    const { status } = await teams.post({ ...message(), serviceUrl }, { authorization: `Bearer ${token}` });
    expect(status).toBe(403);
  });
});

describe('activities, well signed', () => {
  const changed: [string, number, Json][] = [
    ['another tenant', 403, { conversation: { id: 'c', tenantId: 'evil' }, channelData: { tenant: { id: 'evil' } } }],
    ['two tenants', 403, { channelData: { tenant: { id: 'evil' } } }],
    ['no tenant', 403, { conversation: { id: 'c' }, channelData: {} }],
    ['another channel', 403, { channelId: 'webchat' }],
    ['the emulator', 403, { channelId: 'emulator' }],
    ['the engine channel', 403, { channelId: 'AseChannel' }],
    ['an empty channel', 403, { channelId: '' }],
    ['no channel', 400, { channelId: undefined }],
    ['a null sender', 400, { from: null }],
    ['no sender', 400, { from: undefined }],
    ['a sender without an id', 400, { from: { aadObjectId: 'x' } }],
    ['a sender outside the organisation', 403, { from: { id: '29:x', name: 'Gast' } }],
    ['a sender with an empty object id', 400, { from: { id: '29:x', aadObjectId: '' } }],
    ['no service URL', 400, { serviceUrl: undefined }],
    ['a service URL that is a number', 400, { serviceUrl: 1 }],
    ['no conversation', 400, { conversation: null }],
    ['no recipient', 400, { recipient: undefined }],
    ['no type', 400, { type: undefined }],
    ['a type that is a list', 400, { type: ['message'] }],
    ['no id', 400, { id: undefined }],
    ['text that is an object', 400, { text: { $gt: '' } }],
    ['entities that are no list', 400, { entities: 'x' }],
  ];
  test.each(changed)('%s: %i', async (_name, status, change) => {
    const given = await teams.post({ ...message(), ...change });
    expect(given.status).toBe(status);
    expect(given.body).toEqual({ code: expect.any(String), message: expect.any(String) });
    expect(JSON.stringify(given.body)).not.toContain('evil');
  });

  test('an invoke of a guest: 403', async () => {
    const invoke = { ...executed(teams.connector.url, 'x', {}, 'm1'), from: { id: '29:x' } };
    expect((await teams.post(invoke)).status).toBe(403);
  });

  test.each([['{}'], ['[]'], ['null'], ['1'], ['"x"'], ['true']])('%s: 400 signed, 401 unsigned', async (body) => {
    const authorization = `Bearer ${await teams.login.token(teams.connector.url)}`;
    const json = { 'content-type': 'application/json' };
    expect((await teams.raw(body, { ...json, authorization })).status).toBe(400);
    expect((await teams.raw(body, json)).status).toBe(401);
  });
});

describe('bodies', () => {
  const json = { 'content-type': 'application/json' };
  const withValue = (value: string): string =>
    JSON.stringify({ ...message(), value: 0 }).replace('"value":0', `"value":${value}`);
  const cases: [string, number, () => string | Uint8Array<ArrayBuffer>, Record<string, string>][] = [
    ['empty', 400, () => '', json],
    ['broken JSON', 400, () => '{"type":', json],
    ['no UTF-8', 400, () => new Uint8Array(Buffer.from(withValue('"\xff"'), 'latin1')), json],
    ['brackets only', 400, () => '['.repeat(200_000), json],
    ['a deep list in a good activity', 400, () => withValue(`${'['.repeat(50)}${']'.repeat(50)}`), json],
    [
      'a deep list behind a string of backslashes',
      400,
      () => withValue(`["\\\\", ${'['.repeat(50)}${']'.repeat(50)}]`),
      json,
    ],
    ['a deep object in a good activity', 400, () => withValue(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`), json],
    ['huge', 413, () => JSON.stringify({ ...message(), text: 'x'.repeat(1_100_000) }), json],
    ['gzip', 415, () => new Uint8Array(gzipSync(JSON.stringify(message()))), { ...json, 'content-encoding': 'gzip' }],
    ['a form', 415, () => 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text', 415, () => JSON.stringify(message()), { 'content-type': 'text/plain' }],
    ['a type that only begins right', 415, () => '{}', { 'content-type': 'application/jsonp' }],
  ];
  test.each(cases)('%s: %i', async (_name, status, body, headers) => {
    const authorization = `Bearer ${await teams.login.token(teams.connector.url)}`;
    expect((await teams.raw(body(), { ...headers, authorization })).status).toBe(status);
  });

  test('huge without a length: 413', async () => {
    const chunk = new Uint8Array(100_000).fill(0x20);
    let left = 12;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    expect(await teams.stream(stream, json)).toBe(413);
  });

  test('brackets within strings are no depth', async () => {
    const { status } = await teams.post({ ...message(), text: `a "quote" \\" ${'['.repeat(500)}` });
    expect(status).toBe(200);
    teams.clear();
  });
});

test('strangers cannot tell which tenants are known: the signature is checked first', async () => {
  const token = await teams.login.token(teams.connector.url, {}, 'other-key');
  const authorization = `Bearer ${token}`;
  const foreign = { conversation: { id: 'c', tenantId: 'evil' }, channelData: { tenant: { id: 'evil' } } };
  expect((await teams.post(message(), { authorization })).status).toBe(401);
  expect((await teams.post({ ...message(), ...foreign }, { authorization })).status).toBe(401);
});

test('refusals are logged without what was sent, and nothing is written to the console', async () => {
  const token = await teams.login.token(teams.connector.url, { name: 'zeer geheim' }, 'other-key');
  await teams.post({ ...message(), text: 'zeer geheim' }, { authorization: `Bearer ${token}` });
  expect(teams.logged.join('')).toContain('NOT_AUTHENTICATED');
  expect(teams.logged.join('')).not.toMatch(/zeer geheim|Bearer|PUBLIC KEY|eyJ/);
  expect(written).toEqual([]);
});
