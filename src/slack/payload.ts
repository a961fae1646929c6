import { z } from 'zod';
import { Refused } from './refused.ts';

/**
 * The shapes of what Slack sends, with the fields this bot reads. All others are dropped, so that Bolt never sees them either.
 * Kinds we do not listen to become `other`: they are acknowledged and nothing more.
 */

const id = z.string().regex(/^[A-Z0-9]{1,40}$/);
const ts = z.string().regex(/^\d{1,12}(\.\d{1,8})?$/);
const token = z.string().min(1).max(500);
const optional = <Type extends z.ZodType>(type: Type) => type.nullish().transform((value) => value ?? undefined);
const text = optional(z.string().max(200_000));

const address = z.url({ protocol: /^https?$/ }).max(2000);
const team = z.object({ id, domain: optional(z.string().max(100)) });
const user = z.object({
  id,
  team_id: optional(id),
  username: optional(z.string().max(200)),
  name: optional(z.string().max(200)),
});

const files = optional(z.array(z.unknown()));
const typed = {
  channel: id,
  user: optional(id),
  user_team: optional(id),
  bot_id: optional(z.string()),
  subtype: optional(z.string().max(100)),
  text,
  ts,
  thread_ts: optional(ts),
  files,
};

const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel_type: optional(z.string().max(20)), ...typed }),
  z.object({ type: z.literal('app_mention'), ...typed }),
  z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().max(20), channel: optional(id) }),
]);

const authorization = z.object({ team_id: optional(id), user_id: optional(id) });

const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: token,
  authorizations: optional(z.array(authorization).max(100)),
  event,
});

const otherEvent = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: token,
  event: z.object({ type: z.string().min(1).max(100) }),
});

const command = z.object({
  command: z.string().regex(/^\/[^\s]{1,40}$/),
  text,
  team_id: id,
  user_id: id,
  user_name: optional(z.string().max(200)),
  channel_id: id,
  trigger_id: token,
  response_url: address,
});

const chosen = z.object({ value: z.string().max(200) });
const state = z.object({
  type: z.string(),
  value: optional(z.string().max(10_000)),
  selected_option: optional(chosen),
  selected_options: optional(z.array(chosen).max(100)),
  selected_date: optional(z.string().max(20)),
});
const values = z.object({ values: z.record(z.string(), z.record(z.string(), state)) });

const shown = z.record(z.string(), z.unknown());

const view = z.object({
  id,
  type: z.enum(['modal', 'home']),
  hash: optional(z.string().max(200)),
  callback_id: optional(z.string().max(255)),
  private_metadata: optional(z.string().max(3000)),
  state: optional(values),
  app_installed_team_id: optional(id),
  /** What it shows, as Slack gives it back: only ever sent to Slack again. */
  title: optional(shown),
  submit: optional(shown),
  close: optional(shown),
  blocks: optional(z.array(shown).max(100)),
});

const interactive = { team: optional(team), user, trigger_id: token };

const action = z.object({
  action_id: z.string().min(1).max(255),
  block_id: optional(z.string().max(255)),
  type: z.string(),
  value: optional(z.string().max(2000)),
});

const blockActions = z.object({
  type: z.literal('block_actions'),
  ...interactive,
  response_url: optional(address),
  container: z.object({
    type: z.string(),
    message_ts: optional(ts),
    channel_id: optional(id),
    is_ephemeral: optional(z.boolean()),
    thread_ts: optional(ts),
  }),
  view: optional(view),
  state: optional(values),
  actions: z.array(action).min(1).max(25),
});

const viewSubmission = z.object({ type: z.literal('view_submission'), ...interactive, view });

const shortcut = z.object({ type: z.literal('shortcut'), ...interactive, callback_id: z.string().min(1).max(255) });

const messageShortcut = z.object({
  type: z.literal('message_action'),
  ...interactive,
  callback_id: z.string().min(1).max(255),
  channel: z.object({ id }),
  message: z.object({ text, ts, thread_ts: optional(ts), files: optional(z.array(z.unknown())) }),
});

const urlVerification = z.object({ type: z.literal('url_verification'), challenge: z.string().min(1).max(1000) });

const sslCheck = z.object({ ssl_check: z.literal('1') });

export type EventCallback = z.infer<typeof eventCallback>;
export type SlashCommand = z.infer<typeof command>;
export type BlockActions = z.infer<typeof blockActions>;
export type ViewSubmission = z.infer<typeof viewSubmission>;
export type Shortcut = z.infer<typeof shortcut>;
export type MessageShortcut = z.infer<typeof messageShortcut>;
export type State = NonNullable<BlockActions['state']>['values'];
export type SlackUser = z.infer<typeof user>;
export type ViewPayload = z.infer<typeof view>;

/** What Bolt gets to see. */
export type Payload = EventCallback | SlashCommand | BlockActions | ViewSubmission | Shortcut | MessageShortcut;

/** What somebody sends; `greeting` are the two questions Slack asks about the address itself, `other` what we do not hear. */
export type Parsed =
  | { readonly kind: 'payload'; readonly payload: Payload }
  | { readonly kind: 'greeting'; readonly challenge: string | undefined }
  | { readonly kind: 'other'; readonly team: string };

const LISTENED: readonly string[] = ['message', 'app_mention', 'app_home_opened'];
const payloads: Readonly<Record<string, z.ZodType<Payload>>> = {
  event_callback: eventCallback,
  block_actions: blockActions,
  view_submission: viewSubmission,
  shortcut,
  message_action: messageShortcut,
};

/** Checks the shape of a body; the refusal names the fields, never what was in them. */
export function parsePayload(body: unknown): Parsed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refused(400, 'The body is no object.');
  }
  const given: Readonly<Record<string, unknown>> = { ...body };
  if (given.type === 'url_verification') {
    return { kind: 'greeting', challenge: checked(urlVerification, given).challenge };
  }
  if (given.type === undefined && given.ssl_check !== undefined) {
    checked(sslCheck, given);
    return { kind: 'greeting', challenge: undefined };
  }
  if (given.type === undefined && given.command !== undefined) {
    return { kind: 'payload', payload: checked(command, given) };
  }
  return parseTyped(given);
}

function parseTyped(given: Readonly<Record<string, unknown>>): Parsed {
  const type = typeof given.type === 'string' ? given.type : '';
  if (type === 'event_callback') {
    const { event: inner, team_id } = checked(otherEvent, given);
    if (!LISTENED.includes(inner.type)) return { kind: 'other', team: team_id };
  }
  const shape = Object.hasOwn(payloads, type) ? payloads[type] : undefined;
  if (shape !== undefined) return { kind: 'payload', payload: checked(shape, given) };
  // A modal that was closed, a menu that asks for options: signed by Slack, and nothing of ours.
  const { team: from } = checked(z.object({ type: z.string().min(1).max(100), team }), given);
  return { kind: 'other', team: from.id };
}

function checked<Out>(shape: z.ZodType<Out>, given: unknown): Out {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.slice(0, 3).join('.') || 'body'))];
  throw new Refused(400, `The request is malformed: ${fields.slice(0, 5).join(', ')}.`);
}

/** The workspace this bot was installed in, and where the request is from; undefined when it names none. */
export function workspaceOf(payload: Payload): string | undefined {
  if ('command' in payload) return payload.team_id;
  // In a channel shared with another organisation the event is of theirs; the authorization says through whom we hear it.
  if ('event' in payload) return payload.authorizations?.[0]?.team_id ?? payload.team_id;
  const installed = 'view' in payload ? payload.view?.app_installed_team_id : undefined;
  return installed ?? payload.team?.id ?? payload.user.team_id;
}
