import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** What stands before several servers: each request goes to any of them, and to the next when that one does not answer. */
export type Balancer = {
  readonly url: string;
  /** Where requests go from now on. */
  to(servers: readonly string[]): void;
  close(): void;
};

/** @param patienceMs how long one server is waited for; who is slower may still do what was asked, later */
export async function startBalancer(patienceMs: number): Promise<Balancer> {
  let servers: readonly string[] = [];
  const answer = async (path: string, body: Uint8Array<ArrayBuffer>): Promise<{ status: number; text: string }> => {
    for (const server of servers.toSorted(() => Math.random() - 0.5)) {
      try {
        const response = await fetch(`${server}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          signal: AbortSignal.timeout(patienceMs),
        });
        return { status: response.status, text: await response.text() };
      } catch {
        // It is gone, or hangs: the next one.
      }
    }
    return { status: 502, text: '' };
  };
  const balancer = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => answer(request.url ?? '/', body))
      .then(({ status, text }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(text);
      })
      .catch(() => response.destroy());
  });
  return {
    url: await listening(balancer),
    to: (all) => {
      servers = all;
    },
    close: () => closeAll(balancer),
  };
}

export async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The address of a server on a port of its own. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

export function closeAll(server: Server): void {
  server.close();
  server.closeAllConnections();
}
