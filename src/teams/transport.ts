import { z } from 'zod';
import { exchange, type Incoming, type Outgoing } from './http.ts';
import type { ServiceUrls } from './service-url.ts';

/** Sends one request to the connector and gives the body of its answer. Rejects with `ConnectorRefused`. */
export type Transport = (request: Outgoing) => Promise<string>;

/** Time as the retries see it; a test brings its own. */
export type Pace = { now(): number; wait(ms: number): Promise<void>; random(): number };

/** An invoke must be answered within about 10 s; what has not arrived after this long is given up. */
const BUDGET_MS = 8000;
const TRY_MS = 5000;
const MOST_TRIES = 4;
const RETRY = new Set([412, 429, 502, 504]);
/** Refusals of this recipient or this card. A 401 is none of them: it is our own log-in, and somebody will mend that. */
const PERMANENT = new Set([400, 403, 404, 413]);

const errorShape = z.object({ error: z.object({ code: z.string() }) });

/** Microsoft's connector did not take what we sent. Holds codes only, so that it can be logged as it is. */
export class ConnectorRefused extends Error {
  /** 0 when there was no answer at all. */
  readonly status: number;
  /** Microsoft's own word for it, such as BotNotInConversationRoster; '' when it gave none. */
  readonly code: string;
  /** Trying again later will not help: it must go to somebody else, or in another way. */
  readonly permanent: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string, retryAfterMs?: number) {
    super(`The connector answered ${status} ${code}`.trim());
    this.name = 'ConnectorRefused';
    this.status = status;
    this.code = code;
    this.permanent = PERMANENT.has(status);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Under every call to the connector. It checks the address once more, follows no redirect (the bearer token would travel
 * along), and tries again where Microsoft asks for that. A message may arrive twice: after a 502 or 504 nobody can tell whether
 * the first one did. Who has time, and counts what is sent, asks for one try only and comes back.
 */
export function createTransport(serviceUrls: ServiceUrls, pace: Pace, mostTries = MOST_TRIES): Transport {
  return async (request) => {
    if (!serviceUrls.allows(request.url)) throw new ConnectorRefused(403, 'ServiceUrlNotAllowed');
    const end = pace.now() + BUDGET_MS;
    for (let tries = 1; ; tries++) {
      const outcome = await attempt(request);
      if (!(outcome instanceof ConnectorRefused)) return outcome;
      const again = RETRY.has(outcome.status) || outcome.status === 0;
      const wait = outcome.retryAfterMs ?? backoff(tries, pace);
      if (!again || tries === mostTries || pace.now() + wait + TRY_MS / 2 > end) throw outcome;
      await pace.wait(wait);
    }
  };
}

const backoff = (tries: number, pace: Pace): number => 200 * 3 ** (tries - 1) * (1 + pace.random());

async function attempt(request: Outgoing): Promise<string | ConnectorRefused> {
  let incoming: Incoming;
  try {
    incoming = await exchange(request, TRY_MS);
  } catch {
    return new ConnectorRefused(0, 'NoAnswer');
  }
  const { status, text } = incoming;
  return status < 200 || status > 299 ? new ConnectorRefused(status, codeOf(text), retryAfter(incoming)) : text;
}

function retryAfter({ headers }: Incoming): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function codeOf(body: string): string {
  try {
    return errorShape.parse(JSON.parse(body)).error.code.slice(0, 60);
  } catch {
    return '';
  }
}
