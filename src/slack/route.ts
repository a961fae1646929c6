import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from '../conversation/refused.ts';
import type { Route } from '../conversation/route.ts';
import type { Door } from './door.ts';
import { readRequest } from './guard.ts';
import { kindOf, type Log } from './log.ts';

const PATH = '/slack/events';

/** Everything of Slack over HTTP: events, commands, buttons, forms, shortcuts. */
export function createRoute(door: Door, secret: string, log: Log, now: () => number): Route {
  const receive = async (request: IncomingMessage): Promise<object | undefined> => {
    const parsed = await readRequest(request, secret, now());
    if (parsed.kind !== 'greeting') return door.enter(parsed);
    return parsed.challenge === undefined ? undefined : { challenge: parsed.challenge };
  };
  return {
    method: 'POST',
    path: PATH,
    handle: async (request, response) => {
      try {
        write(response, 200, await receive(request));
      } catch (error) {
        refuse(error, request, response, log);
      }
    },
  };
}

function refuse(error: unknown, request: IncomingMessage, response: ServerResponse, log: Log): void {
  // A body we stopped reading would be taken for the next request on this connection: let it run dry, then close.
  if (!request.readableEnded) {
    request.resume();
    response.setHeader('Connection', 'close');
  }
  if (error instanceof Refused) {
    log.warn({ status: error.status, code: error.code, reason: error.message }, 'A Slack request was refused.');
    write(response, error.status, { code: error.code, message: error.message });
    return;
  }
  // Only after authentication: the workspace look-up failed. Slack sends an event again.
  log.error({ reason: kindOf(error) }, 'A Slack request could not be handled.');
  write(response, 503, { code: 'NOT_NOW', message: 'Try again later.' });
}

function write(response: ServerResponse, status: number, body: object | undefined): void {
  if (response.destroyed || response.headersSent) return;
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
