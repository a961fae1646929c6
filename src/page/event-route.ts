import { typed } from '../conversation/commands.ts';
import type { Event } from '../conversation/event.ts';
import type { Bot, Placed, Reply } from '../conversation/reply.ts';
import type { Route } from '../http/route.ts';
import { readJson } from './body.ts';
import { jsonRoute } from './json-route.ts';
import type { Log } from './log.ts';
import type { Mailbox } from './mailbox.ts';
import { type Message, messageReader } from './message.ts';

type Options = {
  readonly bot: Bot;
  readonly log: Log;
  readonly organisation: string;
  readonly protocols: readonly string[];
  readonly commands: readonly string[];
  readonly isPerson: (email: string) => boolean;
  readonly mailbox: Mailbox;
  readonly placed: Placed | undefined;
};

/** A reply as the page's script gets it; `mail` is where its card stands in the mailbox, for one that stands for a case. */
type Answered = Reply & { readonly mail?: string };

/** `POST /page/event`: one thing somebody did, as JSON; the bot's replies, as they are, as JSON. */
export const eventRoute = (options: Options): Route => {
  const { bot, log, organisation, protocols, commands, isPerson, mailbox, placed } = options;
  const read = messageReader(protocols, isPerson);

  const eventOf = ({ session, protocol, as, what }: Message): Event => ({
    who: { organisation, platformId: session, ...(as === undefined ? {} : { person: as }) },
    where: {
      channel: 'page',
      conversation: as === undefined ? `page:${session}` : `page:${session}:${as}`,
      privacy: 'private',
      protocol,
    },
    what: what.kind === 'text' ? typed(what.text, commands) : what,
  });

  /**
   * A card in the mailbox changes for everybody who looks at it, not only for the tab that clicked; and the card of a case is
   * in the mailbox from now on, so that it changes with the case.
   */
  const keep = async ({ as, mail }: Message, { where }: Event, reply: Reply): Promise<Answered> => {
    if (as === undefined || (reply.kind !== 'show' && reply.kind !== 'replace')) return reply;
    const { kind, screen, case: ref } = reply;
    const changed = kind === 'replace' && mail !== undefined && mailbox.replace(organisation, as, mail, screen);
    if (ref === undefined) return reply;
    const person = { organisation, email: as };
    const messageId = changed ? mail : mailbox.add(person, screen);
    const { channel } = where;
    await placed?.({
      ref,
      organisation,
      person: as,
      channel,
      conversation: mailbox.conversation(as),
      messageId,
      screen,
    });
    return { ...reply, mail: messageId };
  };

  return jsonRoute({
    method: 'POST',
    path: '/page/event',
    log,
    answer: async (request) => {
      const message = read(await readJson(request));
      const event = eventOf(message);
      const replies: Answered[] = [];
      // In order: what stands for a case last is where its card is.
      for (const reply of await bot(event)) replies.push(await keep(message, event, reply));
      return { replies };
    },
  });
};
