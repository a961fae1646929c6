import { z } from 'zod';

/** The shapes of what Slack sends, with the fields this bot reads. All others are dropped, so that Bolt never sees them either. */

const id = z.string().regex(/^[A-Z0-9]{1,40}$/);
const ts = z.string().regex(/^\d{1,12}(\.\d{1,8})?$/);
const token = z.string().min(1).max(500);
const optional = <Type extends z.ZodType>(type: Type) => type.nullish().transform((value) => value ?? undefined);
const text = optional(z.string().max(200_000));

const address = z.url({ protocol: /^https?$/ }).max(2000);
export const team = z.object({ id, domain: optional(z.string().max(100)) });
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

export const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: token,
  authorizations: optional(z.array(authorization).max(100)),
  event,
});

export const otherEvent = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: token,
  event: z.object({ type: z.string().min(1).max(100) }),
});

export const command = z.object({
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

export const blockActions = z.object({
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

export const viewSubmission = z.object({ type: z.literal('view_submission'), ...interactive, view });

export const shortcut = z.object({
  type: z.literal('shortcut'),
  ...interactive,
  callback_id: z.string().min(1).max(255),
});

export const messageShortcut = z.object({
  type: z.literal('message_action'),
  ...interactive,
  callback_id: z.string().min(1).max(255),
  channel: z.object({ id }),
  message: z.object({ text, ts, thread_ts: optional(ts), files }),
});

export const urlVerification = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().min(1).max(1000),
});

export const sslCheck = z.object({ ssl_check: z.literal('1') });

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
