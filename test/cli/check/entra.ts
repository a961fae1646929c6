/** Microsoft Entra's token endpoint, as far as it refuses: by its own codes, in the shape that it gives them. */
export function entra(
  secrets: Readonly<Record<string, 'valid' | 'expired'>>,
  roles: readonly string[],
): (init: RequestInit) => Response {
  return ({ method, body }) => {
    if (method !== 'POST' || !(body instanceof URLSearchParams)) return refusal(900144, 'invalid_request');
    if (body.get('grant_type') !== 'client_credentials') return refusal(70003, 'unsupported_grant_type');
    const scope = String(body.get('scope'));
    if (!SCOPES.includes(scope)) return refusal(70011, 'invalid_scope');
    if (!body.get('client_id')?.endsWith('bb')) return refusal(700016, 'unauthorized_client');
    const secret = secrets[String(body.get('client_secret'))];
    if (secret !== 'valid') return refusal(secret === 'expired' ? 7000222 : 7000215, 'invalid_client');
    return Response.json(tokenFor(scope, roles));
  };
}

const tokenFor = (scope: string, roles: readonly string[]) => ({
  token_type: 'Bearer',
  expires_in: 3599,
  access_token: scope === SCOPES[1] ? graphToken(roles) : 'a-token',
});

function refusal(code: number, error: string): Response {
  const told = { error, error_description: `AADSTS${code}: …`, error_codes: [code], trace_id: 'x' };
  return Response.json(told, { status: error === 'invalid_client' ? 401 : 400 });
}

const SCOPES = ['https://api.botframework.com/.default', 'https://graph.microsoft.com/.default'];

/** Of Microsoft Graph the token itself says what was consented to. */
export const graphToken = (roles: readonly string[]): string =>
  ['head', Buffer.from(JSON.stringify({ roles })).toString('base64url'), 'sign'].join('.');
