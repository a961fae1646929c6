import type { IncomingMessage } from 'node:http';
import { respond } from '../http/respond.ts';
import type { Route } from '../http/route.ts';
import type { Door } from './door.ts';
import { readRequest } from './guard.ts';
import type { Log } from './log.ts';

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
    handle: (request, response) => respond(request, response, () => receive(request), { platform: 'Slack', log }),
  };
}
