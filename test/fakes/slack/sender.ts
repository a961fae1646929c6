import { createHmac } from 'node:crypto';
import type { Json } from './json.ts';

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export type Answered = { readonly status: number; readonly body: unknown };

/** What Slack sends over HTTP, signed as Slack signs. */
export type Sender = {
  /** An event, a challenge: JSON. */
  json(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** A button, a form, a shortcut: JSON in a form field. */
  payload(payload: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** A slash command: a form. */
  form(fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Any bytes with exactly these headers. */
  raw(body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>): Promise<Answered>;
};

export const signature = (body: string | Uint8Array, seconds: number, secret = SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${seconds}:`).update(body).digest('hex')}`;

export const FORM = 'application/x-www-form-urlencoded';

export function createSender(url: string, now: () => number = Date.now): Sender {
  const raw: Sender['raw'] = async (body, headers) => {
    const response = await fetch(`${url}/slack/events`, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const signed = (body: string, type: string, headers: Readonly<Record<string, string>>) => {
    const seconds = Math.floor(now() / 1000);
    return raw(body, {
      'content-type': type,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signature(body, seconds),
      ...headers,
    });
  };
  return {
    raw,
    json: (body, headers = {}) => signed(JSON.stringify(body), 'application/json', headers),
    payload: (payload, headers = {}) =>
      signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM, headers),
    form: (fields, headers = {}) => signed(new URLSearchParams(fields).toString(), FORM, headers),
  };
}

/** An event as Slack wraps it; its id is new each time. */
let events = 0;
export const eventOf = (team: string, bot: string, event: Json): Json => ({
  token: 'legacy',
  team_id: team,
  api_app_id: 'A0APP',
  type: 'event_callback',
  event_id: `Ev${++events}`,
  event_time: 1,
  authorizations: [{ enterprise_id: null, team_id: team, user_id: bot, is_bot: true, is_enterprise_install: false }],
  event,
});
