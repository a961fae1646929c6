import type { Json } from './json.ts';
import { type Answered, createSender, eventOf, type Sender } from './sender.ts';
import { BOT, type Message, type Modal, TEAM, type User } from './state.ts';
import { faultInAnswer, type Workspace } from './workspace.ts';

/** A button as it stands in blocks. `title` is what a screen reader says. */
export type Button = {
  readonly action_id: string;
  readonly title: string;
  readonly value: string;
  readonly verb: string;
};

/** Somebody in the workspace who types, clicks and fills in; what the client does is done here. */
export type Someone = {
  readonly user: User;
  readonly chat: string;
  /** Writes to the bot in their own chat. */
  says(text: string, more?: Json): Promise<Answered>;
  /** Mentions the bot in a channel. */
  mentions(channel: string, text: string, more?: Json): Promise<Answered>;
  command(command: string, text?: string, channel?: string): Promise<Answered>;
  shortcut(id: string): Promise<Answered>;
  messageShortcut(id: string, channel: string, message: Json): Promise<Answered>;
  opensHome(): Promise<Answered>;
  /** Clicks a button of a message, of the open modal, or of the home tab, by the beginning of its title. */
  clicks(on: Message | Modal | 'home', title: string): Promise<Answered>;
  /** Fills in the open modal and sends it. */
  submits(typed?: Readonly<Record<string, string>>): Promise<Answered>;
  /** What Slack sends for a modal that is filled in; the same each time it is sent. */
  submission(modal: Modal, typed: Readonly<Record<string, string>>): Json;
  /** The modal that was sent last, as it was then. */
  lastSent(): Modal;
  /** Closes whatever is open. */
  closesModals(): void;
  /** What is open on top, or undefined. */
  modal(): Modal | undefined;
  /** Messages in the own chat with the bot, as they are now. */
  messages(): readonly Message[];
  /** What only this person sees in a channel. */
  alone(channel: string): readonly Message[];
  last(): Message;
};

export function someone(workspace: Workspace, sender: Sender, email: string, more: Json = {}): Someone {
  const user = workspace.join(email, more);
  const chat = workspace.chatOf(user.id);
  const who = { id: user.id, username: email, team_id: TEAM };
  const base = { user: who, team: { id: TEAM, domain: 'voorbeeld' } };

  let sent: Modal | undefined;
  const send = (event: Json) => sender.json(eventOf(TEAM, BOT, event));
  const message = (text: string, given: Json) => ({
    user: user.id,
    text,
    ts: `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`,
    ...given,
  });

  const interact = (given: Json) => sender.payload({ ...base, trigger_id: workspace.trigger(user.id), ...given });

  const clickIn = (on: Message | Modal | 'home', { action_id, value }: Button) => {
    const actions = [{ type: 'button', action_id, value }];
    if (on === 'home') {
      const container = { type: 'view', view_id: `V${user.id}` };
      const view = { id: container.view_id, type: 'home', hash: '1', state: { values: {} } };
      return interact({ type: 'block_actions', container, view, actions });
    }
    if ('view' in on) {
      const container = { type: 'view', view_id: on.id };
      return interact({ type: 'block_actions', container, view: viewJson(on, {}), actions });
    }
    const { channel, ts, only, thread } = on;
    const container = {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: only !== undefined,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    const response_url = workspace.hookUrl(workspace.hook(user.id, channel, ts));
    return interact({ type: 'block_actions', container, channel: { id: channel }, response_url, actions });
  };

  const self: Someone = {
    user,
    chat,
    says: (text, given = {}) => send({ type: 'message', channel: chat, channel_type: 'im', ...message(text, given) }),
    mentions: (channel, text, given = {}) =>
      send({ type: 'app_mention', channel, ...message(`<@${BOT}> ${text}`, given) }),
    command: (command, text = '', channel = chat) =>
      sender.form({
        command,
        text,
        team_id: TEAM,
        user_id: user.id,
        user_name: email,
        channel_id: channel,
        trigger_id: workspace.trigger(user.id),
        response_url: workspace.hookUrl(workspace.hook(user.id, channel)),
      }),
    shortcut: (callback_id) => interact({ type: 'shortcut', callback_id }),
    messageShortcut: (callback_id, channel, given) =>
      interact({
        type: 'message_action',
        callback_id,
        channel: { id: channel, name: 'algemeen' },
        message: given,
        response_url: workspace.hookUrl(workspace.hook(user.id, channel)),
      }),
    opensHome: () => send({ type: 'app_home_opened', user: user.id, channel: chat, tab: 'home', event_ts: '1.1' }),
    clicks: (on, title) => {
      const blocks = on === 'home' ? workspace.homes.get(user.id)?.blocks : 'view' in on ? on.view.blocks : on.blocks;
      return clickIn(on, buttonIn(blocks, title));
    },
    submits: async (typed = {}) => {
      const modal = self.modal();
      if (modal === undefined) throw new Error('no modal is open');
      if (modal.view.submit === undefined) throw new Error('this modal cannot be sent');
      sent = modal;
      const answered = await sender.payload(self.submission(modal, typed));
      follow(modal, answered.body);
      return answered;
    },
    submission: (modal, typed) => ({
      ...base,
      trigger_id: workspace.trigger(user.id),
      type: 'view_submission',
      view: viewJson(modal, typed),
    }),
    lastSent: () => {
      if (sent === undefined) throw new Error('no form was sent');
      return sent;
    },
    closesModals: () => void workspace.stack(user.id).splice(0),
    modal: () => workspace.stack(user.id).at(-1),
    messages: () => workspace.shown(chat, user.id),
    alone: (channel) => workspace.shown(channel, user.id).filter(({ only }) => only === user.id),
    last: () => {
      const found = self.messages().at(-1);
      if (found === undefined) throw new Error(`${email} has no message`);
      return found;
    },
  };

  /** Does with the open modals what the answer to a form says. */
  const follow = (modal: Modal, body: unknown): void => {
    const stack = workspace.stack(user.id);
    const answer = (body ?? {}) as { response_action?: string; view?: Json; errors?: Json };
    switch (answer.response_action) {
      case undefined:
        return void stack.pop();
      case 'clear':
        return void stack.splice(0);
      case 'update': {
        const fault = faultInAnswer(answer.view);
        if (fault !== undefined) throw new Error(`Slack does not take this view: ${fault}`);
        stack[stack.length - 1] = { ...workspace.modal(user.id, answer.view ?? {}), id: modal.id };
        return;
      }
      case 'errors': {
        const fields = Object.keys(stateOf(modal.view, {}));
        const unknown = Object.keys(answer.errors ?? {}).filter((block) => !fields.includes(block));
        if (unknown.length > 0) throw new Error(`no such field: ${unknown}`);
        return;
      }
      default:
        throw new Error(`Slack does not know ${answer.response_action}`);
    }
  };
  return self;
}

let count = 0;

function viewJson({ id, view, hash }: Modal, typed: Readonly<Record<string, string>>): Json {
  const { private_metadata, callback_id, type, title, submit = null, close = null } = view;
  // Slack names the blocks that have no name, and says what it takes for granted.
  const blocks = (view.blocks as Json[]).map((block, index) => ({
    block_id: `b${index}`,
    ...(block.type === 'input' ? { dispatch_action: false } : {}),
    ...block,
  }));
  const root = { root_view_id: id, previous_view_id: null, team_id: TEAM, app_id: 'A0APP', bot_id: 'B0BOT' };
  const shown = { title, submit, close, blocks, ...root };
  return { id, type, hash, callback_id, private_metadata, ...shown, state: { values: stateOf(view, typed) } };
}

/** What the fields of a view hold: what was typed, or else what stood there. */
function stateOf(view: Json, typed: Readonly<Record<string, string>>): Record<string, Json> {
  const inputs = (view.blocks as Json[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { action_id, ...given } = element as Json & { action_id: string };
      return [String(block_id), { [action_id]: fieldState(given, typed[action_id]) }];
    }),
  );
}

function fieldState(element: Json, typed: string | undefined): Json {
  const options = (element.options ?? []) as { value: string }[];
  const pick = (value: string) => {
    const found = options.find((each) => each.value === value);
    if (found === undefined) throw new Error(`no option ${value}; there is ${options.map((each) => each.value)}`);
    return found;
  };
  const { type } = element;
  if (type === 'plain_text_input') return { type, value: (typed ?? element.initial_value ?? '') || null };
  if (type === 'datepicker') return { type, selected_date: typed ?? element.initial_date ?? null };
  if (type === 'checkboxes' || type === 'multi_static_select') {
    const chosen = typed === undefined ? (element.initial_options ?? []) : typed.split(',').filter(Boolean).map(pick);
    return { type, selected_options: chosen };
  }
  return { type, selected_option: typed ? pick(typed) : (element.initial_option ?? null) };
}

/** Every button in blocks, in order. */
export function buttonsIn(value: unknown): Button[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  const { type, action_id, text, value: data, accessibility_label } = value as Json;
  if (type !== 'button') return Object.values(value).flatMap(buttonsIn);
  const title = String(accessibility_label ?? (text as Json).text);
  return [
    { action_id: String(action_id), title, value: String(data ?? '{}'), verb: String(action_id).split('#')[0] ?? '' },
  ];
}

export function buttonIn(blocks: unknown, title: string): Button {
  const found = buttonsIn(blocks).find((each) => each.title.startsWith(title));
  if (found === undefined) throw new Error(`no button “${title}”; there is ${buttonsIn(blocks).map((b) => b.title)}`);
  return found;
}

export { createSender };
