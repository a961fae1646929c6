import fc from 'fast-check';
import { eventOf, FORM } from '../../fakes/slack/sender.ts';
import { BOT, TEAM } from '../../fakes/slack/state.ts';
import type { Request } from './requests.ts';
import { anything, text, values, verb } from './values.ts';

/** What goes to `/slack/events`: every kind that Slack sends, with parts left out, put in place of others, or made up. */

const PATH = '/slack/events';
const json = (body: unknown): Request => ({
  method: 'POST',
  path: PATH,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const form = (fields: Readonly<Record<string, string>>): Request => ({
  method: 'POST',
  path: PATH,
  headers: { 'content-type': FORM },
  body: new URLSearchParams(fields).toString(),
});

/** So many people of the example board have an account; the stand-in numbers them. Each chat takes a message a second. */
export const KNOWN = 20;

const user = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: KNOWN }).map((index) => `U${String(index).padStart(6, '0')}`) },
  { weight: 1, arbitrary: fc.constant('U0NIEMAND') },
);
const id = fc.oneof({ weight: 8, arbitrary: fc.uuid() }, { weight: 1, arbitrary: text });
const channel = fc.constantFrom('D000001', 'C1', 'D000002');

/** Some fields, at any depth, left out or put in place of others. */
const broken = (name: fc.Arbitrary<string>) => fc.dictionary(name, anything, { maxKeys: 2 });

const event = fc
  .tuple(
    fc.constantFrom('message', 'app_mention', 'app_home_opened', 'reaction_added', 'tokens_revoked'),
    user,
    channel,
    text,
    broken(fc.constantFrom('user', 'channel', 'text', 'ts', 'subtype', 'files', 'bot_id', 'tab', 'thread_ts', 'item')),
    broken(fc.constantFrom('event', 'authorizations', 'team_id', 'event_id', 'type')),
  )
  .map(([type, who, where, words, inner, outer]) => {
    const base = { type, user: who, channel: where, channel_type: 'im', tab: 'home', text: words, ts: '1700000000.1' };
    return json({ ...eventOf(TEAM, BOT, { ...base, ...inner }), ...outer });
  });

const command = fc
  .tuple(fc.constantFrom('/protocol', '/twijfel', '/meld', '/meldingen', '/anders'), user, channel, text, id)
  .map(([name, who, where, words, trigger_id]) =>
    form({
      command: name,
      text: words,
      team_id: TEAM,
      user_id: who,
      channel_id: where,
      trigger_id,
      response_url: 'http://127.0.0.1:9/hook',
    }),
  );

const metadata = fc.oneof(
  fc
    .tuple(verb, values(text), text)
    .map(([name, data, nonce]) =>
      JSON.stringify({ send: { verb: name, data: { ...data, nonce } }, pages: [], under: [] }),
    ),
  anything.map((value) => JSON.stringify(value) ?? ''),
  text,
);

const state = fc.dictionary(
  fc.constantFrom('veld-vraag', 'veld-draft', 'veld-wat', 'veld-over', '__proto__', 'x'),
  fc.dictionary(
    fc.constantFrom('vraag', 'wat', 'over', 'besluit', 'constructor'),
    fc.oneof(anything, fc.record({ type: fc.constant('plain_text_input'), value: text })),
  ),
  { maxKeys: 3 },
);

const interactive = fc
  .tuple(
    fc.constantFrom(
      'block_actions',
      'view_submission',
      'view_closed',
      'shortcut',
      'message_action',
      'block_suggestion',
    ),
    fc.tuple(user, channel, id, text),
    fc.tuple(verb, values(anything), metadata, state),
    broken(
      fc.constantFrom('user', 'team', 'container', 'view', 'actions', 'message', 'trigger_id', 'callback_id', 'type'),
    ),
  )
  .map(([type, [who, where, trigger_id, words], [name, data, private_metadata, typed], changes]) => {
    const view = { id: 'V1', type: 'modal', callback_id: 'bij-twijfel', private_metadata, state: { values: typed } };
    const payload = {
      type,
      user: { id: who, team_id: TEAM },
      team: { id: TEAM, domain: 'voorbeeld' },
      trigger_id,
      callback_id: 'meld-bericht',
      container: { type: 'message', channel_id: where, message_ts: '1700000000.1' },
      channel: { id: where },
      message: { text: words, ts: '1700000000.1' },
      actions: [{ type: 'button', action_id: `${name}#0`, value: JSON.stringify(data) }],
      ...(type === 'view_submission' ? { view } : {}),
      ...changes,
    };
    return form({ payload: JSON.stringify(payload) });
  });

const shapeless = fc.oneof(
  anything.map(json),
  anything.map((value) => form({ payload: JSON.stringify(value) ?? '' })),
  text.map((payload) => form({ payload })),
);

const whole = fc.oneof(
  { weight: 3, arbitrary: event },
  { weight: 2, arbitrary: command },
  { weight: 5, arbitrary: interactive },
  { weight: 1, arbitrary: shapeless },
);

/** Most signed as Slack signs, the others not. */
export const slack: fc.Arbitrary<Request> = fc.oneof(
  { weight: 8, arbitrary: whole.map((request): Request => ({ ...request, signed: true })) },
  { weight: 1, arbitrary: whole },
);
