import { Agent, type Dispatcher, request } from 'undici';

export type Outgoing = {
  readonly url: string;
  readonly method: Dispatcher.HttpMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Incoming = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

/** The connector answers with an id or an error code. */
const MOST_BYTES = 1_048_576;
/** A connection that nothing is asked over is kept this long, unless the other side says that it closes it earlier. */
const KEPT_MS = 60_000;
const connections = new Agent({ maxResponseSize: MOST_BYTES, keepAliveTimeout: KEPT_MS });

/**
 * One request over a connection that stays open. It follows no redirect. `node:http` does the same at twice the processor
 * time, which was a tenth of a whole turn. A connection that the other side closed while nothing was asked shows only when it
 * is used: that is tried once more, over a new one. A new one that ends is not: the other side may have taken what was sent.
 * @param limitMs for everything, the body of the answer included
 */
export async function exchange(outgoing: Outgoing, limitMs: number): Promise<Incoming> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('The answer took too long.')), limitMs);
  try {
    const { statusCode, headers, body } = await answerTo(outgoing, limit.signal);
    return { status: statusCode, headers, text: await body.text() };
  } finally {
    clearTimeout(timer);
  }
}

async function answerTo({ url, ...rest }: Outgoing, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const options = { ...rest, signal, dispatcher: connections };
  const used = hasUsedConnection(new URL(url).origin);
  try {
    return await request(url, options);
  } catch (cause) {
    if (used && wasClosed(cause)) return request(url, options);
    throw cause;
  }
}

/** Whether a connection stands ready from an earlier request, which the next one takes. */
function hasUsedConnection(origin: string): boolean {
  const pool = connections.stats[origin];
  return pool !== undefined && 'free' in pool && pool.free > 0;
}

/** The connection was closed by the other side; one that was never made is another thing. */
const wasClosed = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && CLOSED.has(String(cause.code));

const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
