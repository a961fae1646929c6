import { typed } from '../conversation/commands.ts';
import type { Event } from '../conversation/event.ts';
import type { Bot } from '../conversation/reply.ts';
import type { Route } from '../conversation/route.ts';
import { readJson } from './body.ts';
import { checkLocal } from './local.ts';
import type { Log } from './log.ts';
import { messageReader } from './message.ts';
import { PageError } from './refused.ts';
import { answerJson } from './respond.ts';

type Options = {
  readonly bot: Bot;
  readonly log: Log;
  readonly organisation: string;
  readonly protocols: readonly string[];
  readonly commands: readonly string[];
};

/** `POST /page/event`: one thing somebody did, as JSON; the bot's replies, as they are, as JSON. */
export const eventRoute = ({ bot, log, organisation, protocols, commands }: Options): Route => {
  const read = messageReader(protocols);
  const eventOf = (body: unknown): Event => {
    const { session, protocol, what } = read(body);
    return {
      who: { organisation, platformId: session },
      where: { channel: 'page', conversation: `page:${session}`, privacy: 'private', protocol },
      what: what.kind === 'text' ? typed(what.text, commands) : what,
    };
  };
  return {
    method: 'POST',
    path: '/page/event',
    handle: async (request, response) => {
      try {
        checkLocal(request);
        answerJson(response, 200, { replies: await bot(eventOf(await readJson(request))) });
      } catch (error) {
        if (error instanceof PageError) {
          log.warn({ code: error.code }, 'the page refused a request');
          answerJson(response, error.status, { code: error.code, message: error.message });
          return;
        }
        log.error({ error }, 'the page failed on a request');
        answerJson(response, 500, { code: 'fault', message: 'Er ging iets mis. Probeer het opnieuw.' });
      }
    },
  };
};
