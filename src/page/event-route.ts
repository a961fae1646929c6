import { typed } from '../conversation/commands.ts';
import type { Event } from '../conversation/event.ts';
import type { Bot, Reply } from '../conversation/reply.ts';
import type { Route } from '../conversation/route.ts';
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
};

/** `POST /page/event`: one thing somebody did, as JSON; the bot's replies, as they are, as JSON. */
export const eventRoute = (options: Options): Route => {
  const { bot, log, organisation, protocols, commands, isPerson, mailbox } = options;
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

  /** A card in the mailbox changes for everybody who looks at it, not only for the tab that clicked. */
  const remember = ({ as, mail }: Message, replies: readonly Reply[]): void => {
    if (as === undefined || mail === undefined) return;
    for (const reply of replies) if (reply.kind === 'replace') mailbox.replace(organisation, as, mail, reply.screen);
  };

  return jsonRoute({
    method: 'POST',
    path: '/page/event',
    log,
    answer: async (request) => {
      const message = read(await readJson(request));
      const replies = await bot(eventOf(message));
      remember(message, replies);
      return { replies };
    },
  });
};
