import { Refused } from '../http/refused.ts';
import type { TeamsActivity } from './activity.ts';
import { parseActivity, tenantOf } from './activity.ts';
import type { ServiceUrls } from './service-url.ts';
import type { Expected } from './token.ts';
import { readClaims } from './token.ts';

/** What the guard holds a request against. `expected` is null in local mode, where nobody signs. */
export type Rules = { readonly expected: Expected | null; readonly serviceUrls: ServiceUrls };

/** Gives the organisation of a tenant, or null when we do not know that tenant. */
export type Tenants = (tenantId: string) => Promise<string | null> | string | null;

/** The tenant id that stands for "none given": local test clients have no tenant. */
export const LOCAL_TENANT = 'local';

/** Activities that need a person: everything somebody typed or clicked. */
const BY_A_PERSON: readonly string[] = ['message', 'invoke'];

/**
 * Everything that can be checked before botbuilder sees a request, cheapest first. The signature is botbuilder's work and
 * comes after this; the tenant comes after the signature, so that strangers cannot ask us which schools we serve.
 *
 * What cannot be detected: Microsoft's token signs the service URL and the bot's id, not the body. Whoever obtains a
 * valid token (out of a log, or behind our TLS) can send it with another body until it expires, about an hour. An
 * activity id we saw before is not handled twice (`seen.ts`), but a new id with an old token passes.
 */
export function admit(body: unknown, authorization: string | undefined, rules: Rules, nowMs: number): TeamsActivity {
  const claims = rules.expected === null ? null : readClaims(authorization, rules.expected, nowMs);
  const activity = parseActivity(body);
  checkChannel(activity, rules);
  if (claims === null) return activity;
  if (claims.serviceurl !== activity.serviceUrl) throw new Refused(401, 'The token is for another service URL.');
  const tenant = tenantOf(activity);
  if (tenant === undefined) throw new Refused(403, 'The activity names no tenant.');
  if (claims.tid !== undefined && claims.tid !== tenant) throw new Refused(403, 'The token is of another tenant.');
  return activity;
}

function checkChannel(activity: TeamsActivity, rules: Rules): void {
  // Microsoft's local test client calls its channel "emulator" unless told otherwise.
  const local = rules.expected === null && activity.channelId === 'emulator';
  if (activity.channelId !== 'msteams' && !local) throw new Refused(403, 'Only Microsoft Teams is served here.');
  if (!rules.serviceUrls.allows(activity.serviceUrl)) throw new Refused(403, 'The service URL is not allowed.');
}

/** The organisation an authenticated activity belongs to. */
export async function organisationOf(activity: TeamsActivity, tenants: Tenants): Promise<string> {
  const organisation = await tenants(tenantOf(activity) ?? LOCAL_TENANT);
  if (organisation === null) throw new Refused(403, 'This tenant is not known here.');
  return organisation;
}

/**
 * The verified id of whoever did this. Without one we cannot tell what somebody may do, so we do nothing. In local mode
 * the test client's user stands in for it.
 */
export function personOf(activity: TeamsActivity, rules: Rules): string | undefined {
  const person = activity.from.aadObjectId ?? (rules.expected === null ? activity.from.id : undefined);
  if (person === undefined && BY_A_PERSON.includes(activity.type)) {
    throw new Refused(403, 'The activity names no person of the organisation.');
  }
  return person;
}
