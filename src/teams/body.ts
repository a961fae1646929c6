import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from '../conversation/refused.ts';

/** The largest activity we read: Teams' own limit for a message is 100 KB in UTF-16, which as JSON can be some more. */
export const MAX_BODY_BYTES = 524_288;
/** How deep JSON may nest; a real activity stays under ten. */
export const MAX_DEPTH = 40;

/**
 * Refuses on the headers alone what we do not want to read: other content, compressed content, too much of it. The caller
 * must still get rid of the body: `leaveUnread`.
 */
export function checkHeaders(request: IncomingMessage): void {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new Refused(415, 'Compressed bodies are not accepted.');
  }
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Refused(415, 'The body must be application/json.');
  }
  const length = request.headers['content-length'];
  if (length !== undefined && Number(length) > MAX_BODY_BYTES) {
    throw new Refused(413, 'The body is too large.');
  }
}

/** Reads the body once, and stops at the size limit or when it takes longer than `limitMs`. */
export function readBody(request: IncomingMessage, limitMs: number): Promise<Buffer> {
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
      if (size > MAX_BODY_BYTES) stop(new Refused(413, 'The body is too large.'));
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => stop(new Refused(408, 'The body took too long.')), limitMs);
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

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses UTF-8 JSON that nests at most `MAX_DEPTH` deep. */
export function parseJson(body: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch (cause) {
    throw new Refused(400, 'The body is not UTF-8.', { cause });
  }
  if (couldNestTooDeep(text) && depth(text) > MAX_DEPTH) throw new Refused(400, 'The body nests too deep.');
  try {
    return JSON.parse(text);
  } catch {
    // Without its cause: a SyntaxError quotes the text it failed on.
    throw new Refused(400, 'The body is not JSON.');
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

/** A real activity has fewer brackets than it may nest, so that its letters need not be gone through one by one. */
function couldNestTooDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++brackets > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** How deep brackets nest outside strings; counted before parsing, so that nothing recurses over a hostile body. */
function depth(text: string): number {
  let now = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === QUOTE) i = endOfString(text, i);
    else if (OPENING.has(character)) deepest = Math.max(deepest, ++now);
    else if (CLOSING.has(character)) now--;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** Whether an odd number of backslashes stands before a place in a string. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

/**
 * Gets rid of a body that was not read to its end, once its answer is written: it would be taken for the next request on this
 * connection. A short one runs dry, so that the answer surely arrives; of a long one not a byte more is read, for each would
 * cost memory.
 */
export function leaveUnread(request: IncomingMessage, response: ServerResponse): void {
  if (request.readableEnded) return;
  response.setHeader('Connection', 'close');
  if (Number(request.headers['content-length']) <= MAX_BODY_BYTES) request.resume();
  else response.once('finish', () => request.destroy());
}
