import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphAddresses } from '../../../src/teams/graph/graph.ts';

type Answer = { readonly status: number; readonly body?: unknown; readonly retryAfter?: number };

/** A tenant as Microsoft Graph shows it. */
export type Tenant = {
  readonly id: string;
  readonly appId: string;
  secret: string;
  /** What an administrator consented to. */
  readonly granted: string[];
  readonly catalogAppId: string;
  /** Who is there, by the address they sign in with; the chat of each with the bot. */
  readonly users: Record<string, { readonly chat: string; readonly manager?: string }>;
};

export type GraphFake = GraphAddresses & {
  /** Everything that was asked and what was answered: `POST /users/…/installedApps 201`. */
  readonly asked: string[];
  /** Who has the app. */
  readonly installed: Set<string>;
  /** The next requests get these answers instead. */
  trouble(...next: Answer[]): void;
  close(): Promise<void>;
};

const INSTALL = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
const MANAGERS = 'User.Read.All';
const MANAGER = /^\/v1\.0\/users\/([^/]+)\/manager\?\$select=mail,userPrincipalName$/;
const APPS = /^\/v1\.0\/users\/([^/]+)\/teamwork\/installedApps(?:\/([^/?]+)\/chat)?(?:\?(.*))?$/;

/** A stand-in for Microsoft Graph and its log-in. It refuses what Microsoft refuses, by the same codes. */
export async function startGraph(tenant: Tenant): Promise<GraphFake> {
  const asked: string[] = [];
  const installed = new Set<string>();
  const troubles: Answer[] = [];

  const token = (body: string): Answer => {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type' } };
    if (!form.get('scope')?.endsWith('/.default')) return { status: 400, body: { error: 'invalid_scope' } };
    if (form.get('client_id') !== tenant.appId || form.get('client_secret') !== tenant.secret) {
      return { status: 401, body: { error: 'invalid_client', error_codes: [7000215] } };
    }
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: tokenOf(tenant) } };
  };

  const apps = (method: string, url: string, body: string, address: string): Answer => {
    const [, encoded = '', installation, query = ''] = APPS.exec(url) ?? [];
    if (!tenant.granted.includes(INSTALL)) return refusal(403, 'Forbidden');
    const email = decodeURIComponent(encoded);
    const user = tenant.users[email];
    if (user === undefined) return refusal(404, 'NotFound');
    if (installation !== undefined) return chatOf(email, installation, user.chat);
    return method === 'POST' ? install(email, body, address) : list(email, query);
  };

  const chatOf = (email: string, installation: string, chat: string): Answer =>
    installation === idOf(email) && installed.has(email)
      ? { status: 200, body: { id: chat, chatType: 'oneOnOne' } }
      : refusal(404, 'NotFound');

  const install = (email: string, body: string, address: string): Answer => {
    const bound = (JSON.parse(body) as Record<string, unknown>)['teamsApp@odata.bind'];
    if (bound !== `${address}/appCatalogs/teamsApps/${tenant.catalogAppId}`) return refusal(404, 'NotFound');
    if (installed.has(email)) return refusal(409, 'Conflict');
    installed.add(email);
    return { status: 201 };
  };

  const list = (email: string, query: string): Answer =>
    new URLSearchParams(query).get('$filter') === `teamsApp/id eq '${tenant.catalogAppId}'`
      ? { status: 200, body: { value: installed.has(email) ? [{ id: idOf(email) }] : [] } }
      : refusal(400, 'BadRequest');

  const managerIn = (url: string): Answer => {
    if (!tenant.granted.includes(MANAGERS)) return refusal(403, 'Authorization_RequestDenied');
    const manager = tenant.users[decodeURIComponent(MANAGER.exec(url)?.[1] ?? '')]?.manager;
    if (manager === undefined) return refusal(404, 'Request_ResourceNotFound');
    return { status: 200, body: { mail: null, userPrincipalName: manager } };
  };

  const answerTo = (request: IncomingMessage, body: string, address: string): Answer => {
    const { method = '', url = '' } = request;
    const trouble = troubles.shift();
    if (trouble !== undefined) return trouble;
    if (url === `/login/${tenant.id}/oauth2/v2.0/token` && method === 'POST') return token(body);
    if (request.headers.authorization !== `Bearer ${tokenOf(tenant)}`)
      return refusal(401, 'InvalidAuthenticationToken');
    if (MANAGER.test(url)) return managerIn(url);
    return APPS.test(url) ? apps(method, url, body, address) : refusal(400, 'BadRequest');
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { port } = server.address() as AddressInfo;
    const { status, body, retryAfter } = answerTo(
      request,
      Buffer.concat(chunks).toString(),
      `http://127.0.0.1:${port}/v1.0`,
    );
    asked.push(`${request.method} ${request.url} ${status}`);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    graph: `http://127.0.0.1:${port}/v1.0`,
    login: `http://127.0.0.1:${port}/login`,
    asked,
    installed,
    trouble: (...next) => void troubles.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Another one when somebody consents to something else. */
const tokenOf = ({ granted }: Tenant): string => `graph.${granted.join('.')}.token`;

/** What Graph calls an installation is not the id of the app. */
const idOf = (email: string): string => Buffer.from(email).toString('base64url');

const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code, message: '…' } } });
