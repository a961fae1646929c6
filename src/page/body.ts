import type { IncomingMessage } from 'node:http';
import { checkHeaders, type Limits, readBody } from '../http/body.ts';
import { decoded, parseJson } from '../http/json.ts';

/**
 * The largest form has a few thousand letters; this is room for all of them in any alphabet. The content type is asked for
 * exactly because another site's form cannot send it without the browser asking us first.
 */
const LIMITS: Limits = { types: ['application/json'], mostBytes: 64 * 1024, mostMs: 10_000 };

/**
 * The request's body as JSON.
 * @throws Refused
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  checkHeaders(request, LIMITS);
  return parseJson(decoded(await readBody(request, LIMITS)));
}
