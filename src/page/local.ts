import type { IncomingMessage } from 'node:http';
import { PageError } from './refused.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostname = (origin: string): string => {
  try {
    return new URL(origin).hostname;
  } catch {
    return '';
  }
};

const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Throws unless the request was made on this machine by this machine's own page. The page knows nobody's identity: listening
 * on loopback is not enough when a proxy passes others on, or when a foreign site's name is made to point at 127.0.0.1.
 */
export const checkLocal = (request: IncomingMessage): void => {
  const { headers } = request;
  const forwarded = proxied.find((name) => headers[name] !== undefined);
  if (forwarded !== undefined) {
    throw new PageError(
      'not-local',
      `the page is for this machine only, and ${forwarded} says that a proxy stands between`,
    );
  }
  if (!loopback.has(hostname(`http://${headers.host ?? ''}`))) {
    throw new PageError('not-local', 'the page is for this machine only: open it as http://localhost');
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    throw new PageError('not-local', 'another site may not use the page');
  }
};
