import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from './refused.ts';

/** What a door reads of a body. */
export type Limits = {
  /** The content types that are read, in lower case and without parameters. */
  readonly types: readonly string[];
  readonly mostBytes: number;
  /** For the whole body, in milliseconds. */
  readonly mostMs: number;
};

/** How deep JSON may nest: a real activity stays under ten, Slack's rich text within a list within a message under twenty. */
export const MAX_DEPTH = 40;

/**
 * Refuses on the headers alone what a door does not want to read: other content, compressed content, too much of it. The
 * caller must still see to the body: `leaveUnread`.
 * @returns which of the content types it is
 * @throws Refused
 */
export function checkHeaders({ headers }: IncomingMessage, { types, mostBytes }: Limits): string {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new Refused(415, 'Compressed bodies are not accepted.');
  }
  const [given = ''] = (headers['content-type'] ?? '').split(';');
  const type = given.trim().toLowerCase();
  if (!types.includes(type)) throw new Refused(415, `The body must be ${types.join(' or ')}.`);
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw new Refused(413, 'The body is too large.');
  return type;
}

/**
 * Reads the body once, and stops at the limits.
 * @throws Refused
 */
export function readBody(request: IncomingMessage, { mostBytes, mostMs }: Limits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (refusal: Refused): void => {
      clearTimeout(timer);
      request.removeListener('data', onData);
      // What was read so far must not wait in memory for what is still to come.
      chunks.length = 0;
      request.pause();
      reject(refusal);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > mostBytes) stop(new Refused(413, 'The body is too large.'));
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => stop(new Refused(408, 'The body took too long.')), mostMs);
    request.on('data', onData);
    const broken = (): void => stop(new Refused(400, 'The body was not sent completely.'));
    request.once('end', () => {
      clearTimeout(timer);
      // Every request closes in the end, and an error that nobody sees is not made for nothing.
      request.removeListener('close', broken);
      resolve(Buffer.concat(chunks));
    });
    request.once('error', broken);
    request.once('close', broken);
  });
}

/** What is left to run dry of a body that was not read; more than this costs memory for nothing. */
const DRY_BYTES = 1_048_576;

/**
 * Before the answer to a body that was not read to its end. A short one that nobody began to read Node lets run dry, and its
 * connection goes on: to close it under what is still coming would take the answer away. With a long one, or one that stopped
 * coming, the connection ends: every byte more would cost memory.
 */
export function leaveUnread(request: IncomingMessage, response: ServerResponse): void {
  const runsDry = request.readableFlowing === null && Number(request.headers['content-length']) <= DRY_BYTES;
  if (request.readableEnded || runsDry) return;
  response.setHeader('Connection', 'close');
  // Node would read on until the answer is flushed: ten times the memory under twenty such bodies (`npm run proof:limits`).
  response.once('finish', () => request.destroy());
}
