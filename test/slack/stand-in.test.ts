import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../fakes/slack/json.ts';
import { BOT, type User } from '../fakes/slack/state.ts';
import { startWorkspace, type Workspace } from '../fakes/slack/workspace.ts';

/** The stand-in for Slack refuses what Slack refuses: else every test over it would show less than it seems to. */

let time = 1_700_000_000_000;
let slack: Workspace;
let user: User;
const opened: Workspace[] = [];

beforeEach(async () => {
  slack = await startWorkspace(() => time);
  opened.push(slack);
  user = slack.join('docent@school.example');
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

async function call(method: string, given: Readonly<Record<string, unknown>> = {}, token = slack.token) {
  const fields = Object.entries(given).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(`${slack.url}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(fields),
  });
  const body = (await response.json()) as Json & { readonly error?: string; readonly view?: { id: string } };
  return { status: response.status, retry: response.headers.get('retry-after'), ...body };
}

const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
const blocks = [section('dag')];
const input = {
  type: 'input',
  block_id: 'a',
  label: { type: 'plain_text', text: 'x' },
  element: { type: 'plain_text_input', action_id: 'a' },
};
const modal = (more: Json = {}) => ({ type: 'modal', title: { type: 'plain_text', text: 'Titel' }, blocks, ...more });
const post = (more: Json = {}) => call('chat.postMessage', { channel: user.id, text: 'dag', blocks, ...more });
const open = (view: Json = modal()) => call('views.open', { trigger_id: slack.trigger(user.id), view });
const button = (more: Json = {}) => ({
  type: 'button',
  action_id: 'a',
  text: { type: 'plain_text', text: 'Ja' },
  ...more,
});
const actions = (...elements: Json[]) => [{ type: 'actions', elements }];

test('control: what is right is taken', async () => {
  expect(await post()).toMatchObject({ ok: true, status: 200 });
  expect(await open()).toMatchObject({ ok: true });
  expect(await open(modal({ submit: { type: 'plain_text', text: 'Ja' }, blocks: [input] }))).toMatchObject({
    ok: true,
  });
});

describe('who asks', () => {
  test('another token', async () => {
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    expect(await call('apps.connections.open')).toMatchObject({ error: 'invalid_auth' });
  });

  test('a method that there is not', async () => {
    expect(await call('chat.shout')).toMatchObject({ error: 'unknown_method' });
  });

  test.each([
    ['chat:write', 'chat.postMessage', { channel: 'C1', text: 'x', blocks }],
    ['chat:write', 'chat.update', { channel: 'C1', ts: '1.1', text: 'x', blocks }],
    ['users:read', 'users.info', { user: 'U1' }],
    ['users:read.email', 'users.lookupByEmail', { email: 'a@b.example' }],
  ])('without the scope %s: %s', async (scope, method, given) => {
    slack.scopes.splice(0);
    expect(await call(method, given)).toMatchObject({ error: 'missing_scope', needed: scope });
  });
});

describe('arguments', () => {
  test.each<[string, Json]>([
    ['chat.postMessage', { channel: 'C1', text: 'x', blocks, colour: 'red' }],
    ['chat.postMessage', { text: 'x', blocks }],
    ['chat.postMessage', { channel: 'C1', text: 'x', blocks: '{' }],
    ['chat.update', { channel: 'C1', text: 'x', blocks }],
    ['users.info', {}],
    ['views.open', { view: modal() }],
    ['views.publish', { view: { type: 'home', blocks } }],
  ])('%s with %j', async (method, given) => {
    expect(await call(method, given)).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });
});

describe('channels and people', () => {
  test.each<[string, () => string]>([
    ['channel_not_found', () => 'C0NOWHERE'],
    ['not_in_channel', () => slack.channel(user.id)],
    ['user_disabled', () => slack.join('weg@school.example', { deleted: true }).id],
  ])('%s', async (error, channel) => {
    expect(await post({ channel: channel() })).toMatchObject({ ok: false, error });
  });

  test('a message that is not there, or that only one person sees', async () => {
    const channel = slack.channel(BOT);
    const { ts } = slack.write({ channel, text: 'x', blocks: [], only: user.id });
    for (const id of [ts, '1.1']) {
      expect(await call('chat.update', { channel, ts: id, text: 'x', blocks })).toMatchObject({
        error: 'message_not_found',
      });
    }
  });

  test('somebody who is not there', async () => {
    expect(await call('users.info', { user: 'U0NIEMAND' })).toMatchObject({ error: 'user_not_found' });
    expect(await call('users.lookupByEmail', { email: 'x@y.example' })).toMatchObject({ error: 'users_not_found' });
    expect(await call('views.publish', { user_id: 'U0NIEMAND', view: { type: 'home', blocks } })).toMatchObject({
      error: 'user_not_found',
    });
  });

  test('a second message in a channel within a second: 429 with Retry-After', async () => {
    await post();
    expect(await post()).toMatchObject({ status: 429, retry: '1', error: 'ratelimited' });
    time += 1000;
    expect(await post()).toMatchObject({ ok: true });
  });
});

describe('modals', () => {
  test('a trigger that is made up, used, or too old', async () => {
    const view = modal();
    expect(await call('views.open', { trigger_id: '1.2', view })).toMatchObject({ error: 'invalid_trigger_id' });
    const trigger_id = slack.trigger(user.id);
    await call('views.open', { trigger_id, view });
    expect(await call('views.open', { trigger_id, view })).toMatchObject({ error: 'exchanged_trigger_id' });
    const old = slack.trigger(user.id);
    time += 3001;
    expect(await call('views.open', { trigger_id: old, view })).toMatchObject({ error: 'expired_trigger_id' });
  });

  test('one on top of nothing, and a fourth', async () => {
    const push = () => call('views.push', { trigger_id: slack.trigger(user.id), view: modal() });
    expect(await push()).toMatchObject({ error: 'not_found' });
    await open();
    expect([await push(), await push(), await push()]).toMatchObject([
      { ok: true },
      { ok: true },
      { error: 'push_limit_reached' },
    ]);
  });

  test('a change of one that is closed, or that changed meanwhile', async () => {
    const { view } = await open();
    const update = (more: Json) => call('views.update', { view_id: view?.id, view: modal(), ...more });
    expect(await update({ view_id: 'V0' })).toMatchObject({ error: 'not_found' });
    expect(await update({ hash: '1.1' })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({})).toMatchObject({ ok: true });
  });
});

const plain = (text: string) => ({ type: 'plain_text', text });
const x = (length: number) => 'x'.repeat(length);
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ text: plain('x'), value: `${at}` }));
const field = (element: Json, more: Json = {}) => [{ ...input, element: { action_id: 'a', ...element }, ...more }];

describe('blocks', () => {
  test.each<[string, readonly unknown[]]>([
    ['51 blocks', Array(51).fill(section('x'))],
    ['none', []],
    ['a kind that is not there', [{ type: 'card' }]],
    ['a field that is not there', [{ ...section('x'), colour: 'red' }]],
    ['a section of 3,001 characters', [section(x(3001))]],
    ['a section without anything', [{ type: 'section' }]],
    ['empty text', [section('')]],
    ['eleven fields', [{ type: 'section', fields: Array(11).fill(plain('x')) }]],
    ['a field of 2,001', [{ type: 'section', fields: [plain(x(2001))] }]],
    ['a header of 151', [{ type: 'header', text: plain(x(151)) }]],
    ['a header in markup', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['a button of 76', actions(button({ text: plain(x(76)) }))],
    ['a value of 2,001', actions(button({ value: x(2001) }))],
    ['an action id of 256', actions(button({ action_id: x(256) }))],
    ['an action id twice', actions(button(), button())],
    ['26 buttons', actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `${at}` })))],
    ['a style that is not there', actions(button({ style: 'blue' }))],
    [
      'a block id twice',
      [
        { ...section('x'), block_id: 'b' },
        { ...section('x'), block_id: 'b' },
      ],
    ],
    ['eleven context elements', [{ type: 'context', elements: Array(11).fill(plain('x')) }]],
  ])('%s', async (_name, given) => {
    expect(await post({ blocks: given })).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });

  test('blocks that are too long together, no text, and a text that calls people', async () => {
    expect(await post({ blocks: Array(10).fill(section(x(2000))) })).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(await post({ text: '' })).toMatchObject({ error: 'no_text' });
    expect(await post({ text: '<!channel>' })).toMatchObject({ ok: false });
  });

  test.each<[string, Json]>([
    ['a title of 25', { title: plain(x(25)) }],
    ['a submit of 25', { submit: plain(x(25)) }],
    ['a close of 25', { close: plain(x(25)) }],
    ['101 blocks', { blocks: Array(101).fill(section('x')) }],
    ['private_metadata of 3,001', { private_metadata: x(3001) }],
    ['a callback id of 256', { callback_id: x(256) }],
    ['fields without a submit', { blocks: [input] }],
    ['a home tab', { type: 'home' }],
  ])('a modal with %s', async (_name, more) => {
    expect(await open(modal(more))).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });

  test.each<[string, readonly unknown[]]>([
    ['a text of at most 3,001', field({ type: 'plain_text_input', max_length: 3001 })],
    ['more text in it than it takes', field({ type: 'plain_text_input', max_length: 3, initial_value: 'vier' })],
    ['a placeholder of 151', field({ type: 'plain_text_input', placeholder: plain(x(151)) })],
    ['101 options', field({ type: 'static_select', options: options(101) })],
    ['eleven radio buttons', field({ type: 'radio_buttons', options: options(11) })],
    ['an option of 76', field({ type: 'static_select', options: [{ text: plain(x(76)), value: 'a' }] })],
    [
      'a choice that is no option',
      field({ type: 'static_select', options: options(1), initial_option: options(2)[1] }),
    ],
    ['a day that is none', field({ type: 'datepicker', initial_date: '2026-02-30' })],
    ['a label of 2,001', field({ type: 'plain_text_input' }, { label: plain(x(2001)) })],
  ])('a form with %s', async (_name, given) => {
    expect(await open(modal({ submit: plain('Ja'), blocks: given }))).toMatchObject({ error: 'invalid_arguments' });
  });
});

describe('a response_url', () => {
  const right = { text: 'x', blocks, response_type: 'ephemeral', replace_original: false };
  const answer = async (url: string, body: Json = right) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  };
  const fresh = () => slack.hookUrl(slack.hook(user.id, slack.channel(user.id)));

  test('works five times', async () => {
    const url = fresh();
    for (let times = 0; times < 5; times++) expect(await answer(url)).toEqual({ status: 200, text: 'ok' });
    expect(await answer(url)).toEqual({ status: 404, text: 'expired_url' });
  });

  test('works for half an hour', async () => {
    const url = fresh();
    time += 30 * 60_000 + 1;
    expect(await answer(url)).toMatchObject({ status: 404 });
  });

  test.each<[string, Json]>([
    ['a field that is not there', { ...right, channel: 'C1' }],
    ['another type', { ...right, response_type: 'all' }],
    ['blocks that are wrong', { ...right, blocks: [section(x(3001))] }],
  ])('refuses %s', async (_name, body) => {
    expect(await answer(fresh(), body)).toMatchObject({ status: 400 });
  });
});
