import { z } from 'zod';
import { exchange, type Incoming } from '../http.ts';
import { GraphRefused } from './refused.ts';
import type { GraphToken } from './token.ts';

/** Where Microsoft Graph and its log-in are; tests play both. */
export type GraphAddresses = { readonly graph: string; readonly login: string };

export const GRAPH: GraphAddresses = {
  graph: 'https://graph.microsoft.com/v1.0',
  login: 'https://login.microsoftonline.com',
};

/** Asks Microsoft Graph one thing, and gives its body; undefined where there is none. Rejects with `GraphRefused`. */
export type Graph = {
  readonly address: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
};

const LIMIT_MS = 5000;

const errorShape = z.object({ error: z.object({ code: z.string() }) });

export function createGraph(address: string, token: GraphToken): Graph {
  const ask = async (method: 'GET' | 'POST', path: string, body: unknown): Promise<unknown> => {
    const headers = { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' };
    const outgoing = {
      url: `${address}${path}`,
      method,
      headers,
      body: body === undefined ? '' : JSON.stringify(body),
    };
    const incoming = await exchange(outgoing, LIMIT_MS).catch(() => {
      throw new GraphRefused(0, 'NoAnswer');
    });
    const json = jsonIn(incoming.text);
    if (incoming.status >= 200 && incoming.status < 300) return json;
    const said = errorShape.safeParse(json);
    throw new GraphRefused(incoming.status, said.success ? said.data.error.code : '', retryAfterOf(incoming));
  };
  return { address, get: (path) => ask('GET', path, undefined), post: (path, body) => ask('POST', path, body) };
}

/** Microsoft gives it in seconds. */
function retryAfterOf({ headers }: Incoming): number | undefined {
  const seconds = Number(headers['retry-after']);
  return headers['retry-after'] !== undefined && seconds >= 0 ? seconds * 1000 : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
