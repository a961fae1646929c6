import { Agent as HttpAgent, request as http, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';

export type Outgoing = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Incoming = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** The connector answers with an id or an error code. */
const MOST_BYTES = 1_048_576;
const agents = { plain: new HttpAgent({ keepAlive: true }), secure: new HttpsAgent({ keepAlive: true }) };

/**
 * One request over a connection that stays open. It follows no redirect. `fetch` does the same at three times the cost, which
 * was a quarter of a whole turn. A connection that the other side closed while nothing was asked shows only when it is used:
 * that is tried once more, over a new one.
 * @param limitMs for everything, the body of the answer included
 */
export async function exchange(outgoing: Outgoing, limitMs: number): Promise<Incoming> {
  try {
    return await once(outgoing, limitMs);
  } catch (cause) {
    if (cause instanceof StaleConnection) return once(outgoing, limitMs);
    throw cause;
  }
}

class StaleConnection extends Error {}

function once({ url, method, headers, body }: Outgoing, limitMs: number): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    // As bytes: a string of this length is turned into them twice, once to count and once to send.
    const bytes = Buffer.from(body);
    const options = {
      method,
      headers: { ...headers, 'Content-Length': bytes.length },
      agent: secure ? agents.secure : agents.plain,
    };
    const outgoing = (secure ? https : http)(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) outgoing.destroy(new Error('The answer is too large.'));
        else chunks.push(chunk);
      });
      incoming.once('end', () => {
        clearTimeout(timer);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
      incoming.once('error', fail);
    });
    const fail = (cause: Error): void => {
      clearTimeout(timer);
      reject(cause);
    };
    const timer = setTimeout(() => outgoing.destroy(new Error('The answer took too long.')), limitMs);
    outgoing.once('error', (cause: NodeJS.ErrnoException) => {
      const isClosed = cause.code === 'ECONNRESET' || cause.code === 'EPIPE';
      fail(outgoing.reusedSocket && isClosed ? new StaleConnection() : cause);
    });
    outgoing.end(bytes);
  });
}
