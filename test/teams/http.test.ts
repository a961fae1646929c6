import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { exchange } from '../../src/teams/http.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/v3`;
}

const outgoing = (url: string, body = '{"a":"é"}') => ({ url, method: 'POST', headers: { 'X-One': '1' }, body });

describe('an exchange', () => {
  test('sends what it is given and gives what comes back', async () => {
    const url = await serve((request, response) => {
      const { 'content-length': length, 'x-one': one } = request.headers;
      request.resume().once('end', () => {
        response.writeHead(201, { 'Retry-After': '3' });
        response.end(`${length} ${one}`);
      });
    });
    expect(await exchange(outgoing(url), 1000)).toMatchObject({
      status: 201,
      text: '10 1',
      headers: { 'retry-after': '3' },
    });
  });

  test('follows no redirect', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      response.writeHead(307, { Location: '/elsewhere' });
      response.end();
    });
    expect((await exchange(outgoing(url), 1000)).status).toBe(307);
    expect(asked).toBe(1);
  });

  test.each<[string, RequestListener]>([
    ['no answer in time', () => {}],
    ['half an answer in time', (_, response) => void response.write('{')],
    ['an answer without end', (_, response) => void response.end('x'.repeat(2_000_000))],
    ['a broken connection', (request) => void request.socket.destroy()],
    ['half an answer', (request, response) => void response.write('{', () => request.socket.destroy())],
  ])('rejects at %s', async (_, listener) => {
    await expect(exchange(outgoing(await serve(listener)), 200)).rejects.toThrow();
  });

  test('over a connection that was closed meanwhile is tried once more, over a new one', async () => {
    const used = new Set<Socket>();
    const url = await serve((request, response) => {
      // What the client sees of a connection that was closed while it was idle.
      if (used.has(request.socket)) return void request.socket.destroy();
      used.add(request.socket);
      response.end('there');
    });
    for (let times = 0; times < 3; times += 1) expect((await exchange(outgoing(url), 1000)).text).toBe('there');
    expect(used.size).toBe(3);
  });

  test('over a new connection that ends without an answer is not tried again: it may have been taken', async () => {
    let asked = 0;
    const url = await serve((request) => {
      asked++;
      request.socket.destroy();
    });
    await expect(exchange(outgoing(url), 1000)).rejects.toThrow();
    expect(asked).toBe(1);
  });

  test('rejects where nobody listens', async () =>
    expect(exchange(outgoing('http://127.0.0.1:9/'), 1000)).rejects.toThrow());
});
