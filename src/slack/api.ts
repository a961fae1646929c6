import { webApi } from '@slack/bolt';
import type { HomeView, ModalView } from '@slack/types';
import { refusalOf, SlackRefused } from './api-error.ts';
import type { Message } from './blocks/message.ts';
import type { Log } from './log.ts';
import { type Member, readMember } from './member.ts';
import { createPacer, type Pace } from './pacing.ts';
import { quietLogger } from './quiet.ts';

/** Where a message stands: its channel and Slack's time stamp, which is its id. */
export type Posted = { readonly channel: string; readonly ts: string };

/** What the bot asks of Slack. Everything rejects with `SlackRefused`. */
export type Api = {
  /** Posts a message; a user's id as channel is the chat of that person with the bot. */
  post(channel: string, message: Message, thread?: string): Promise<Posted>;
  /** Changes a message for everybody who sees it. */
  update(posted: Posted, message: Message): Promise<void>;
  /** Opens a modal, or puts one on top of the open one. A trigger lives three seconds and works once. */
  open(trigger: string, view: ModalView): Promise<void>;
  push(trigger: string, view: ModalView): Promise<void>;
  /** Changes an open modal, unless it changed since `hash`. */
  updateView(view: { readonly id: string; readonly hash?: string | undefined }, content: ModalView): Promise<void>;
  /** Fills somebody's home tab. */
  publish(user: string, view: HomeView): Promise<void>;
  /** Who a user is, as the workspace vouches for them. */
  member(user: string): Promise<Member>;
  /** The user with this e-mail; rejects with users_not_found when there is none. */
  memberByEmail(email: string): Promise<Member>;
  /** The workspace that the token is of. */
  workspace(): Promise<string>;
  /** Answers through a `response_url`: to one person, in place of what they clicked, or to everybody there. */
  respond(responseUrl: string, message: Message, how: 'ephemeral' | 'replace' | 'in_channel'): Promise<void>;
};

export type ApiOptions = {
  readonly token: string;
  /** Only tests name another one than Slack's. */
  readonly url?: string | undefined;
  readonly log: Log;
  readonly pace: Pace;
};

const TRY_MS = 5000;
/** Everything together, waiting for Slack's Retry-After included. */
const BUDGET_MS = 8000;
const SLACK = 'https://slack.com/api/';
const HOOKS = 'https://hooks.slack.com';

export function createApi({ token, url = SLACK, log, pace }: ApiOptions): Api {
  const client = new webApi.WebClient(token, {
    slackApiUrl: url,
    logger: quietLogger(log),
    timeout: TRY_MS,
    // Its own way is to try for half an hour, and to let one full channel hold up all others.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
  const pacer = createPacer(pace);
  const hooks = url === SLACK ? HOOKS : new URL(url).origin;

  /** Tries again where Slack asks for that and says how long to wait, within the budget. */
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    const end = pace.now() + BUDGET_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const refusal = refusalOf(error);
        const wait = refusal.retryAfterMs;
        if (wait === undefined || pace.now() + wait > end) throw refusal;
        await pace.wait(wait);
      }
    }
  };

  /** For what has to be done while somebody waits with a trigger: now or not. */
  const atOnce = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw refusalOf(error);
    }
  };

  return {
    post: (channel, { text, blocks }, thread) =>
      patiently(() =>
        pacer.post(channel, async () => {
          const quiet = { unfurl_links: false, unfurl_media: false };
          const where = thread === undefined ? {} : { thread_ts: thread };
          const posted = await client.chat.postMessage({ channel, text, blocks: [...blocks], ...quiet, ...where });
          if (posted.channel === undefined || posted.ts === undefined) throw new SlackRefused('no_answer');
          pacer.same(channel, posted.channel);
          return { channel: posted.channel, ts: posted.ts };
        }),
      ),
    update: ({ channel, ts }, { text, blocks }) =>
      patiently(async () => void (await client.chat.update({ channel, ts, text, blocks: [...blocks] }))),
    open: (trigger_id, view) => atOnce(async () => void (await client.views.open({ trigger_id, view }))),
    push: (trigger_id, view) => atOnce(async () => void (await client.views.push({ trigger_id, view }))),
    updateView: ({ id, hash }, view) =>
      atOnce(
        async () => void (await client.views.update({ view_id: id, view, ...(hash === undefined ? {} : { hash }) })),
      ),
    publish: (user_id, view) => patiently(async () => void (await client.views.publish({ user_id, view }))),
    member: (user) => patiently(async () => readMember((await client.users.info({ user })).user)),
    memberByEmail: (email) => patiently(async () => readMember((await client.users.lookupByEmail({ email })).user)),
    workspace: () => patiently(async () => (await client.auth.test()).team_id ?? ''),
    respond: (responseUrl, message, how) =>
      patiently(async () => {
        if (URL.parse(responseUrl)?.origin !== hooks) throw new SlackRefused('response_url_not_allowed');
        await answer(responseUrl, { ...message, ...manners[how] });
      }),
  };
}

const manners = {
  ephemeral: { response_type: 'ephemeral', replace_original: false },
  replace: { response_type: 'ephemeral', replace_original: true },
  in_channel: { response_type: 'in_channel', replace_original: false },
} as const;

async function answer(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TRY_MS),
  });
  if (response.ok) return void (await response.body?.cancel());
  const text = await response.text();
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (response.status === 429 && Number.isFinite(seconds)) throw new SlackRefused('ratelimited', seconds * 1000);
  // Used five times, or half an hour old.
  const expired = response.status === 404 || /expired_url|used_url/.test(text);
  throw new SlackRefused(expired ? 'response_url_expired' : `http_${response.status}`);
}
