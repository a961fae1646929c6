import type { Event, What } from '../conversation/event.ts';
import type { Bot, Placed, Reply } from '../conversation/reply.ts';
import type { Api } from './api.ts';
import { noticeScreen } from './blocks/notice.ts';
import type { Drawing } from './drawing.ts';
import type { Admitted } from './guard.ts';
import { kindOf, type Log } from './log.ts';
import type { Outgoing, Refreshed } from './outgoing.ts';
import type { Persons, Resolved } from './person.ts';
import { conversationOf } from './reference.ts';
import type { Inbound } from './surface.ts';
import { withTips } from './tips.ts';
import type { Whole } from './whole.ts';

/** What is needed to carry something out. */
export type Doing = {
  readonly bot: Bot;
  readonly api: Api;
  readonly drawing: Drawing;
  readonly whole: Whole;
  /** Absent, everybody is a stranger to the organisation file. */
  readonly persons: Persons | undefined;
  readonly placed: Placed | undefined;
  readonly refreshed: Refreshed | undefined;
  readonly commands: readonly string[];
  readonly log: Log;
};

/** Something that happened, with who did it. */
export type Moment = { readonly admitted: Admitted; readonly inbound: Inbound; readonly who: Resolved };

export async function whoIs(
  { persons }: Doing,
  { organisation, team }: Admitted,
  { contact }: Inbound,
): Promise<Resolved> {
  if (contact.external || persons === undefined) return { email: undefined };
  return persons.resolve({ organisation, team, user: contact.user });
}

/** Asks the bot, which promises never to reject. */
export async function ask({ bot, log }: Doing, event: Event): Promise<readonly Reply[]> {
  try {
    const replies = await bot(event);
    return event.who.person === undefined ? replies : withTips(replies);
  } catch (error) {
    // Its error may quote what somebody wrote, so only its kind is logged.
    log.error({ reason: kindOf(error) }, 'The bot broke its promise and rejected.');
    const line = 'Probeer het opnieuw. Heeft het haast? Bel dan je leidinggevende.';
    return [{ kind: 'show', screen: noticeScreen('broken', 'Er ging iets mis.', line) }];
  }
}

export function eventOf({ admitted, inbound, who }: Moment, what: What): Event {
  const { organisation, team } = admitted;
  const { contact, place } = inbound;
  const conversation =
    place === undefined ? conversationOf(team, contact.user) : conversationOf(team, place.channel, place.thread);
  return {
    who: {
      organisation,
      platformId: contact.user,
      ...(who.email === undefined ? {} : { person: who.email }),
      ...(contact.name === undefined ? {} : { name: contact.name }),
    },
    where: { channel: 'slack', conversation, privacy: place === undefined ? 'private' : 'public' },
    what,
  };
}

export function outgoing(doing: Doing, { admitted, inbound, who }: Moment, what: What): Outgoing {
  const { api, drawing, log, placed, refreshed } = doing;
  const { organisation, team } = admitted;
  return { api, drawing, log, placed, refreshed, inbound, what, organisation, team, person: who.email };
}
