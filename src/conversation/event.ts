/**
 * What happened, as the channels tell it to `bot.ts`: who did it, where, and what.
 * A channel builds an Event only after the platform's identity has been verified; nothing in an Event comes from
 * card data except `data` and `values`, which the parts must treat as a guess of whoever clicked.
 */

/** The platforms a person can talk to the bot on. */
export type Channel = 'teams' | 'slack' | 'page';

/** Who did it. `platformId` is the platform's verified id: `aadObjectId` in Teams, `U…` in Slack, a session on the page. */
export type Who = {
  readonly organisation: string;
  readonly platformId: string;
  /**
   * The e-mail, in small letters, of the person in the organisation file that the channel found for the verified identity.
   * Undefined: somebody the file does not name, who gets answers about the protocol at most.
   */
  readonly person?: string;
  /** As the platform shows it; only for greeting, never for deciding. */
  readonly name?: string;
};

/** Where it happened. `conversation` is unique over all channels and tenants. */
export type Where = {
  readonly channel: Channel;
  readonly conversation: string;
  /** `public` is every place where somebody else can read along: a channel or a group chat. */
  readonly privacy: 'private' | 'public';
  /** The school chosen on the page; elsewhere the protocol follows from the organisation. */
  readonly protocol?: string;
};

/** What somebody typed into a form or clicked along with a button: names to plain texts, checked by the part that asked. */
export type Values = Readonly<Record<string, string>>;

export type What =
  /** `files`: pictures or files came with it, or nothing else did. They are never fetched; only that they are there is known. */
  | { readonly kind: 'text'; readonly text: string; readonly files?: true }
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  | { readonly kind: 'action'; readonly verb: string; readonly data: Values }
  | { readonly kind: 'submit'; readonly verb: string; readonly values: Values; readonly nonce: string }
  /** Articles are looked for while somebody types, to put in a message of their own; the answer is one `found`. */
  | { readonly kind: 'search'; readonly text: string }
  /** The bot was opened or installed: greet. */
  | { readonly kind: 'home' };

export type Event = { readonly who: Who; readonly where: Where; readonly what: What };
