import type { IncomingMessage } from 'node:http';
import { checkHeaders, parseBody, readBody } from './body.ts';
import { type Parsed, parsePayload, workspaceOf } from './payload.ts';
import { Refused } from './refused.ts';
import type { Payload } from './shapes.ts';
import { checkSignature, readSignature } from './signature.ts';

/** Gives the organisation of a workspace, or null when we do not know it. */
export type Workspaces = (workspace: string) => Promise<string | null> | string | null;

/** A request that may go on to Bolt, with what is known of it by then. */
export type Admitted = { readonly payload: Payload; readonly organisation: string; readonly team: string };

const BODY_MS = 10_000;

/**
 * Everything that is checked of an HTTP request before Bolt sees it, cheapest first: headers, time stamp, size, signature,
 * shape. Reads the body, once. The workspace comes after the signature (`admit`), so that strangers cannot ask which schools
 * are served.
 *
 * What cannot be detected: the same request again within five minutes. It has no second effect (`seen.ts`, and the nonce of a
 * form).
 */
export async function readRequest(request: IncomingMessage, secret: string, nowMs: number): Promise<Parsed> {
  const content = checkHeaders(request);
  const signature = readSignature(request.headers, nowMs);
  const body = await readBody(request, BODY_MS);
  checkSignature(signature, body, secret);
  return parsePayload(parseBody(body, content));
}

/** Lets a payload pass when its workspace belongs to an organisation; what has no use for us is refused all the same. */
export async function admit(parsed: Exclude<Parsed, { kind: 'greeting' }>, workspaces: Workspaces) {
  const team = parsed.kind === 'other' ? parsed.team : workspaceOf(parsed.payload);
  if (team === undefined) throw new Refused(403, 'The request names no workspace.');
  const organisation = await workspaces(team);
  if (organisation === null) throw new Refused(403, 'This workspace is not known here.');
  return parsed.kind === 'other' ? undefined : { payload: parsed.payload, organisation, team };
}
