import { JwtTokenProviderFactory } from 'botframework-connector';

const LIMIT_MS = 20_000;

/** Whether the managed identity with this client id gets the bot a token here. Never rejects. */
export async function managedIdentityToken(appId: string, scope: string): Promise<boolean> {
  const provider = new JwtTokenProviderFactory().createAzureServiceTokenProvider(appId);
  const abortSignal = AbortSignal.timeout(LIMIT_MS);
  const token = await provider.getToken(scope, { abortSignal }).catch(() => null);
  return token !== null;
}
