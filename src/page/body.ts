import type { IncomingMessage } from 'node:http';
import { PageError } from './refused.ts';

/** The largest form has a few thousand letters; this is room for all of them in any alphabet. */
export const maxBodyBytes = 64 * 1024;

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const tooLarge = () => new PageError('too-large', `a body may have ${maxBodyBytes} bytes at most`);
  if (Number(request.headers['content-length']) > maxBodyBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * The request's body as JSON. The content type is asked for exactly because another site's form cannot send it without
 * the browser asking us first.
 */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new PageError('not-json', 'send application/json');
  const bytes = await readBytes(request);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new PageError('bad-json', 'the body is not JSON', { cause });
  }
};
