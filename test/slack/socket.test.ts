import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, dialog, field, replace, type SlackHarness, show, startSlack } from '../fakes/slack/channel.ts';
import { eventOf } from '../fakes/slack/sender.ts';
import { type FarEnd, startFarEnd } from '../fakes/slack/socket.ts';
import { BOT, TEAM } from '../fakes/slack/state.ts';

let far: FarEnd;
let at: SlackHarness;
const rejections: unknown[] = [];
const onRejection = (reason: unknown): void => void rejections.push(reason);

beforeEach(async () => {
  rejections.length = 0;
  process.on('unhandledRejection', onRejection);
  far = await startFarEnd();
  at = await startSlack({}, { socket: true });
  at.workspace.sockets.push(far.url);
  await at.slack.start();
  await far.connected();
});
afterEach(async () => {
  await at.close();
  await far.close();
  process.removeListener('unhandledRejection', onRejection);
  expect(rejections).toEqual([]);
});

const message = (user: string, channel: string, team = TEAM) =>
  eventOf(team, BOT, { type: 'message', channel_type: 'im', channel, user, text: 'hallo', ts: '1700000000.000001' });

test('an event over the socket is answered as one over HTTP, and HTTP is closed', async () => {
  const who = at.person('docent@school.example');
  at.replies(show('dag'));
  expect(await far.send('events_api', message(who.user.id, who.chat))).toEqual({});
  await at.settled();
  expect(at.events).toMatchObject([
    { who: { person: 'docent@school.example' }, what: { kind: 'text', text: 'hallo' } },
  ]);
  expect(who.messages()).toHaveLength(1);
  expect(at.slack.route).toBeUndefined();
});

test('a form over the socket hears what comes of it', async () => {
  const who = at.person('docent@school.example');
  at.replies(dialog('Formulier', [field('vraag'), button('Versturen', 'stuur', { nonce: 'n' })]));
  const base = { user: { id: who.user.id }, team: { id: TEAM } };
  await far.send('interactive', {
    ...base,
    type: 'shortcut',
    callback_id: 'meld',
    trigger_id: at.workspace.trigger(who.user.id),
  });
  await at.settled();
  const modal = who.modal();
  const view = {
    id: modal?.id,
    callback_id: modal?.view.callback_id,
    type: 'modal',
    private_metadata: modal?.view.private_metadata,
    state: { values: { 'veld-vraag': { vraag: { type: 'plain_text_input', value: 'x' } } } },
  };
  const submission = { ...base, type: 'view_submission', view };
  at.replies({ kind: 'field-errors', errors: [{ field: 'vraag', message: 'Te kort.' }] });
  expect(await far.send('interactive', { ...submission, trigger_id: 't.1' })).toEqual({
    response_action: 'errors',
    errors: { 'veld-vraag': 'Te kort.' },
  });
  at.replies(replace('opgeslagen'));
  expect(await far.send('interactive', { ...submission, trigger_id: 't.2' })).toEqual({ response_action: 'clear' });
  // A form that nobody answers for must not close as if it were kept.
  const strange = { ...submission, view: { ...view, callback_id: undefined }, trigger_id: 't.3' };
  expect(await far.send('interactive', strange)).toMatchObject({ response_action: 'errors' });
});

test('the same event twice is handled once', async () => {
  const who = at.person('docent@school.example');
  at.replies(show('dag'));
  const event = message(who.user.id, who.chat);
  await far.send('events_api', event);
  await far.send('events_api', event);
  await at.settled();
  expect(at.events).toHaveLength(1);
});

describe('what is not ours', () => {
  test.each([
    ['another workspace', () => message('U1', 'D1', 'T0OTHER')],
    ['no workspace', () => ({ type: 'event_callback', event_id: 'E', event: { type: 'message' } })],
    ['a payload that is a list', () => []],
    ['no payload', () => undefined],
  ])('%s is acknowledged and not handled', async (_name, payload) => {
    expect(await far.send('interactive', payload())).toEqual({});
    await at.settled();
    expect(at.events).toEqual([]);
  });

  test.each([['null'], ['1'], ['{'], ['{"type":"events_api"}'], ['{"type":"events_api","payload":null}'], ['[]']])(
    '%s does not end the process, and the next message is answered',
    async (text) => {
      far.raw(text);
      const who = at.person('docent@school.example');
      at.replies(show('dag'));
      await far.send('events_api', message(who.user.id, who.chat));
      await at.settled();
      expect(at.events).toHaveLength(1);
    },
  );
});

test('a lost connection is made again, also when Slack does not answer at first', async () => {
  at.workspace.trouble({ method: 'apps.connections.open', error: 'internal_error' });
  at.workspace.trouble({ method: 'apps.connections.open', hangUp: true });
  far.cut();
  await far.connected();
  expect(far.connections()).toBe(2);
  const who = at.person('docent@school.example');
  at.replies(show('dag'));
  await vi.waitFor(async () => {
    await far.send('events_api', message(who.user.id, who.chat));
    expect(at.events.length).toBeGreaterThan(0);
  }, 60_000);
});
