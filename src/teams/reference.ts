import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { TeamsActivity } from './activity.ts';
import { tenantOf } from './activity.ts';
import { isPrivate } from './inbound.ts';

const shape = z.object({
  organisation: z.string(),
  /** Who wrote last there; in a private conversation the one person it is with. */
  person: z.string().optional(),
  privacy: z.enum(['private', 'public']),
  conversation: z.string(),
  serviceUrl: z.string(),
  bot: z.string(),
  /** Empty where nobody wrote yet: the bot came by itself. */
  user: z.string(),
  tenant: z.string().optional(),
});

/**
 * What is needed to write first in a conversation: plain text values, to be kept as JSON. In Teams the bot can only write to
 * people of whom one is kept: those it was installed for, or who wrote to it.
 */
export type Reference = Readonly<z.infer<typeof shape>>;

/** Where references are kept; the store implements it. A rejection is logged and does not stop the turn. */
export type References = {
  /** Keeps the reference, replacing the one of the same conversation: service URLs change. */
  keep(reference: Reference): Promise<void>;
  /** Forgets it: the bot was removed from that conversation. */
  forget(reference: Reference): Promise<void>;
};

/** Reads back a stored reference; throws a ZodError when it is not one. */
export const parseReference = (stored: unknown): Reference => shape.parse(stored);

/** The reference of the conversation an authenticated activity came from. */
export function referenceOf(activity: TeamsActivity, organisation: string, person: string | undefined): Reference {
  const tenant = tenantOf(activity);
  return {
    organisation,
    ...(person === undefined ? {} : { person }),
    privacy: isPrivate(activity) ? 'private' : 'public',
    conversation: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient.id,
    user: activity.from.id,
    ...(tenant === undefined ? {} : { tenant }),
  };
}

/** The same in botbuilder's words. */
export function toBotbuilder(reference: Reference): Partial<ConversationReference> {
  const { conversation, serviceUrl, bot, user, tenant, privacy } = reference;
  return {
    channelId: 'msteams',
    serviceUrl,
    conversation: {
      id: conversation,
      isGroup: privacy === 'public',
      conversationType: privacy === 'private' ? 'personal' : 'groupChat',
      name: '',
      ...(tenant === undefined ? {} : { tenantId: tenant }),
    },
    bot: { id: bot, name: '' },
    user: { id: user, name: '' },
  };
}
