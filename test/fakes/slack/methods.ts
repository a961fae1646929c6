import { z } from 'zod';
import { faultInBlocks, faultInView } from './blocks.ts';
import type { Json } from './json.ts';
import { BOT, type Message, type State, TEAM, type User } from './state.ts';

/** The methods the bot uses, each with the arguments Slack knows and what it refuses. */

export type Outcome = Json & { readonly ok: boolean };
type Method = (given: Json, state: State) => Outcome;

const refuse = (error: string, detail?: string): Outcome => ({
  ok: false,
  error,
  ...(detail === undefined ? {} : { response_metadata: { messages: [`[ERROR] ${detail}`] } }),
});

/** A form carries text; objects come as JSON. */
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});
const flag = z.enum(['true', 'false']);

const method =
  <Shape extends z.ZodRawShape>(
    shape: Shape,
    run: (given: z.output<z.ZodObject<Shape>>, state: State) => Outcome,
  ): Method =>
  (given, state) => {
    const checked = z.strictObject(shape).safeParse(given);
    if (!checked.success) return refuse('invalid_arguments', z.prettifyError(checked.error));
    return run(checked.data as z.output<z.ZodObject<Shape>>, state);
  };

/** The channel that is meant, or why the bot cannot write there. */
function channelFor(channel: string, state: State): string | Outcome {
  const user = state.users.get(channel);
  if (user !== undefined) return user.more.deleted === true ? refuse('user_disabled') : state.chatOf(channel);
  const members = state.channels.get(channel);
  if (members === undefined) return refuse('channel_not_found');
  return members.has(BOT) ? channel : refuse('not_in_channel');
}

const textAndBlocks = { text: z.string(), blocks: json };

function fault(text: string, blocks: unknown): Outcome | undefined {
  const found = faultInBlocks(blocks);
  if (found !== undefined) return refuse(found.error, found.detail);
  if (text === '') return refuse('no_text');
  return /<[!@#]/.test(text) ? refuse('mention_in_text', 'somebody would be called') : undefined;
}

const asMessage = ({ channel, ts, text, blocks }: Message) => ({ ok: true, channel, ts, message: { text, blocks } });

const view = (given: unknown, type: 'modal' | 'home'): Outcome | undefined => {
  const found = faultInView(given);
  if (found !== undefined) return refuse(found.error, found.detail);
  return (given as Json).type === type ? undefined : refuse('invalid_arguments', `not a ${type}`);
};

const userJson = ({ id, email, team, more }: User): Json => ({
  id,
  team_id: team,
  name: email.split('@')[0],
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_email_confirmed: true,
  profile: { email, real_name: email },
  ...more,
});

/** What the app must be allowed for a method; the others need a token only. */
export const scopeOf: Readonly<Record<string, string>> = {
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
};

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': method({}, () => ({ ok: true, team_id: TEAM, user_id: BOT, bot_id: 'B0BOT' })),

  'apps.connections.open': method({}, (_given, { sockets }) => {
    const url = sockets.at(0);
    return url === undefined ? refuse('internal_error') : { ok: true, url };
  }),

  'users.info': method({ user: z.string() }, ({ user }, { users }) => {
    const found = users.get(user);
    return found === undefined ? refuse('user_not_found') : { ok: true, user: userJson(found) };
  }),

  'users.lookupByEmail': method({ email: z.string() }, ({ email }, { users }) => {
    const found = [...users.values()].find((each) => each.email.toLowerCase() === email.toLowerCase());
    if (found === undefined || found.more.deleted === true) return refuse('users_not_found');
    return { ok: true, user: userJson(found) };
  }),

  'chat.postMessage': method(
    {
      channel: z.string(),
      ...textAndBlocks,
      thread_ts: z.string().optional(),
      unfurl_links: flag.optional(),
      unfurl_media: flag.optional(),
    },
    ({ channel: given, text, blocks, thread_ts: thread }, state) => {
      const channel = channelFor(given, state);
      if (typeof channel !== 'string') return channel;
      const refused = fault(text, blocks);
      if (refused !== undefined) return refused;
      if (state.tooFast(channel)) return { ok: false, error: 'ratelimited', retryAfter: 1 };
      return asMessage(state.write({ channel, thread, text, blocks: blocks as Json[] }));
    },
  ),

  'chat.update': method({ channel: z.string(), ts: z.string(), ...textAndBlocks }, (given, state) => {
    const { channel, ts, text, blocks } = given;
    if (!state.channels.has(channel)) return refuse('channel_not_found');
    const held = state.messages.get(`${channel} ${ts}`);
    // What one person sees alone can be changed through its response_url only.
    if (held === undefined || held.only !== undefined) return refuse('message_not_found');
    const refused = fault(text, blocks);
    if (refused !== undefined) return refused;
    const changed = { ...held, text, blocks: blocks as Json[] };
    state.change(changed);
    return asMessage(changed);
  }),

  'views.open': method({ trigger_id: z.string(), view: json }, ({ trigger_id, view: given }, state) => {
    const trigger = state.spend(trigger_id);
    if ('error' in trigger) return refuse(trigger.error);
    const refused = view(given, 'modal');
    if (refused !== undefined) return refused;
    const modal = state.modal(trigger.user, given as Json);
    state.stack(trigger.user).splice(0, Number.POSITIVE_INFINITY, modal);
    return { ok: true, view: { id: modal.id, hash: modal.hash } };
  }),

  'views.push': method({ trigger_id: z.string(), view: json }, ({ trigger_id, view: given }, state) => {
    const trigger = state.spend(trigger_id);
    if ('error' in trigger) return refuse(trigger.error);
    const refused = view(given, 'modal');
    if (refused !== undefined) return refused;
    const stack = state.stack(trigger.user);
    if (stack.length === 0) return refuse('not_found');
    if (stack.length >= 3) return refuse('push_limit_reached');
    const modal = state.modal(trigger.user, given as Json);
    stack.push(modal);
    return { ok: true, view: { id: modal.id, hash: modal.hash } };
  }),

  'views.update': method(
    { view_id: z.string(), view: json, hash: z.string().optional() },
    ({ view_id, view: given, hash }, state) => {
      const found = state.modalById(view_id);
      const modal = found?.stack[found.index];
      if (found === undefined || modal === undefined) return refuse('not_found');
      if (hash !== undefined && hash !== modal.hash) return refuse('hash_conflict');
      const refused = view(given, 'modal');
      if (refused !== undefined) return refused;
      const { hash: fresh } = state.modal(modal.user, given as Json);
      found.stack[found.index] = { ...modal, view: given as Json, hash: fresh };
      return { ok: true, view: { id: modal.id, hash: fresh } };
    },
  ),

  'views.publish': method({ user_id: z.string(), view: json }, ({ user_id, view: given }, state) => {
    if (!state.users.has(user_id)) return refuse('user_not_found');
    const refused = view(given, 'home');
    if (refused !== undefined) return refused;
    state.homes.set(user_id, given as Json);
    return { ok: true, view: { id: `V${user_id}` } };
  }),
};
