import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Passing, Weather } from '../weather.ts';
import type { Json } from './activities.ts';

/** A message as the connector holds it. */
export type Held = { readonly id: string; readonly conversation: string; readonly activity: Json };

/** One answer to give instead of the real one. `redirect` is the Location of a 3xx. */
export type Trouble = {
  readonly status: number;
  readonly code?: string;
  readonly retryAfter?: number;
  redirect?: string;
};

export type Connector = {
  readonly url: string;
  /** What was accepted, in order. */
  readonly sent: Held[];
  readonly updated: Held[];
  /** Every status given, in order. */
  readonly statuses: number[];
  /** The message as everybody sees it now. */
  current(id: string): Json | undefined;
  /** Adds a conversation the bot is in. */
  know(conversation: string): void;
  /** Adds a member of a conversation, as Microsoft describes them: id, aadObjectId, email, userPrincipalName, userRole. */
  join(conversation: string, member: Json & { readonly id: string }): void;
  /** Whose particulars were asked for, in order. */
  readonly asked: string[];
  /** From now on nothing is taken in this conversation, as when somebody blocked the bot; `null` takes it all again. */
  bar(conversation: string, trouble: Trouble | null): void;
  /** The next requests get these answers. */
  trouble(...next: Trouble[]): void;
  /** From now on asked of each request to a conversation; undefined lets it through. */
  weather(of: (passing: Passing) => Promise<Weather | undefined>): void;
  /** Refuses connections, and takes them again at the same address. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
};

type Refusal = { status: number; code: string; message: string; retryAfter?: number; redirect?: string };

const MAX_CARD = 28 * 1024;
const MAX_MESSAGE_UTF16 = 100 * 1024;
const MEMBER = /\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/;
const PATH = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

/**
 * A stand-in for Microsoft's connector. It refuses what Microsoft's refuses, and is stricter where Teams only misbehaves
 * (text beside a card, cards it cannot draw), so that a test fails where a user would see nothing.
 */
export async function startConnector(options: { token?: string; now?: () => number } = {}): Promise<Connector> {
  const { token, now = Date.now } = options;
  const conversations = new Set<string>();
  const messages = new Map<string, Held>();
  const times = new Map<string, number[]>();
  const troubles: Trouble[] = [];
  const bars = new Map<string, Trouble>();
  const sent: Held[] = [];
  const updated: Held[] = [];
  const statuses: number[] = [];
  const asked: string[] = [];
  let weather: (passing: Passing) => Promise<Weather | undefined> = async () => undefined;
  const members = new Map<string, Json>();
  let counter = 0;

  const memberAt = (url: string | undefined): Json | Refusal => {
    const [, conversation, id] = partsOf(url, MEMBER);
    asked.push(id);
    const member = members.get(`${conversation} ${id}`);
    return member ?? { status: 404, code: 'MemberNotFoundInConversation', message: 'The user is no member.' };
  };

  const barred = (request: IncomingMessage): Refusal | null => {
    const trouble = troubles.shift();
    if (trouble !== undefined) return { code: 'Trouble', message: 'as told', ...trouble };
    if (token === undefined || request.headers.authorization === `Bearer ${token}`) return null;
    return { status: 401, code: 'BotNotAuthorized', message: 'Authorization has been denied for this request.' };
  };

  const handle = async (
    request: IncomingMessage,
    gone: Promise<void>,
  ): Promise<Json | Refusal | 'nothing' | 'broken'> => {
    const body = await read(request);
    const { method = '' } = request;
    const now =
      method === 'GET' ? undefined : await weather({ conversation: partsOf(request.url)[1], method, body, gone });
    if (now === 'hangs') return 'nothing';
    if (typeof now === 'object') return { code: 'Trouble', message: 'as told', ...now };
    const outcome = taken(request, body);
    return now === 'answer-lost' ? 'broken' : outcome;
  };

  const taken = (request: IncomingMessage, body: string): Json | Refusal => {
    const refused = barred(request);
    if (refused !== null) return refused;
    if (request.method === 'GET') return memberAt(request.url);
    const [, conversation, id] = partsOf(request.url);
    if (!conversations.has(conversation)) {
      return { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' };
    }
    const bar = bars.get(conversation);
    if (bar !== undefined) return { code: 'Barred', message: 'as told', ...bar };
    const activity = parse(body);
    if (activity === null) return bad('The body is no activity.');
    const refusal = check(activity) ?? throttle(conversation);
    if (refusal !== null) return refusal;
    return request.method === 'PUT' ? change(conversation, id, activity) : add(conversation, activity);
  };

  const throttle = (conversation: string): Refusal | null => {
    const recent = (times.get(conversation) ?? []).filter((at) => at > now() - 1000);
    if (recent.length >= 7) {
      return { status: 429, code: 'ThrottledByTeams', message: 'Too many requests.', retryAfter: 1 };
    }
    times.set(conversation, [...recent, now()]);
    return null;
  };

  const change = (conversation: string, id: string, activity: Json): { id: string } | Refusal => {
    if (messages.get(id)?.conversation !== conversation) {
      return { status: 404, code: 'ActivityNotFoundInConversation', message: 'The activity is unknown.' };
    }
    const held = { id, conversation, activity };
    messages.set(id, held);
    updated.push(held);
    return { id };
  };

  const add = (conversation: string, activity: Json): { id: string } => {
    const held = { id: `m${++counter}`, conversation, activity };
    messages.set(held.id, held);
    sent.push(held);
    return { id: held.id };
  };

  const server = createServer((request, response) => {
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    handle(request, gone).then(
      (outcome) => {
        if (outcome === 'nothing') return;
        if (outcome === 'broken') response.destroy();
        else statuses.push(respond(response, outcome, request.method === 'GET' ? 200 : 201));
      },
      () => response.destroy(),
    );
  });
  const listen = (on: number) => new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve));
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/emea/`,
    sent,
    updated,
    statuses,
    current: (id) => messages.get(id)?.activity,
    know: (conversation) => void conversations.add(conversation),
    join: (conversation, member) => void members.set(`${conversation} ${member.id}`, member),
    asked,
    bar: (conversation, trouble) => {
      if (trouble === null) bars.delete(conversation);
      else bars.set(conversation, trouble);
    },
    trouble: (...next) => void troubles.push(...next),
    weather: (of) => {
      weather = of;
    },
    shut,
    open: () => listen(port),
    close: shut,
  };
}

const isRefusal = (outcome: Json | Refusal): outcome is Refusal => typeof outcome.status === 'number';

function respond(response: ServerResponse, outcome: Json | Refusal, fine: number): number {
  const status = isRefusal(outcome) ? outcome.status : fine;
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  if (isRefusal(outcome)) {
    if (outcome.retryAfter !== undefined) response.setHeader('retry-after', String(outcome.retryAfter));
    if (outcome.redirect !== undefined) response.setHeader('location', outcome.redirect);
    response.end(JSON.stringify({ error: { code: outcome.code, message: outcome.message } }));
  } else response.end(JSON.stringify(outcome));
  return status;
}

const bad = (message: string): Refusal => ({ status: 400, code: 'BadSyntax', message });
const tooBig = (message: string): Refusal => ({ status: 413, code: 'MessageSizeTooBig', message });

function check(activity: Json): Refusal | null {
  if (JSON.stringify(activity).length * 2 > MAX_MESSAGE_UTF16) return tooBig('The message is over 100 KB.');
  const attachments = Array.isArray(activity.attachments) ? (activity.attachments as Json[]) : [];
  const text = activity.text;
  if (activity.type !== 'message') return bad('Only messages are known here.');
  if (attachments.length === 0 && (typeof text !== 'string' || text === '')) return bad('The message is empty.');
  if (attachments.length > 0 && typeof text === 'string' && text !== '') return bad('Text and a card in one message.');
  for (const attachment of attachments) {
    const refusal = checkCard(attachment);
    if (refusal !== null) return refusal;
  }
  return null;
}

function checkCard(attachment: Json): Refusal | null {
  if (attachment.contentType !== 'application/vnd.microsoft.card.adaptive') return bad('Unknown attachment.');
  const content = attachment.content;
  if (typeof content !== 'object' || content === null) return bad('The card is missing.');
  const { type, version, body } = content as Json;
  if (type !== 'AdaptiveCard' || !Array.isArray(body)) return bad('This is no Adaptive Card.');
  if (typeof version !== 'string' || !/^1\.[0-5]$/.test(version)) return bad('Teams draws cards up to 1.5.');
  if (!isRefresh((content as Json).refresh)) return bad('The card cannot be refreshed like this.');
  return Buffer.byteLength(JSON.stringify(content)) > MAX_CARD ? tooBig('The card is over 28 KB.') : null;
}

/** Teams asks for an Action.Execute and for at most 60 people, by its own ids. */
function isRefresh(refresh: unknown): boolean {
  if (refresh === undefined) return true;
  const { action, userIds } = refresh as { action?: Json; userIds?: unknown };
  const users = Array.isArray(userIds) ? userIds : [];
  return (
    action?.type === 'Action.Execute' &&
    typeof action.verb === 'string' &&
    users.length > 0 &&
    users.length <= 60 &&
    users.every((user) => typeof user === 'string' && user.startsWith('29:'))
  );
}

function parse(body: string): Json | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Json) : null;
  } catch {
    return null;
  }
}

function partsOf(url = '/', shape = PATH): [string, string, string] {
  const path = shape.exec(new URL(url, 'http://connector').pathname);
  return [path?.[0] ?? '', decodeURIComponent(path?.[1] ?? ''), decodeURIComponent(path?.[2] ?? '')];
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
