import type { Bot } from '../conversation/reply.ts';
import type { Route } from '../conversation/route.ts';
import { assetRoutes, type School } from './assets.ts';
import { eventRoute } from './event-route.ts';
import type { Log } from './log.ts';

export type { School } from './assets.ts';

export type PageOptions = {
  readonly bot: Bot;
  /** The protocols one can choose from, in the order shown. The first is chosen at first. */
  readonly schools: readonly School[];
  readonly log: Log;
  /** Whose page this is, for `who.organisation`. */
  readonly organisation?: string;
  /** The words that are a command at the start of what is typed. */
  readonly commands?: readonly string[];
};

/**
 * The channel of local mode: the same bot in a browser, for whoever sits at this machine. It shows the bot's cards, sends
 * back what was clicked or typed, and decides nothing. There is no sign-in, so never hand these routes to a public server.
 */
export const createPage = (options: PageOptions): { routes: Route[] } => {
  const { bot, schools, log, organisation = 'lokaal', commands = [] } = options;
  const protocols = schools.map(({ id }) => id);
  return { routes: [...assetRoutes(schools), eventRoute({ bot, log, organisation, protocols, commands })] };
};
