import type { Channel, Event, Values } from './event.ts';

/**
 * What the bot answers to an Event. Channels translate it and decide nothing: `show` becomes a message, `replace` changes
 * the card that was clicked for everybody who sees it, `dialog` opens a task module or modal, `field-errors` keeps the form
 * open with what was typed. A channel that cannot replace shows instead.
 */

/** An Adaptive Card 1.5 of the closed subset in `src/cards/elements.ts`, ready to send. */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly Record<string, unknown>[];
  readonly actions?: readonly Record<string, unknown>[];
  readonly [key: string]: unknown;
};

/** One filled card. `name` is its file in `cards/`, `summary` the plain text for notifications and screen readers. */
export type Screen = {
  readonly name: string;
  readonly card: Card;
  readonly summary: string;
  /** The action that brings this card up to date, for platforms whose cards ask that by themselves when they are opened. */
  readonly refresh?: { readonly verb: string; readonly data: Values };
};

/** An article that was found: two lines to choose it by, and a card without questions to put in a message. */
export type Found = { readonly title: string; readonly text: string; readonly screen: Screen };

/** A screen in a dialog of its own, with a title of at most 24 characters (Slack's limit). */
export type Dialog = Screen & { readonly title: string };

export type FieldError = { readonly field: string; readonly message: string };

/**
 * `case` is the reference of the case that this card stands for, to whoever did the event: from now on it is their card of
 * that case, and changes when the case does. The channel must say where it came to be: see `Placed`.
 */
export type Reply =
  | { readonly kind: 'show'; readonly screen: Screen; readonly case?: string }
  | { readonly kind: 'replace'; readonly screen: Screen; readonly case?: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'field-errors'; readonly errors: readonly FieldError[] }
  /** Only to a `search`; `hint` says what to do when nothing was found. */
  | { readonly kind: 'found'; readonly articles: readonly Found[]; readonly hint: string };

/** The one card of a case that somebody has, by the platform's own ids. */
export type CaseCard = {
  /** The reference of the case, out of the reply. */
  readonly ref: string;
  readonly organisation: string;
  /** E-mail of whoever did the event; without one (`who.person`) there is nothing to tell. */
  readonly person: string;
  readonly channel: Channel;
  /** As in the event. */
  readonly conversation: string;
  /** Of the message that was sent, or of the one that was changed. */
  readonly messageId: string;
  /** What it shows. */
  readonly screen: Screen;
};

/**
 * What a channel calls once a card with `case` has come to be: sent, or put in place of another one. Whatever card of that
 * case this person had before becomes one quiet line. Not called for a card that the platform did not take, nor where others
 * read along. Resolves when it is remembered. Never rejects.
 */
export type Placed = (card: CaseCard) => Promise<void>;

/** The bot as the channels know it. Never rejects: what goes wrong inside becomes a screen that says what to do. */
export type Bot = (event: Event) => Promise<readonly Reply[]>;
