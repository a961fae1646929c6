import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Route } from '../http/route.ts';
import { CONTENT_TYPE, type Metrics } from './metrics.ts';

/**
 * `GET /metrics`. Numbers of a small school can say something about people, so whoever asks must have the token, also from
 * this machine: behind a proxy everybody seems to be on it.
 * @param token METRICS_TOKEN; undefined in local mode, whose server lets nobody in from elsewhere
 */
export function metricsRoute(metrics: Metrics, token: string | undefined): Route {
  return {
    method: 'GET',
    path: '/metrics',
    handle: async (request, response) => {
      if (token !== undefined && !carries(request, token)) {
        response.statusCode = 401;
        response.setHeader('WWW-Authenticate', 'Bearer');
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        response.end(JSON.stringify({ code: 'NO_TOKEN', message: 'Send METRICS_TOKEN as a bearer token.' }));
        return;
      }
      const text = await metrics.text();
      response.setHeader('Content-Type', CONTENT_TYPE);
      response.end(text);
    },
  };
}

function carries({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  // Hashed first: what is compared in constant time must be equally long.
  return given !== undefined && timingSafeEqual(hash(given), hash(token));
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
