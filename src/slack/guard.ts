import type { IncomingMessage } from 'node:http';
import { checkHeaders, type Limits, readBody } from '../http/body.ts';
import { decoded, parseJson } from '../http/json.ts';
import { Refused } from '../http/refused.ts';
import { type Parsed, parsePayload, workspaceOf } from './payload.ts';
import type { Payload } from './shapes.ts';
import { checkSignature, readSignature } from './signature.ts';

/** Gives the organisation of a workspace, or null when we do not know it. */
export type Workspaces = (workspace: string) => Promise<string | null> | string | null;

/** A request that may go on to Bolt, with what is known of it by then. */
export type Admitted = { readonly payload: Payload; readonly organisation: string; readonly team: string };

const FORM = 'application/x-www-form-urlencoded';

/** Slack's largest request is a view of 250 KB, twice. */
const LIMITS: Limits = { types: ['application/json', FORM], mostBytes: 1_048_576, mostMs: 10_000 };

/**
 * Everything that is checked of an HTTP request before Bolt sees it, cheapest first: headers, time stamp, size, signature,
 * shape. Reads the body, once. The workspace comes after the signature (`admit`), so that strangers cannot ask which schools
 * are served.
 *
 * What cannot be detected: the same request again within five minutes. It has no second effect (`seen.ts`, and the nonce of a
 * form).
 */
export async function readRequest(request: IncomingMessage, secret: string, nowMs: number): Promise<Parsed> {
  const type = checkHeaders(request, LIMITS);
  const signature = readSignature(request.headers, nowMs);
  const body = await readBody(request, LIMITS);
  checkSignature(signature, body, secret);
  const text = decoded(body);
  return parsePayload(type === FORM ? parseForm(text) : parseJson(text));
}

/** Lets a payload pass when its workspace belongs to an organisation; what has no use for us is refused all the same. */
export async function admit(parsed: Exclude<Parsed, { kind: 'greeting' }>, workspaces: Workspaces) {
  const team = parsed.kind === 'other' ? parsed.team : workspaceOf(parsed.payload);
  if (team === undefined) throw new Refused(403, 'The request names no workspace.');
  const organisation = await workspaces(team);
  if (organisation === null) throw new Refused(403, 'This workspace is not known here.');
  return parsed.kind === 'other' ? undefined : { payload: parsed.payload, organisation, team };
}

/** A form's `payload`, or a command's fields. */
function parseForm(text: string): unknown {
  const fields = new URLSearchParams(text);
  const names = [...fields.keys()];
  if (new Set(names).size !== names.length) throw new Refused(400, 'A field of the form stands there twice.');
  const payload = fields.get('payload');
  if (payload === null) return Object.fromEntries(fields);
  if (names.length > 1) throw new Refused(400, 'The form holds more than its payload.');
  return parseJson(payload);
}
