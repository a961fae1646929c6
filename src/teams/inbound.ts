import { z } from 'zod';
import { typed } from '../conversation/commands.ts';
import type { Event, Values, What } from '../conversation/event.ts';
import type { TeamsActivity } from './activity.ts';
import { isExtension, readPicked, readSearch, readSubmitted } from './extension.ts';
import { hasFiles } from './files.ts';
import { plainText } from './text.ts';

/** How something reached us, which decides how an answer can reach back. */
export type Via =
  | 'message'
  | 'card-message'
  | 'execute'
  /** A card that asks by itself how it stands, because it was opened. */
  | 'refresh'
  | 'task-fetch'
  | 'task-submit'
  | 'installed'
  /** The message extension: `extension.ts`. */
  | 'search'
  | 'extension-fetch'
  | 'extension-submit';

export type Inbound = {
  readonly event: Event;
  readonly via: Via;
  /** The message whose card was clicked, when Teams tells. */
  readonly clicked?: string;
  /** Of a search: how many articles were shown before. */
  readonly skip?: number;
};

/** Who sent it: the verified id, and the e-mail of the person of the organisation that it belongs to, if any. */
export type Sender = { readonly organisation: string; readonly person: string; readonly email?: string | undefined };

const record = z.record(z.string(), z.unknown());
const execute = z.object({
  action: z.object({ verb: z.string().min(1).max(100), data: record.nullish() }),
  trigger: z.string().nullish(),
});
const task = z.object({ data: record });
const ours = z.object({
  verb: z.string().min(1).max(100).optional(),
  command: z.string().min(1).max(100).optional(),
  argument: z.string().max(200).optional(),
  nonce: z.string().min(1).max(200).optional(),
});

/**
 * What an authenticated activity means to the bot, or null for what it does not listen to: its own messages, edits,
 * reactions, people coming and going.
 */
export function toInbound(activity: TeamsActivity, sender: Sender, commands: readonly string[]): Inbound | null {
  if (activity.from.id === activity.recipient.id) return null;
  const read = readWhat(activity, commands);
  if (read === null) return null;
  const event: Event = {
    who: {
      organisation: sender.organisation,
      platformId: sender.person,
      ...(sender.email === undefined ? {} : { person: sender.email }),
      ...(activity.from.name === undefined ? {} : { name: activity.from.name }),
    },
    where: isExtension(activity)
      ? // Only whoever uses it sees what comes of it, wherever that is.
        { channel: 'teams', conversation: `teams:uitbreiding:${sender.person}`, privacy: 'private' }
      : {
          channel: 'teams',
          conversation: `teams:${activity.conversation.id}`,
          privacy: isPrivate(activity) ? 'private' : 'public',
        },
    what: read.what,
  };
  const clicked = FROM_A_CARD.includes(read.via) ? activity.replyToId : undefined;
  const { via, skip } = read;
  return { event, via, ...(clicked === undefined ? {} : { clicked }), ...(skip === undefined ? {} : { skip }) };
}

/** What has a message in the chat that it came from. */
const FROM_A_CARD: readonly Via[] = ['card-message', 'execute', 'refresh', 'task-fetch', 'task-submit'];

/**
 * Only a chat of one person with the bot is private; a chat whose kind is unknown is treated as public. So is whatever chat the
 * message extension is used in: that of two people is "personal" as well.
 */
export function isPrivate(activity: TeamsActivity): boolean {
  return activity.conversation.conversationType === 'personal' && !isExtension(activity);
}

/** Whether this activity tells that the bot was taken away from a conversation. */
export function isRemoval(activity: TeamsActivity): boolean {
  if (activity.type === 'installationUpdate') return (activity.action ?? '').startsWith('remove');
  return activity.type === 'conversationUpdate' && includesBot(activity, activity.membersRemoved);
}

type Read = { readonly what: What; readonly via: Via; readonly skip?: number };

function readWhat(activity: TeamsActivity, commands: readonly string[]): Read | null {
  switch (activity.type) {
    case 'message':
      return readMessage(activity, commands);
    case 'invoke':
      return readInvoke(activity, commands);
    case 'conversationUpdate':
      return includesBot(activity, activity.membersAdded) ? { what: { kind: 'home' }, via: 'installed' } : null;
    case 'installationUpdate':
      // "add-upgrade" is a new version of the app: no reason to greet again.
      return activity.action === 'add' ? { what: { kind: 'home' }, via: 'installed' } : null;
    default:
      return null;
  }
}

const includesBot = (activity: TeamsActivity, members: TeamsActivity['membersAdded']): boolean =>
  (members ?? []).some(({ id }) => id === activity.recipient.id);

function readMessage(activity: TeamsActivity, commands: readonly string[]): Read | null {
  // Most messages have no value, and a parse that fails costs more than one that succeeds.
  const clicked = activity.value == null ? null : record.safeParse(activity.value);
  const click = clicked?.success ? readData(clicked.data, undefined, commands) : null;
  if (click !== null) return { what: click, via: 'card-message' };
  const text = plainText(activity);
  // The bot reads a command in it by itself, once it has said what to do with a file.
  if (hasFiles(activity)) return { what: { kind: 'text', text, files: true }, via: 'message' };
  if (text === '' && clicked?.success) return null;
  // A mention alone: show what the bot can do.
  if (text === '') return { what: { kind: 'home' }, via: 'message' };
  return { what: typed(text, commands), via: 'message' };
}

function readInvoke(activity: TeamsActivity, commands: readonly string[]): Read | null {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return readExecute(activity, commands);
    case 'task/fetch':
      return withVia(readTask(activity, commands), 'task-fetch');
    case 'task/submit':
      return withVia(readTask(activity, commands), 'task-submit');
    case 'composeExtension/query': {
      const search = readSearch(activity);
      return search === undefined ? null : { via: 'search', ...search };
    }
    case 'composeExtension/fetchTask':
      return withVia(readPicked(activity) ?? null, 'extension-fetch');
    case 'composeExtension/submitAction': {
      const data = readSubmitted(activity);
      return data === undefined ? null : withVia(readData(data, undefined, commands), 'extension-submit');
    }
    default:
      return null;
  }
}

function readExecute({ value }: TeamsActivity, commands: readonly string[]): Read | null {
  const { success, data } = execute.safeParse(value);
  if (!success) return null;
  const via = data.trigger === 'automatic' ? 'refresh' : 'execute';
  return withVia(readData(data.action.data ?? {}, data.action.verb, commands), via);
}

function readTask({ value }: TeamsActivity, commands: readonly string[]): What | null {
  const { success, data } = task.safeParse(value);
  return success ? readData(data.data, undefined, commands) : null;
}

const withVia = (what: What | null, via: Via): Read | null => (what === null ? null : { what, via });

/**
 * The data of a button is `{ verb, …ids }`, of a form `{ verb, nonce, …fields }`; the opener of a dialog (`opener.ts`) may
 * carry `{ command, argument }` instead. A nonce makes it a submit.
 */
function readData(data: Readonly<Record<string, unknown>>, given: string | undefined, commands: readonly string[]) {
  const known = ours.safeParse(data);
  if (!known.success) return null;
  const { nonce, command, argument = '' } = known.data;
  const verb = given ?? known.data.verb;
  if (verb === undefined) return readOpener(command, argument, commands);
  const values = toValues(data);
  return nonce === undefined
    ? ({ kind: 'action', verb, data: values } as const)
    : ({ kind: 'submit', verb, values, nonce } as const);
}

function readOpener(name: string | undefined, argument: string, commands: readonly string[]): What | null {
  return name !== undefined && commands.includes(name) ? { kind: 'command', name, argument } : null;
}

const NOT_VALUES: readonly string[] = ['verb', 'nonce', 'msteams', '__proto__', 'constructor', 'prototype'];

/** Numbers and toggles become text; lists and objects are not something a form of ours sends. */
function toValues(data: Readonly<Record<string, unknown>>): Values {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) {
    if (NOT_VALUES.includes(name)) continue;
    if (typeof value === 'string') values[name] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') values[name] = String(value);
  }
  return values;
}
