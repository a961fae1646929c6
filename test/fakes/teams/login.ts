import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { APP_ID } from './activities.ts';

/**
 * Microsoft's log-in service with keys of our own: OpenID metadata and keys over loopback HTTP, which botbuilder fetches as it
 * fetches Microsoft's, and tokens signed with them.
 *
 * What is not played: the token endpoint for what the bot sends. The library behind it takes only https addresses it can
 * verify, so tests hand the bot a token (`outboundToken`), and the connector's stand-in asks for exactly that one.
 */
export type Login = {
  readonly metadataUrl: string;
  readonly issuer: string;
  readonly outboundToken: string;
  /** A token as Microsoft's connector sends it; give claims to change, `undefined` to leave one out. */
  token(serviceUrl: string, claims?: Record<string, unknown>, signing?: Signing): Promise<string>;
  /** How often the keys were fetched. */
  fetched(): number;
  close(): Promise<void>;
};

/** How to sign wrongly: another key under the known id, an id nobody knows, or not at all. */
export type Signing = 'good' | 'other-key' | 'unknown-id' | 'unsigned' | 'hmac';

export const ISSUER = 'https://api.botframework.com';

export async function startLogin(): Promise<Login> {
  const [good, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const publicKey = { ...(await exportJWK(good.publicKey)), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
  let fetches = 0;
  const server = createServer((request, response) => {
    fetches++;
    const { port } = server.address() as AddressInfo;
    const body =
      request.url === '/keys' ? { keys: [publicKey] } : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    metadataUrl: `http://127.0.0.1:${port}/openid`,
    issuer: ISSUER,
    outboundToken: 'token-of-the-bot',
    fetched: () => fetches,
    token: async (serviceUrl, claims = {}, signing = 'good') => {
      const now = Math.floor(Date.now() / 1000);
      const given = { iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, ...claims };
      const payload = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      if (signing === 'unsigned') return new UnsecuredJWT(payload).encode();
      if (signing === 'hmac') {
        // The classic confusion: the public key used as the secret of an HMAC.
        const secret = new TextEncoder().encode(JSON.stringify(publicKey));
        return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(secret);
      }
      const kid = signing === 'unknown-id' ? 'key-2' : 'key-1';
      const key = signing === 'other-key' ? other.privateKey : good.privateKey;
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
