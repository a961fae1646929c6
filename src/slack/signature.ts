import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refused } from '../http/refused.ts';

/** Slack's own measure for how old a request may be. Bolt does not look whether it comes from the future. */
const MOST_SECONDS = 5 * 60;

export type Signature = { readonly seconds: number; readonly digest: Buffer };

/** The signature and time stamp in the headers; refused when they are missing, malformed, or not of now. */
export function readSignature(headers: IncomingHttpHeaders, nowMs: number): Signature {
  const stamp = single(headers['x-slack-request-timestamp']);
  const signature = single(headers['x-slack-signature']);
  const hex = /^v0=([0-9a-f]{64})$/.exec(signature)?.[1];
  if (!/^\d{1,12}$/.test(stamp) || hex === undefined) throw new Refused(401, 'The request is not signed by Slack.');
  const seconds = Number(stamp);
  if (Math.abs(nowMs / 1000 - seconds) > MOST_SECONDS) throw new Refused(401, 'The request is not of this moment.');
  return { seconds, digest: Buffer.from(hex, 'hex') };
}

/** Whether Slack signed exactly these bytes. */
export function checkSignature({ seconds, digest }: Signature, body: Buffer, secret: string): void {
  const own = createHmac('sha256', secret).update(`v0:${seconds}:`).update(body).digest();
  if (!timingSafeEqual(own, digest)) throw new Refused(401, 'The request is not signed by Slack.');
}

const single = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');
