import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Event } from '../../../src/conversation/event.ts';
import type { Bot, CaseCard, Reply, Screen } from '../../../src/conversation/reply.ts';
import { createSlack, type Slack, type SlackOptions } from '../../../src/slack/slack.ts';
import type { Json } from './json.ts';
import { createSender, SECRET, type Sender } from './sender.ts';
import { type Someone, someone } from './someone.ts';
import { TEAM } from './state.ts';
import { startWorkspace, type Workspace } from './workspace.ts';

export type SlackHarness = {
  readonly workspace: Workspace;
  readonly slack: Slack;
  readonly sender: Sender;
  readonly url: string;
  /** What the bot was told, in order. */
  readonly events: Event[];
  readonly placed: CaseCard[];
  readonly logged: string[];
  /** How long the channel waited, without having waited. */
  readonly waits: number[];
  /** What the bot answers from now on. */
  replies(...next: Reply[]): void;
  bot(next: Bot): void;
  /** Lets time pass. */
  pass(ms: number): void;
  now(): number;
  person(email: string, more?: Json): Someone;
  /** Resolves when everything that came in is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

export const screen = (text: string, more: readonly Json[] = []): Screen => ({
  name: 'test',
  summary: text,
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }, ...more] },
});

export const show = (text: string, more: readonly Json[] = []): Reply => ({ kind: 'show', screen: screen(text, more) });
export const replace = (text: string, more: readonly Json[] = []): Reply => ({
  kind: 'replace',
  screen: screen(text, more),
});
export const dialog = (text: string, more: readonly Json[] = []): Reply => ({
  kind: 'dialog',
  dialog: { ...screen(text, more), name: text, title: text },
});

export const button = (title: string, verb: string, data: Readonly<Record<string, string>> = {}): Json => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Execute', title, verb, data }],
});

export const field = (id: string, more: Json = {}): Json => ({ type: 'Input.Text', id, label: id, ...more });

/** The Slack channel with everything around it played: the bot, Slack itself, the organisation file and time. */
export async function startSlack(
  more: Partial<SlackOptions> = {},
  { socket = false }: { readonly socket?: boolean } = {},
): Promise<SlackHarness> {
  let passed = 0;
  const now = (): number => Date.now() + passed;
  const workspace = await startWorkspace(now);
  const events: Event[] = [];
  const placed: CaseCard[] = [];
  const logged: string[] = [];
  const waits: number[] = [];
  let bot: Bot = async () => [];
  const bindings = new Map<string, { email: string; reference: string }>();
  const slack = createSlack({
    settings: {
      botToken: workspace.token,
      signingSecret: socket ? undefined : SECRET,
      appToken: socket ? workspace.appToken : undefined,
      apiUrl: workspace.url,
    },
    workspaces: (team) => (team === TEAM ? 'voorbeeld' : null),
    bot: (event) => {
      events.push(event);
      return bot(event);
    },
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    directory: {
      isPerson: ({ email }) => email.endsWith('@school.example'),
      store: {
        bind: async ({ email }, { platformId, reference }) => void bindings.set(platformId, { email, reference }),
        bindingsOf: async ({ email }) =>
          [...bindings.entries()]
            .filter(([, each]) => each.email === email)
            .map(([platformId, { reference }]) => ({ channel: 'slack', platformId, reference })),
        personOf: async (_organisation, _channel, id) => bindings.get(id)?.email,
      },
    },
    placed: async (card) => void placed.push(card),
    commands: ['help', 'zoek', 'artikel', 'protocol', 'twijfel', 'meld', 'mijn vragen', 'mijn meldingen', 'openstaand'],
    pace: {
      now,
      wait: async (ms) => {
        waits.push(ms);
        passed += ms;
      },
    },
    ...more,
  });
  const server = createServer((request, response) => void slack.route?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const sender = createSender(url, now);
  return {
    workspace,
    slack,
    sender,
    url,
    events,
    placed,
    logged,
    waits,
    replies: (...next) => {
      bot = async () => next;
    },
    bot: (next) => {
      bot = next;
    },
    pass: (ms) => {
      passed += ms;
    },
    now,
    person: (email, given) => someone(workspace, sender, email, given),
    settled: slack.settled,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await slack.stop();
      await workspace.close();
    },
  };
}
