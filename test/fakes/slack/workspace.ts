import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import MANIFEST from '../../../manifest/slack.json' with { type: 'json' };
import type { Passing, Weather } from '../weather.ts';
import { faultInBlocks, faultInView } from './blocks.ts';
import type { Json } from './json.ts';
import { methods, type Outcome, scopeOf } from './methods.ts';
import { createState, type State } from './state.ts';

export type Call = { readonly method: string; readonly given: Json; readonly outcome: Outcome };

/** One answer to give instead of the real one. */
export type Trouble = {
  /** Only for this method. */
  readonly method?: string;
  readonly status?: number;
  readonly error?: string;
  readonly retryAfter?: number;
  /** Cuts the connection. */
  readonly hangUp?: boolean;
};

/** A stand-in for Slack: its Web API and its response_urls. It refuses what Slack refuses. */
export type Workspace = State & {
  readonly url: string;
  readonly token: string;
  readonly appToken: string;
  /** What the app may do, as Slack says beside every answer: what its manifest asks for, until a test takes it away. */
  readonly scopes: string[];
  /** Every call that was answered, in order. */
  readonly calls: Call[];
  /** Resolves when a method is called once more. */
  nextCall(): Promise<void>;
  /** What was refused, apart from what a test asked for: the bot sent something that Slack does not take. */
  refused(): readonly Call[];
  trouble(...next: Trouble[]): void;
  /** Nothing is answered until it is over. */
  outage(on: boolean): void;
  /** From now on asked of each call of a method; undefined lets it through. */
  weather(of: (passing: Passing) => Promise<Weather | undefined>): void;
  /** Refuses connections, and takes them again at the same address. */
  shut(): Promise<void>;
  open(): Promise<void>;
  hookUrl(id: string): string;
  close(): Promise<void>;
};

/** @param apartMs how long a channel takes no other message */
export async function startWorkspace(now: () => number = Date.now, apartMs?: number): Promise<Workspace> {
  const state = createState(now, apartMs);
  const token = 'xoxb-not-a-real-token';
  const appToken = 'xapp-not-a-real-token';
  const scopes = [...MANIFEST.oauth_config.scopes.bot];
  const calls: Call[] = [];
  let next = Promise.withResolvers<void>();
  const troubles: Trouble[] = [];
  let away = false;
  let weather: (passing: Passing) => Promise<Weather | undefined> = async () => undefined;

  const troubleFor = (method: string): Trouble | undefined => {
    const index = troubles.findIndex((each) => each.method === undefined || each.method === method);
    return index < 0 ? undefined : troubles.splice(index, 1)[0];
  };

  const callOf = (request: IncomingMessage, method: string, body: string): Outcome => {
    const own = method === 'apps.connections.open' ? appToken : token;
    if (request.headers.authorization !== `Bearer ${own}`) return { ok: false, error: 'invalid_auth' };
    const given = Object.fromEntries(new URLSearchParams(body));
    const outcome = outcomeOf(method, given);
    calls.push({ method, given, outcome });
    next.resolve();
    next = Promise.withResolvers<void>();
    return outcome;
  };

  const outcomeOf = (method: string, given: Json): Outcome => {
    const run = methods[method];
    if (run === undefined) return { ok: false, error: 'unknown_method' };
    const needed = scopeOf[method];
    return needed === undefined || scopes.includes(needed)
      ? run(given, state)
      : { ok: false, error: 'missing_scope', needed };
  };

  const hooked = (id: string, body: string): Given => {
    const hook = state.useHook(id);
    if (hook === undefined) return { status: 404, text: 'expired_url' };
    const given = JSON.parse(body) as Json;
    const { text, blocks, response_type, replace_original } = given;
    const fault = faultInReply(given) ?? faultInBlocks(blocks);
    calls.push({ method: 'response_url', given, outcome: { ok: fault === undefined, ...fault } });
    if (fault !== undefined) return { status: 400, text: fault.error };
    const { channel, user, ts } = hook;
    const message = { channel, text: String(text), blocks: blocks as Json[] };
    const only = response_type === 'in_channel' ? undefined : user;
    const held = ts === undefined ? undefined : state.messages.get(`${channel} ${ts}`);
    if (replace_original === true && held !== undefined) state.change({ ...held, ...message });
    else state.write({ ...message, only });
    return { status: 200, text: 'ok' };
  };

  const answerTo = async (request: IncomingMessage, gone: Promise<void>): Promise<Given | 'nothing' | undefined> => {
    const body = await textOf(request);
    if (away) return undefined;
    const [, kind, name = ''] = new URL(request.url ?? '/', 'http://slack').pathname.split('/');
    const given = Object.fromEntries(new URLSearchParams(body));
    const passing = { conversation: given.channel ?? '', method: name, body: JSON.stringify(given), gone };
    const now = kind === 'hook' ? undefined : await weather(passing);
    if (now === 'hangs') return 'nothing';
    if (typeof now === 'object') return troubled({ ...now, ...(now.code === undefined ? {} : { error: now.code }) });
    const answer = taken(request, kind, name, body);
    return now === 'answer-lost' ? undefined : answer;
  };

  const taken = (request: IncomingMessage, kind: string | undefined, name: string, body: string): Given | undefined => {
    const trouble = troubleFor(kind === 'hook' ? 'response_url' : name);
    if (trouble !== undefined) return troubled(trouble);
    if (kind === 'hook') return hooked(name, body);
    const outcome = callOf(request, name, body);
    const { retryAfter } = outcome;
    const text = JSON.stringify(outcome);
    return typeof retryAfter === 'number' ? { status: 429, text, retryAfter } : { status: 200, text };
  };

  const server = createServer(async (request, response) => {
    const given = await answerTo(request, new Promise((resolve) => response.once('close', resolve)));
    if (given === 'nothing') return;
    if (given === undefined) return void request.socket.destroy();
    const { status, text, retryAfter } = given;
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-oauth-scopes': scopes.join(','),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    });
    response.end(text);
  });
  const listen = (on: number) => new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve));
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...state,
    url: `${origin}/api/`,
    token,
    appToken,
    scopes,
    calls,
    nextCall: () => next.promise,
    refused: () => calls.filter(({ outcome }) => !outcome.ok),
    trouble: (...next) => void troubles.push(...next),
    outage: (on) => {
      away = on;
    },
    hookUrl: (id) => `${origin}/hook/${id}`,
    weather: (of) => {
      weather = of;
    },
    shut,
    open: () => listen(port),
    close: shut,
  };
}

const replyShape = z.strictObject({
  text: z.string().min(1),
  blocks: z.unknown(),
  response_type: z.enum(['ephemeral', 'in_channel']),
  replace_original: z.boolean(),
});

/** What a response_url takes. */
function faultInReply(given: unknown): { readonly error: string; readonly detail: string } | undefined {
  const checked = replyShape.safeParse(given);
  return checked.success ? undefined : { error: 'invalid_payload', detail: z.prettifyError(checked.error) };
}

type Given = { readonly status: number; readonly text: string; readonly retryAfter?: number | undefined };

function troubled({ status = 200, error = 'internal_error', retryAfter, hangUp }: Trouble): Given | undefined {
  return hangUp ? undefined : { status, text: JSON.stringify({ ok: false, error }), retryAfter };
}

/** A view that Slack got in answer to a form; it checks it as any other. */
export const faultInAnswer = (view: unknown): string | undefined => faultInView(view)?.detail;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
