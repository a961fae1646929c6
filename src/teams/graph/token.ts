import { z } from 'zod';
import { exchange } from '../http.ts';
import { GraphRefused } from './refused.ts';

/** Gives the bearer token for Microsoft Graph. Rejects with `GraphRefused`. */
export type GraphToken = () => Promise<string>;

/** How the bot proves who it is: with a secret, or as a managed identity. */
export type GraphCredentials = {
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly tenantId: string;
  readonly password?: string | undefined;
};

const LIMIT_MS = 5000;
/** A token is renewed this long before it ends. */
const EARLY_MS = 5 * 60_000;
/** A managed identity keeps its tokens itself; it is asked anew after this long. */
const IDENTITY_MS = 10 * 60_000;

const answer = z.object({ access_token: z.string().min(1), expires_in: z.number() });

type Kept = { readonly token: string; readonly until: number };

/** A token is kept until shortly before it ends. @param now milliseconds since 1970 */
export function createGraphToken(
  credentials: GraphCredentials,
  { login, graph }: { readonly login: string; readonly graph: string },
  now: () => number,
): GraphToken {
  const scope = `${new URL(graph).origin}/.default`;
  let kept: Kept | undefined;
  let underWay: Promise<Kept> | undefined;
  const ask = (): Promise<Kept> =>
    credentials.type === 'SingleTenant' && credentials.password !== undefined
      ? byPassword(credentials, credentials.password, { login, scope }, now)
      : byIdentity(credentials.appId, scope, now);
  return async () => {
    if (kept !== undefined && now() < kept.until) return kept.token;
    // Many who ask at once share one answer.
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    kept = await underWay;
    return kept.token;
  };
}

async function byPassword(
  { appId, tenantId }: GraphCredentials,
  password: string,
  { login, scope }: { readonly login: string; readonly scope: string },
  now: () => number,
): Promise<Kept> {
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope };
  const request = {
    url: `${login}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
  const incoming = await exchange(request, LIMIT_MS).catch(() => {
    throw new GraphRefused(0, 'NoToken');
  });
  const said = answer.safeParse(jsonIn(incoming.text));
  if (incoming.status === 200 && said.success) {
    return { token: said.data.access_token, until: now() + said.data.expires_in * 1000 - EARLY_MS };
  }
  // Entra says 400 or 401 to credentials that are not right, and anything else when it is not itself.
  throw new GraphRefused([400, 401].includes(incoming.status) ? 401 : 0, 'NoToken');
}

async function byIdentity(appId: string, scope: string, now: () => number): Promise<Kept> {
  // A sixth of a start, which only a bot with a managed identity needs.
  const { JwtTokenProviderFactory } = await import('botframework-connector');
  const provider = new JwtTokenProviderFactory().createAzureServiceTokenProvider(appId);
  const given = await provider.getToken(scope, { abortSignal: AbortSignal.timeout(LIMIT_MS) }).catch(() => null);
  if (given === null) throw new GraphRefused(0, 'NoToken');
  return { token: given.token, until: Math.min(given.expiresOnTimestamp - EARLY_MS, now() + IDENTITY_MS) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
