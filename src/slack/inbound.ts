import { typed } from '../conversation/commands.ts';
import type { Values, What } from '../conversation/event.ts';
import { verbOf } from './blocks/buttons.ts';
import { READ_ALL } from './blocks/message.ts';
import { readMetadata } from './blocks/metadata.ts';
import { fromCommand, SHARE } from './commands.ts';
import { dataOf, openView, valuesIn } from './given-back.ts';
import { lettersOf } from './letters.ts';
import type { BlockActions, EventCallback, Payload, SlashCommand, State, ViewSubmission } from './shapes.ts';
import { fromMessage, fromShortcut } from './shortcuts.ts';
import type { Asked, Contact, Inbound, Surface } from './surface.ts';

/** Undefined for what the bot does not listen to: its own messages, edits, links. */
export function toInbound(payload: Payload, team: string, commands: readonly string[]): Inbound | undefined {
  if ('event' in payload) return fromEvent(payload, team, commands);
  if ('command' in payload) return ofCommand(payload, commands);
  const { user, trigger_id: trigger } = payload;
  const contact: Contact = {
    user: user.id,
    ...nameOf(user.username ?? user.name),
    external: user.team_id !== undefined && user.team_id !== team,
  };
  switch (payload.type) {
    case 'block_actions':
      return fromActions(payload, contact, trigger);
    case 'view_submission':
      return fromSubmission(payload, contact, trigger);
    case 'shortcut':
      return { contact, trigger, surface: { at: 'nowhere' }, asks: bot(fromShortcut(payload.callback_id)) };
    case 'message_action':
      return { contact, trigger, surface: { at: 'nowhere' }, asks: bot(fromMessage(payload)) };
  }
}

const bot = (...whats: readonly What[]): Asked => ({ kind: 'bot', whats });
const nameOf = (name: string | undefined) => (name === undefined ? {} : { name });

/** Kinds of messages that somebody wrote; all others are edits, joins and the like. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

function fromEvent(payload: EventCallback, team: string, commands: readonly string[]): Inbound | undefined {
  const { event } = payload;
  if (event.type === 'app_home_opened') {
    if (event.tab !== 'home') return undefined;
    return { contact: { user: event.user, external: false }, surface: { at: 'home' }, asks: { kind: 'home' } };
  }
  const { channel, user, ts, thread_ts: thread, bot_id, subtype } = event;
  if (user === undefined || bot_id !== undefined || !WRITTEN.includes(subtype)) return undefined;
  const own = event.type === 'message';
  // A chat of one person with the bot; in a channel only what mentions it is meant for it.
  if (own ? event.channel_type !== 'im' : channel.startsWith('D')) return undefined;
  const text = lettersOf(event.text ?? '', payload.authorizations?.[0]?.user_id);
  const what = written(text, (event.files ?? []).length > 0, commands);
  const contact = { user, external: event.user_team !== undefined && event.user_team !== team };
  if (own) return { contact, surface: { at: 'chat', channel, ...(thread ? { thread } : {}) }, asks: bot(what) };
  const place = { channel, thread: thread ?? ts };
  return { contact, place, surface: { at: 'chat', ...place }, asks: bot(what) };
}

/** Files are never fetched; only that they are there is told. A mention alone shows what the bot can do. */
function written(text: string, files: boolean, commands: readonly string[]): What {
  if (files) return { kind: 'text', text, files: true };
  return text === '' ? { kind: 'home' } : typed(text, commands);
}

function ofCommand(payload: SlashCommand, commands: readonly string[]): Inbound {
  const { user_id, user_name, trigger_id, response_url } = payload;
  return {
    contact: { user: user_id, ...nameOf(user_name), external: false },
    trigger: trigger_id,
    surface: { at: 'ephemeral', responseUrl: response_url, clicked: false },
    asks: fromCommand(payload.command, lettersOf(payload.text ?? ''), commands),
  };
}

function fromActions(payload: BlockActions, contact: Contact, trigger: string): Inbound | undefined {
  const [action] = payload.actions;
  const verb = action && verbOf(action.action_id);
  const placed = whereClicked(payload);
  if (action === undefined || verb === undefined || placed === undefined) return undefined;
  const data = dataOf(action.value);
  const base = { contact, trigger, ...placed };
  if (verb === READ_ALL) return { ...base, asks: { kind: 'whole', key: data.key ?? '' } };
  if (verb === SHARE) return { ...base, asks: { kind: 'share', question: data.question ?? '' } };
  const { command = '', ...rest } = data;
  if (verb === OPENER) return { ...base, asks: bot({ kind: 'command', name: command, argument: '' }) };
  return { ...base, asks: bot(clicked(verb, rest, payload.view?.state?.values ?? payload.state?.values ?? {})) };
}

/** The verb of the opener's button when it repeats a command. */
export const OPENER = 'open-venster';

/** A button whose data hold a nonce sends everything typed around it. */
function clicked(verb: string, data: Values, state: State): What {
  const { nonce, ...rest } = data;
  if (nonce === undefined) return { kind: 'action', verb, data };
  return { kind: 'submit', verb, nonce, values: { ...valuesIn(state), ...rest } };
}

function whereClicked(payload: BlockActions): Pick<Inbound, 'surface' | 'place'> | undefined {
  const { container, view, response_url: responseUrl } = payload;
  if (view !== undefined) {
    return { surface: view.type === 'home' ? { at: 'home' } : { at: 'modal', view: openView(view), sent: false } };
  }
  if (container.is_ephemeral === true) {
    return responseUrl === undefined ? undefined : { surface: { at: 'ephemeral', responseUrl, clicked: true } };
  }
  const { channel_id: channel, message_ts: ts, thread_ts: thread } = container;
  if (channel === undefined || ts === undefined) return undefined;
  const surface: Surface = {
    at: 'chat',
    channel,
    clicked: ts,
    ...(thread === undefined ? {} : { thread }),
    ...(responseUrl === undefined ? {} : { responseUrl }),
  };
  return channel.startsWith('D') ? { surface } : { surface, place: { channel, thread: thread ?? ts } };
}

function fromSubmission(payload: ViewSubmission, contact: Contact, trigger: string): Inbound | undefined {
  const { view } = payload;
  const { send } = readMetadata(view.private_metadata ?? '');
  if (send === undefined) return undefined;
  const what = clicked(send.verb, send.data, view.state?.values ?? {});
  return { contact, trigger, surface: { at: 'modal', view: openView(view), sent: true }, asks: bot(what) };
}
