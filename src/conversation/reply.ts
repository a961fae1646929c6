import type { Event } from './event.ts';

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
export type Screen = { readonly name: string; readonly card: Card; readonly summary: string };

/** A screen in a dialog of its own, with a title of at most 24 characters (Slack's limit). */
export type Dialog = Screen & { readonly title: string };

export type FieldError = { readonly field: string; readonly message: string };

export type Reply =
  | { readonly kind: 'show'; readonly screen: Screen }
  | { readonly kind: 'replace'; readonly screen: Screen }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'field-errors'; readonly errors: readonly FieldError[] };

/** The bot as the channels know it. Never rejects: what goes wrong inside becomes a screen that says what to do. */
export type Bot = (event: Event) => Promise<readonly Reply[]>;
