import type { IncomingMessage } from 'node:http';
import { Refused } from '../conversation/refused.ts';

/** The largest request we read. Slack's largest is a view of 250 KB, twice. */
export const MAX_BODY_BYTES = 1_048_576;
/** How deep JSON may nest; rich text within a list within a message stays under twenty. */
export const MAX_DEPTH = 40;

export type Content = 'json' | 'form';

/** Refuses on the headers alone what we do not want to read, and tells what the rest is. */
export function checkHeaders({ headers }: IncomingMessage): Content {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new Refused(415, 'Compressed bodies are not accepted.');
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new Refused(413, 'The body is too large.');
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/json':
      return 'json';
    case 'application/x-www-form-urlencoded':
      return 'form';
    default:
      throw new Refused(415, 'The body must be JSON or a form.');
  }
}

/** Reads the body once, and stops at the size limit or when it takes longer than `limitMs`. */
export function readBody(request: IncomingMessage, limitMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (refusal: Refused): void => {
      clearTimeout(timer);
      request.removeListener('data', take);
      // What is still to come flows into nothing, so that the answer can be written on this connection.
      request.resume();
      reject(refusal);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) stop(new Refused(413, 'The body is too large.'));
      else chunks.push(chunk);
    };
    const broken = (): void => stop(new Refused(400, 'The body was not sent completely.'));
    const timer = setTimeout(() => stop(new Refused(408, 'The body took too long.')), limitMs);
    request.on('data', take);
    request.once('error', broken);
    request.once('close', broken);
    request.once('end', () => {
      clearTimeout(timer);
      request.removeListener('close', broken);
      resolve(Buffer.concat(chunks));
    });
  });
}

/** The value that a body stands for: an event as it is, a form's `payload`, or a command's fields. */
export function parseBody(body: Buffer, content: Content): unknown {
  const text = decoded(body);
  return content === 'json' ? parseJson(text) : parseForm(text);
}

function parseForm(text: string): unknown {
  const fields = new URLSearchParams(text);
  const names = [...fields.keys()];
  if (new Set(names).size !== names.length) throw new Refused(400, 'A field of the form stands there twice.');
  const payload = fields.get('payload');
  if (payload === null) return Object.fromEntries(fields);
  if (names.length > 1) throw new Refused(400, 'The form holds more than its payload.');
  return parseJson(payload);
}

function decoded(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new Refused(400, 'The body is not UTF-8.', { cause });
  }
}

function parseJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw new Refused(400, 'The body nests too deep.');
  try {
    return JSON.parse(text);
  } catch {
    // Without its cause: a SyntaxError quotes the text it failed on.
    throw new Refused(400, 'The body is not JSON.');
  }
}

/** How deep brackets nest outside strings; counted before parsing, so that nothing recurses over a hostile body. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (quoted && sign === '\\') at++;
    else if (!quoted && (sign === '[' || sign === '{')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (sign === ']' || sign === '}')) depth--;
  }
  return deepest;
}
