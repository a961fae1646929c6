/** Microsoft Entra's token endpoint, as far as it refuses: by its own codes, in the shape that it gives them. */
export function entra(secrets: Readonly<Record<string, 'valid' | 'expired'>>): (init: RequestInit) => Response {
  return ({ method, body }) => {
    if (method !== 'POST' || !(body instanceof URLSearchParams)) return refusal(900144, 'invalid_request');
    if (body.get('grant_type') !== 'client_credentials') return refusal(70003, 'unsupported_grant_type');
    if (body.get('scope') !== 'https://api.botframework.com/.default') return refusal(70011, 'invalid_scope');
    if (!body.get('client_id')?.endsWith('bb')) return refusal(700016, 'unauthorized_client');
    const secret = secrets[body.get('client_secret') ?? ''];
    if (secret === 'expired') return refusal(7000222, 'invalid_client');
    if (secret === undefined) return refusal(7000215, 'invalid_client');
    return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: 'a-token' });
  };
}

function refusal(code: number, error: string): Response {
  const told = { error, error_description: `AADSTS${code}: …`, error_codes: [code], trace_id: 'x' };
  return Response.json(told, { status: error === 'invalid_client' ? 401 : 400 });
}
