import type { What } from '../conversation/event.ts';
import type { Metadata } from './blocks/metadata.ts';
import type { ViewPayload } from './shapes.ts';

/** Where something happened in Slack, which decides how an answer can get there. */
export type Surface =
  /** A message: in the person's own chat with the bot, or in a channel. `clicked`: the message whose button it was. */
  | {
      readonly at: 'chat';
      readonly channel: string;
      readonly thread?: string;
      readonly clicked?: string;
      /** Reaches who clicked alone. */
      readonly responseUrl?: string;
    }
  /** What only this person sees in a conversation: the answer to a command. */
  | { readonly at: 'ephemeral'; readonly responseUrl: string; readonly clicked: boolean }
  /** A modal that is open. `sent`: its form was, and Slack waits for what becomes of it. */
  | { readonly at: 'modal'; readonly view: OpenView; readonly sent: boolean }
  /** The home tab. */
  | { readonly at: 'home' }
  /** A shortcut: nothing is on the screen yet. */
  | { readonly at: 'nowhere' };

export type OpenView = {
  readonly id: string;
  readonly hash: string | undefined;
  readonly metadata: Metadata;
  /** The blocks of its fields, as they stand there: a fault can only be shown beneath one of these. */
  readonly fields: readonly string[];
  /** What it shows, to be sent back with something added; undefined when Slack did not tell. */
  readonly shown: ShownView | undefined;
};

export type ShownView = Pick<ViewPayload, 'title' | 'submit' | 'close' | 'private_metadata' | 'callback_id'> & {
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
};

/** Who did it, as Slack says; `external` works for another organisation and is nobody here. */
export type Contact = { readonly user: string; readonly name?: string; readonly external: boolean };

/** What a checked payload means. */
export type Inbound = {
  readonly contact: Contact;
  readonly surface: Surface;
  /** Opens a modal within three seconds, once. */
  readonly trigger?: string;
  /** Where others read along: the thread. Undefined is private. */
  readonly place?: { readonly channel: string; readonly thread: string };
  readonly asks: Asked;
};

export type Asked =
  /** For the bot, one after the other. */
  | { readonly kind: 'bot'; readonly whats: readonly What[]; readonly share?: string }
  /** The home tab was opened. */
  | { readonly kind: 'home' }
  /** What waits for somebody, and what they reported. */
  | { readonly kind: 'overview' }
  /** An answer that was for one person is to be shown to the channel. */
  | { readonly kind: 'share'; readonly question: string }
  /** The whole of a message that was too long. */
  | { readonly kind: 'whole'; readonly key: string };
