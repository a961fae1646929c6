import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Event } from '../../../src/conversation/event.ts';
import type { Bot, Card, CaseCard, Dialog, Reply, Screen } from '../../../src/conversation/reply.ts';
import type { GraphAddresses } from '../../../src/teams/graph/graph.ts';
import type { Reference } from '../../../src/teams/reference.ts';
import type { Teams, TeamsOptions } from '../../../src/teams/teams.ts';
import { createTeams } from '../../../src/teams/teams.ts';
import type { Json } from './activities.ts';
import { APP_ID, CHANNEL, GROUP, PERSONAL, TENANT } from './activities.ts';
import type { Connector } from './connector.ts';
import { startConnector } from './connector.ts';
import type { Login } from './login.ts';
import { startLogin } from './login.ts';

export type Harness = {
  readonly connector: Connector;
  readonly login: Login;
  readonly teams: Teams;
  /** What the bot was told, in order. */
  readonly events: Event[];
  readonly kept: Reference[];
  readonly forgotten: Reference[];
  /** Where the cards of cases came to be, in order. */
  readonly placed: CaseCard[];
  /** How long the retries waited, without having waited. */
  readonly waits: number[];
  readonly logged: string[];
  /** What the bot answers from now on. */
  replies(...next: Reply[]): void;
  bot(next: Bot): void;
  /** Forgets what was recorded so far. */
  clear(): void;
  /** Lets time pass. */
  pass(ms: number): void;
  /** Posts an activity, signed for its service URL unless `authorization` says otherwise. */
  post(activity: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  /** Posts any bytes with exactly these headers. */
  raw(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
  /** Posts a body of unknown length and gives the status. */
  stream(body: ReadableStream<Uint8Array>, headers: Record<string, string>): Promise<number>;
  close(): Promise<void>;
};

export const screen = (text: string): Screen => ({ name: 'test', card: card(text), summary: text });
export const dialog = (text: string, more: Partial<Card> = {}): Dialog => ({
  ...screen(text),
  card: { ...card(text), ...more },
  title: text,
});
export const card = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
});

/** The Teams channel with everything around it played: the bot, the connector, the log-in, the store and time. */
export async function startTeams(
  options: { local?: boolean; graph?: GraphAddresses } & Partial<TeamsOptions> = {},
): Promise<Harness> {
  const { local = false, graph, ...more } = options;
  const login = await startLogin();
  let waited = 0;
  const now = (): number => Date.now() + waited;
  const connector = await startConnector(local ? { now } : { now, token: login.outboundToken });
  for (const conversation of [PERSONAL, GROUP, CHANNEL]) connector.know(conversation);
  const events: Event[] = [];
  const kept: Reference[] = [];
  const forgotten: Reference[] = [];
  const placed: CaseCard[] = [];
  const waits: number[] = [];
  const logged: string[] = [];
  let bot: Bot = async () => [];
  const teams = createTeams({
    credentials: local ? null : { type: 'SingleTenant', appId: APP_ID, tenantId: TENANT, password: 'not used' },
    tenants: (tenant) => (tenant === TENANT || (local && tenant === 'local') ? 'voorbeeld' : null),
    serviceUrls: local ? [] : [new URL(connector.url).origin],
    bot: (event) => {
      events.push(event);
      return bot(event);
    },
    commands: ['help', 'zoek', 'artikel', 'hoofdstuk', 'protocol', 'twijfel', 'meld', 'home'],
    references: {
      keep: async (reference) => void kept.push(reference),
      forget: async (reference) => void forgotten.push(reference),
    },
    opensDialog: new Set(['open-zaak']),
    placed: async (card) => void placed.push(card),
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    microsoft: {
      issuer: login.issuer,
      metadataUrl: login.metadataUrl,
      token: async () => login.outboundToken,
      ...(graph === undefined ? {} : { graph: { graph: graph.graph, login: graph.login } }),
      serviceUrl: connector.url,
    },
    pace: {
      now,
      wait: async (ms) => {
        waits.push(ms);
        waited += ms;
      },
      random: () => 0.5,
    },
    ...more,
  });
  const server = createServer((request, response) => void teams.route.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const raw: Harness['raw'] = async (body, headers) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    connector,
    login,
    teams,
    events,
    kept,
    forgotten,
    placed,
    waits,
    logged,
    replies: (...next) => {
      bot = async () => next;
    },
    bot: (next) => {
      bot = next;
    },
    clear: () => {
      const { sent, updated, statuses } = connector;
      for (const list of [events, kept, forgotten, placed, waits, logged, sent, updated, statuses]) list.length = 0;
    },
    pass: (ms) => {
      waited += ms;
    },
    raw,
    stream: async (body, headers) => {
      const init = { method: 'POST', headers, body, duplex: 'half' } as const;
      return (await fetch(`http://127.0.0.1:${port}/api/messages`, init)).status;
    },
    post: async (activity, headers = {}) => {
      const serviceUrl = (activity as Json | null)?.serviceUrl;
      const token = await login.token(typeof serviceUrl === 'string' ? serviceUrl : connector.url);
      const signed: Record<string, string> = local ? {} : { authorization: `Bearer ${token}` };
      return raw(JSON.stringify(activity), { 'content-type': 'application/json', ...signed, ...headers });
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.all([connector.close(), login.close()]);
    },
  };
}
