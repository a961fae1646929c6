import type { Bot, Placed } from '../conversation/reply.ts';
import type { Route } from '../http/route.ts';
import { personByEmail } from '../organisation/people.ts';
import type { Organisation } from '../organisation/schema.ts';
import { assetRoutes, type School } from './assets.ts';
import { createClock, type MovableClock } from './clock.ts';
import { clockRoute } from './clock-route.ts';
import { eventRoute } from './event-route.ts';
import { inboxRoute } from './inbox-route.ts';
import { jsonRoute } from './json-route.ts';
import type { Log } from './log.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { castOf } from './people.ts';

export type { School } from './assets.ts';
export { createClock, type MovableClock } from './clock.ts';
export { createMailbox, type Mailbox } from './mailbox.ts';

export type PageOptions = {
  readonly bot: Bot;
  /** The protocols one can choose from, in the order shown. The first is chosen at first. */
  readonly schools: readonly School[];
  readonly log: Log;
  /** Whose page this is, for `who.organisation`; with `people` it is that organisation. */
  readonly organisation?: string;
  /** The words that are a command at the start of what is typed. */
  readonly commands?: readonly string[];
  /** The organisation whose people one can be. Without it there is one side, and nobody is anybody. */
  readonly people?: Organisation;
  /** Takes in where the cards of cases stand; with `mailbox`. */
  readonly placed?: Placed;
  /** Where people's cards arrive: the messenger of local mode. */
  readonly mailbox?: Mailbox;
  /** The clock of the hand-over. */
  readonly clock?: MovableClock;
  /** When something is due next, for "tot de volgende stap"; undefined when nothing waits. */
  readonly nextDueAt?: () => Promise<Date | undefined>;
};

/**
 * The channel of local mode: the same bot in a browser, for whoever sits at this machine, both as the one who asks and as the
 * one it goes to. It shows the bot's cards, sends back what was clicked or typed, and decides nothing. There is no sign-in,
 * so never hand these routes to a public server.
 */
export const createPage = (options: PageOptions): { routes: Route[] } => {
  const { bot, schools, log, people, placed, commands = [], clock = createClock() } = options;
  const { mailbox = createMailbox(clock.now), nextDueAt = async () => undefined } = options;
  const organisation = people?.id ?? options.organisation ?? 'lokaal';
  const cast = castOf(schools, people);
  const protocols = [...new Set(cast.places.map(({ protocol }) => protocol))];
  const isPerson = (email: string) => people !== undefined && personByEmail(people, email) !== undefined;
  return {
    routes: [
      ...assetRoutes(cast.places),
      eventRoute({ bot, log, organisation, protocols, commands, isPerson, mailbox, placed }),
      jsonRoute({ method: 'GET', path: '/page/people', log, answer: async () => cast }),
      inboxRoute({ log, organisation, mailbox, clock, isPerson }),
      ...(people === undefined ? [] : [clockRoute({ log, organisation: people, clock, nextDueAt })]),
    ],
  };
};
