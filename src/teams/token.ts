import { z } from 'zod';
import { Refused } from '../http/refused.ts';

/** Clocks differ; a token may be this much over its time. botbuilder allows five minutes, and no expiry at all. */
const EXPIRY_LEEWAY_S = 60;
const START_LEEWAY_S = 300;

const headerShape = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) });
const claimsShape = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1),
  tid: z.string().optional(),
});

/** What a token of Microsoft's connector says. Nothing in it is to be believed before the signature was checked. */
export type Claims = z.infer<typeof claimsShape>;

/** Who must have written the token, and for whom. */
export type Expected = { readonly issuer: string; readonly appId: string };

const refuse = (why: string): Refused => new Refused(401, why);

function part(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Reads the claims out of an Authorization header and refuses what botbuilder lets through: no expiry, long expired,
 * another issuer (it would take emulator and skill tokens), several audiences, no service URL.
 */
export function readClaims(authorization: string | undefined, expected: Expected, nowMs: number): Claims {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) throw refuse('A bearer token is required.');
  const [header = '', payload = ''] = token.split('.');
  if (!headerShape.safeParse(part(header)).success) throw refuse('The token is not signed as expected.');
  const claims = claimsShape.safeParse(part(payload));
  if (!claims.success) throw refuse('The token lacks a claim.');
  const { iss, aud, exp, nbf } = claims.data;
  if (iss !== expected.issuer) throw refuse('The token was issued by somebody else.');
  if (aud !== expected.appId) throw refuse('The token is meant for another bot.');
  const now = nowMs / 1000;
  if (exp + EXPIRY_LEEWAY_S < now) throw refuse('The token has expired.');
  if (nbf !== undefined && nbf - START_LEEWAY_S > now) throw refuse('The token is not valid yet.');
  return claims.data;
}
