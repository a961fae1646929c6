import type { Json } from './json.ts';

/** What a workspace holds: people, channels, messages, modals, and what somebody may do for a moment. */

export const TEAM = 'T0EXAMPLE';
export const BOT = 'U0BOT';

export type User = {
  readonly id: string;
  readonly email: string;
  readonly team: string;
  readonly more: Json;
};

export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string | undefined;
  readonly text: string;
  readonly blocks: readonly Json[];
  /** Only this user sees it. */
  readonly only?: string | undefined;
};

export type Modal = { readonly id: string; readonly user: string; readonly view: Json; readonly hash: string };

export type State = ReturnType<typeof createState>;

const TRIGGER_MS = 3000;
const HOOK_MS = 30 * 60_000;
const HOOK_USES = 5;

/** @param apartMs how long a channel takes no other message */
export function createState(now: () => number, apartMs = 1000) {
  const users = new Map<string, User>();
  /** Channels with who is in them; `D…` is a person's chat with the bot. */
  const channels = new Map<string, Set<string>>();
  const messages = new Map<string, Message>();
  const stacks = new Map<string, Modal[]>();
  const homes = new Map<string, Json>();
  const triggers = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  const hooks = new Map<
    string,
    { readonly user: string; readonly channel: string; readonly at: number; uses: number; readonly ts?: string }
  >();
  const posted = new Map<string, number>();
  /** Where Socket Mode leads to. */
  const sockets: string[] = [];
  let counter = 0;
  const next = () => String(++counter).padStart(6, '0');

  const chatOf = (user: string): string => {
    const id = `D${user.slice(1)}`;
    channels.set(id, new Set([user, BOT]));
    return id;
  };

  return {
    users,
    channels,
    messages,
    homes,
    sockets,
    chatOf,
    join: (email: string, more: Json = {}): User => {
      const id = `U${next()}`;
      const user = { id, email, team: TEAM, more };
      users.set(id, user);
      return user;
    },
    channel: (...members: readonly string[]): string => {
      const id = `C${next()}`;
      channels.set(id, new Set(members));
      return id;
    },
    /** Too soon after the last one there. */
    tooFast: (channel: string): boolean => {
      const before = posted.get(channel) ?? 0;
      if (now() - before < apartMs) return true;
      posted.set(channel, now());
      return false;
    },
    write: (message: Omit<Message, 'ts'>): Message => {
      const ts = `${Math.floor(now() / 1000)}.${next()}`;
      const held = { ...message, ts };
      messages.set(`${message.channel} ${ts}`, held);
      return held;
    },
    change: (message: Message): void => void messages.set(`${message.channel} ${message.ts}`, message),
    remove: ({ channel, ts }: Message): void => void messages.delete(`${channel} ${ts}`),
    /** Messages of a channel as everybody, or this user, sees them now. */
    shown: (channel: string, user?: string): Message[] =>
      [...messages.values()].filter(
        (each) => each.channel === channel && (each.only === undefined || each.only === user),
      ),
    trigger: (user: string): string => {
      const id = `${next()}.trigger`;
      triggers.set(id, { user, at: now(), used: false });
      return id;
    },
    /** Who may open a modal with it, or what Slack says. */
    spend: (id: string): { readonly user: string } | { readonly error: string } => {
      const trigger = triggers.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.at > TRIGGER_MS) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
    hook: (user: string, channel: string, ts?: string): string => {
      const id = next();
      hooks.set(id, { user, channel, at: now(), uses: 0, ...(ts === undefined ? {} : { ts }) });
      return id;
    },
    useHook: (id: string) => {
      const hook = hooks.get(id);
      if (hook === undefined || now() - hook.at > HOOK_MS || hook.uses >= HOOK_USES) return undefined;
      hook.uses += 1;
      return hook;
    },
    stack: (user: string): Modal[] => {
      const stack = stacks.get(user) ?? [];
      stacks.set(user, stack);
      return stack;
    },
    modal: (user: string, view: Json): Modal => ({ id: `V${next()}`, user, view, hash: `${now()}.${next()}` }),
    modalById: (id: string): { readonly stack: Modal[]; readonly index: number } | undefined => {
      for (const stack of stacks.values()) {
        const index = stack.findIndex((each) => each.id === id);
        if (index >= 0) return { stack, index };
      }
      return undefined;
    },
  };
}
