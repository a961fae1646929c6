import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import restify from 'restify';
import type { Route } from './http/route.ts';

const HEADERS_MS = 10_000;
/** Longer than the ten seconds a channel gives a body, so that the channel's own answer arrives. */
const REQUEST_MS = 30_000;
const CLOSE_MS = 10_000;
const MAX_CONNECTIONS = 1000;
/** Of an address: the slip of a dossier is longer than the hundred letters that the router takes by itself. */
const LONGEST_PART = { maxParamLength: 1000 } as const;
const MAX_HEADERS = 100;

/** Why the server cannot start. `message` is for the operator and says what to do. */
export class ListenError extends Error {
  readonly code: 'PORT_TAKEN' | 'PORT_FORBIDDEN' | 'HOST_UNKNOWN' | 'LOCAL_ONLY' | 'LISTEN_FAILED';

  constructor(code: ListenError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ListenError';
    this.code = code;
  }
}

export type ServerOptions = {
  readonly routes: readonly Route[];
  readonly log: Logger;
  /** Why requests cannot be handled now, for `/readyz`, as a word of our own; absent or undefined: they can. */
  readonly unready?: () => Promise<string | undefined>;
  /** Local mode: only this machine may call, and nothing may stand in between. */
  readonly local: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
};

export type Server = {
  /** Starts listening and gives the address; rejects with `ListenError`. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** Stops taking requests, lets those under way finish, and after ten seconds closes what is left. */
  close(): Promise<void>;
};

const SECURITY_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/**
 * The HTTP server: limits, health, safe headers, and the channels' routes with their raw request. It reads no body and
 * knows no channel; a route may set its own headers over the safe ones.
 */
export function createServer(options: ServerOptions): Server {
  const { routes, log, unready, local, host, port } = options;
  if (local && !isLoopback(host)) {
    throw new ListenError(
      'LOCAL_ONLY',
      `Without credentials the bot listens on 127.0.0.1 only: unset HOST (now ${host}).`,
    );
  }
  // An empty name leaves out the Server header.
  const app = restify.createServer({
    name: '',
    log: log.child({ part: 'http' }) as never,
    ...LONGEST_PART,
  });
  const http = app.server;
  http.headersTimeout = HEADERS_MS;
  http.requestTimeout = REQUEST_MS;
  http.maxConnections = MAX_CONNECTIONS;
  http.maxHeadersCount = MAX_HEADERS;

  app.pre((request: IncomingMessage, response: ServerResponse, next: restify.Next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refusal = local ? refuseForeign(request) : null;
    if (refusal === null) return next();
    log.warn({ reason: refusal }, 'A request was refused in local mode.');
    send(response, 403, { code: 'LOCAL_ONLY', message: refusal });
    return next(false);
  });

  app.get('/healthz', async (_request: IncomingMessage, response: ServerResponse) => text(response, 200, 'ok'));
  app.get('/readyz', async (_request: IncomingMessage, response: ServerResponse) => {
    const code = await whyNot(unready);
    if (code === undefined) return text(response, 200, 'ok');
    send(response, 503, { code, message: 'Not ready; see the log and npm run check.' });
  });
  for (const route of routes) {
    const mount = route.method === 'GET' ? app.get.bind(app) : app.post.bind(app);
    mount(route.path, async (request: IncomingMessage, response: ServerResponse) => {
      try {
        await route.handle(request, response);
      } catch (error) {
        log.error({ path: route.path, reason: error instanceof Error ? error.name : 'unknown' }, 'A route failed.');
        send(response, 500, { code: 'FAILED', message: 'Something went wrong here; see the log.' });
      }
    });
  }

  app.on('restifyError', (_request: unknown, response: restify.Response, error: unknown, done: () => void) => {
    const status = statusOf(error);
    // With restify's own `send`, or it would answer once more.
    if (!response.headersSent) {
      response.setHeader('Content-Type', 'application/json');
      response.send(status, {
        code: ERRORS[status]?.code ?? 'REFUSED',
        message: ERRORS[status]?.message ?? 'Refused.',
      });
    }
    done();
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        const failed = (error: NodeJS.ErrnoException): void => reject(explain(error, host, port));
        app.once('error', failed);
        app.listen(port, host, () => {
          app.removeListener('error', failed);
          app.on('error', (error: Error) => log.error({ reason: error.name }, 'The server met an error.'));
          const address = http.address() as AddressInfo;
          const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
          resolve({ url: `http://${name}:${address.port}`, port: address.port });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        if (!http.listening) return resolve();
        const force = setTimeout(() => http.closeAllConnections(), CLOSE_MS);
        http.close(() => {
          clearTimeout(force);
          resolve();
        });
        http.closeIdleConnections();
      }),
  };
}

const ERRORS: Readonly<Record<number, { code: string; message: string }>> = {
  400: { code: 'MALFORMED', message: 'The request could not be understood.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  405: { code: 'METHOD_NOT_ALLOWED', message: 'This address does not take that method.' },
  500: { code: 'FAILED', message: 'Something went wrong here; see the log.' },
};

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host);

/**
 * Why a request is not this machine's own, or null when it is. A page elsewhere can make a browser call a loopback
 * address; its Origin, or the name it made resolve to 127.0.0.1, gives it away.
 */
function refuseForeign(request: IncomingMessage): string | null {
  const { host, origin } = request.headers;
  if (host === undefined || !LOOPBACK_HOST.test(host))
    return 'Only 127.0.0.1 and localhost are served without credentials.';
  const forwarded = Object.keys(request.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded'));
  if (forwarded) return 'Forwarded requests are not served without credentials.';
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return 'Requests of other pages are not served without credentials.';
  }
  return null;
}

async function whyNot(unready: ServerOptions['unready']): Promise<string | undefined> {
  try {
    return await unready?.();
  } catch {
    return 'DATABASE_AWAY';
  }
}

function text(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(body);
}

function send(response: ServerResponse, status: number, body: { code: string; message: string }): void {
  // A route that failed half-way can only be cut off: whoever waits must not wait for ever.
  if (response.headersSent && !response.writableEnded) response.destroy();
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): ListenError {
  const options = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new ListenError(
        'PORT_TAKEN',
        `Port ${port} is already in use: stop the other program or set PORT to another number.`,
        options,
      );
    case 'EACCES':
      return new ListenError(
        'PORT_FORBIDDEN',
        `Port ${port} is not allowed to this user: set PORT above 1023.`,
        options,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenError('HOST_UNKNOWN', `${host} is not an address of this machine: change HOST.`, options);
    default:
      return new ListenError(
        'LISTEN_FAILED',
        `Cannot listen on ${host}:${port} (${error.code ?? error.name}).`,
        options,
      );
  }
}
