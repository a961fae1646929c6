import { z } from 'zod';

const shape = z.object({ team: z.string().min(1), user: z.string().min(1) });

/** What is needed to write to somebody first: Slack opens their chat with the bot by their id. */
export type Reference = Readonly<z.infer<typeof shape>>;

/** As it is kept with a binding. */
export const referenceOf = ({ team, user }: Reference): string => JSON.stringify({ team, user });

export function parseReference(stored: string): Reference | undefined {
  try {
    return shape.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

/** The name of a conversation, unique over all channels. */
export const conversationOf = (team: string, channel: string, thread?: string): string =>
  ['slack', team, channel, ...(thread === undefined ? [] : [thread])].join(':');

/** The channel of a conversation of this workspace; undefined for one of another. */
export const channelIn = (team: string, conversation: string): string | undefined =>
  new RegExp(`^slack:${team}:([A-Z0-9]+)$`).exec(conversation)?.[1];
