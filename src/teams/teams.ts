import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bot, Placed, Reply } from '../conversation/reply.ts';
import { checkHeaders, type Limits, readBody } from '../http/body.ts';
import { decoded, parseJson } from '../http/json.ts';
import { respond } from '../http/respond.ts';
import type { Route } from '../http/route.ts';
import type { TeamsActivity } from './activity.ts';
import type { Credentials, Microsoft, OpenTurn } from './adapter.ts';
import { createAdapter, MICROSOFT } from './adapter.ts';
import { noticeScreen } from './cards.ts';
import type { TeamsCarrier } from './carrier.ts';
import { createCarrier } from './carrier.ts';
import { isExtension, isSearch } from './extension.ts';
import { createForms } from './forms.ts';
import { createGraph, GRAPH } from './graph/graph.ts';
import { createInstaller, type Installer } from './graph/install.ts';
import { createGraphToken } from './graph/token.ts';
import type { Rules, Tenants } from './guard.ts';
import { admit, organisationOf, personOf } from './guard.ts';
import type { Inbound } from './inbound.ts';
import { isPrivate, isRemoval, toInbound } from './inbound.ts';
import type { InvokeBody } from './invoke.ts';
import type { Log } from './log.ts';
import { answer } from './outbound.ts';
import { createOwnChat } from './own-chat.ts';
import type { Directory } from './person.ts';
import { createPersons } from './person.ts';
import type { Proactive } from './proactive.ts';
import { createProactive } from './proactive.ts';
import { createRates } from './rates.ts';
import type { References } from './reference.ts';
import { referenceOf } from './reference.ts';
import { createSeen } from './seen.ts';
import { loopbackServiceUrls, microsoftServiceUrls } from './service-url.ts';
import type { Pace } from './transport.ts';
import { type Arrived, emailOf } from './who.ts';

/** Teams' own limit for a message is 100 KB in UTF-16, which as JSON can be some more. */
export const LIMITS: Limits = { types: ['application/json'], mostBytes: 524_288, mostMs: 10_000 };
const PATH = '/api/messages';

export type TeamsOptions = {
  /** Null is local mode: anybody may call, and only this machine is written to. The server must listen on loopback only. */
  readonly credentials: Credentials | null;
  /** Gives the organisation of a tenant id, or null. In local mode `LOCAL_TENANT` when the client names none. */
  readonly tenants: Tenants;
  /** More hosts or origins we may write to (TEAMS_SERVICE_URLS); throws at once when one is no address. */
  readonly serviceUrls: readonly string[];
  readonly bot: Bot;
  readonly log: Log;
  /** Keeps what is needed to write first. */
  readonly references?: References;
  /** Who is in the organisation file; absent, everybody is a stranger to it. */
  readonly directory?: Directory;
  /** The words that are a command at the start of a message. */
  readonly commands: readonly string[];
  /** The verbs of buttons that open a dialog: they do so at one click. Others that turn out to open one take two. */
  readonly opensDialog?: ReadonlySet<string>;
  /** The app in the organisation's own catalogue, where the school lets the bot install it for whoever has a case. */
  readonly catalogAppId?: string | undefined;
  /** Takes in where the cards of cases stand; absent, they are never changed afterwards. */
  readonly placed?: Placed;
  /** For tests: Microsoft's keys and tokens, and time. */
  readonly microsoft?: Microsoft;
  readonly pace?: Pace;
};

/** The Teams channel: the route to mount, and ways to write without being asked. */
export type Teams = { readonly route: Route; readonly proactive: Proactive; readonly carrier: TeamsCarrier };

const realPace: Pace = { now: Date.now, wait: (ms) => wait(ms), random: () => randomInt(1000) / 1000 };

/**
 * Answers `POST /api/messages`: refuses what is not from Microsoft for one of our tenants (see `guard.ts`), turns the rest
 * into Events for the bot, and its Replies into messages, updates and dialogs (see `outbound.ts`).
 */
export function createTeams(options: TeamsOptions): Teams {
  const { credentials, tenants, bot, log, references, commands, placed } = options;
  const { microsoft = MICROSOFT, pace = realPace, opensDialog = new Set<string>() } = options;
  const serviceUrls = credentials === null ? loopbackServiceUrls : microsoftServiceUrls(options.serviceUrls);
  const expected = credentials === null ? null : { issuer: microsoft.issuer, appId: credentials.appId };
  const rules: Rules = { expected, serviceUrls };
  const around = { credentials, microsoft, serviceUrls, pace, log };
  const adapter = createAdapter(around);
  const forms = createForms(pace.now);
  const seen = createSeen<InvokeBody>(pace.now);
  const persons = options.directory && createPersons(options.directory, log, pace.now);
  // Delivery tries again by itself, and each try counts for what Teams takes of one conversation.
  const unasked = createAdapter({ ...around, tries: 1 });
  const proactive = createProactive({ adapter: unasked, opensDialog, rates: createRates(pace), log });
  const ownChat =
    options.directory &&
    createOwnChat({
      store: options.directory.store,
      proactive,
      placed,
      seen: createSeen<boolean>(pace.now),
      failed: (reason) => log.warn({ reason }, 'The card of a case could not be brought to the chat of its person.'),
    });

  const receive = async (request: IncomingMessage): Promise<InvokeBody> => {
    checkHeaders(request, LIMITS);
    const body = parseJson(decoded(await readBody(request, LIMITS)));
    const { authorization } = request.headers;
    const activity = admit(body, authorization, rules, pace.now());
    const openTurn = await adapter.authenticate(activity, authorization ?? '');
    const organisation = await organisationOf(activity, tenants);
    const person = personOf(activity, rules);
    const arrived = { activity, organisation, person, openTurn };
    // Each letter of a search asks anew and changes nothing: its answers are not worth keeping.
    if (isSearch(activity)) return handle(arrived);
    // With the person in the key: a repeated id must never give one person the answer meant for another.
    const key = JSON.stringify([activity.type, activity.conversation.id, activity.id, person]);
    return seen.once(key, () => handle(arrived));
  };

  const handle = async (arrived: Arrived): Promise<InvokeBody> => {
    const { activity, organisation, person, openTurn } = arrived;
    await keepReference(activity, organisation, person);
    const email = await emailOf(persons, arrived);
    // An installation may name no person of the organisation; the bot greets the conversation, not somebody.
    const inbound = toInbound(activity, { organisation, person: person ?? activity.from.id, email }, commands);
    if (inbound === null) return undefined;
    const reader = isPrivate(activity) ? activity.from.id : undefined;
    const greeted = `greeted ${activity.conversation.id}`;
    // Teams tells of one installation twice, as a conversationUpdate and as an installationUpdate.
    return inbound.via === 'installed'
      ? seen.once(greeted, () => converse(inbound, reader, openTurn))
      : converse(inbound, reader, openTurn);
  };

  const converse = async (inbound: Inbound, reader: string | undefined, openTurn: OpenTurn): Promise<InvokeBody> => {
    const replies = await ask(inbound);
    const drawing = { opensDialog, reader };
    let body: InvokeBody;
    await openTurn(async (turn) => {
      body = await answer(replies, { inbound, turn, forms, log, placed, drawing, ownChat });
    }).catch((error: unknown) => {
      log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'A turn could not be opened.');
    });
    return body;
  };

  const ask = async (inbound: Inbound): Promise<readonly Reply[]> => {
    try {
      return await bot(inbound.event);
    } catch (error) {
      // The bot promises never to reject. Its error may quote what somebody wrote, so only its kind is logged.
      log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'The bot broke its promise and rejected.');
      const line = 'Probeer het opnieuw. Heeft het haast? Bel dan je leidinggevende.';
      return [{ kind: 'show', screen: noticeScreen('broken', 'Er ging iets mis.', line) }];
    }
  };

  const keepReference = async (
    activity: TeamsActivity,
    organisation: string,
    person: string | undefined,
  ): Promise<void> => {
    // The bot is in no way part of a chat that the message extension is used in.
    if (isExtension(activity)) return;
    const reference = referenceOf(activity, organisation, person);
    try {
      await (isRemoval(activity) ? references?.forget(reference) : references?.keep(reference));
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'A conversation could not be kept.');
    }
  };

  return {
    route: {
      method: 'POST',
      path: PATH,
      handle: (request, response) => respond(request, response, () => receive(request), { platform: 'Teams', log }),
    },
    proactive,
    carrier: createCarrier(proactive, installerOf(options, microsoft, pace)),
  };
}

/** Microsoft's address for who writes first. */
const FIRST = 'https://smba.trafficmanager.net/teams/';

function installerOf(options: TeamsOptions, microsoft: Microsoft, { now }: Pace): Installer | undefined {
  const { credentials, catalogAppId, directory, tenants, log } = options;
  if (credentials === null || catalogAppId === undefined || directory === undefined) return undefined;
  const { appId, tenantId } = credentials;
  const addresses = microsoft.graph ?? GRAPH;
  return createInstaller({
    graph: createGraph(addresses.graph, createGraphToken(credentials, addresses, now)),
    catalogAppId,
    botAppId: appId,
    tenantId,
    serviceUrl: microsoft.serviceUrl ?? FIRST,
    isHere: async (person) => (await tenants(tenantId)) === person.organisation && directory.isPerson(person),
    log,
    now,
  });
}
