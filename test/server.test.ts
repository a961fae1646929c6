import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { Route } from '../src/http/route.ts';
import type { Server, ServerOptions } from '../src/server.ts';
import { createServer, ListenError } from '../src/server.ts';

const log = pino({ level: 'silent' });
const open: Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(options: Partial<ServerOptions> = {}): Promise<{ url: string; port: number }> {
  const server = createServer({ routes: [], log, local: false, host: '127.0.0.1', port: 0, ...options });
  open.push(server);
  return server.listen();
}

/** A request with any Host header, which fetch would not let us set. */
function ask(port: number, headers: Record<string, string>, path = '/healthz'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

const echo: Route = {
  method: 'POST',
  path: '/echo',
  handle: async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end(Buffer.concat(chunks));
  },
};

test('health is plain and carries the safe headers, without saying what serves it', async () => {
  const { url } = await start();
  const response = await fetch(`${url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('ok');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('server')).toBeNull();
  expect(response.headers.get('x-powered-by')).toBeNull();
});

test.each([
  ['yes', async () => undefined, 200, 'ok'],
  ['no', async () => 'HANDOVER_LATE', 503, '"code":"HANDOVER_LATE"'],
  ['a rejection', () => Promise.reject(new Error('down')), 503, '"code":"DATABASE_AWAY"'],
])('readiness: %s', async (_name, unready, status, said) => {
  const { url } = await start({ unready });
  const response = await fetch(`${url}/readyz`);
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(said)]);
});

test('a route gets the raw body, also JSON, and answers as it likes', async () => {
  const { url } = await start({ routes: [echo] });
  const response = await fetch(`${url}/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a": 1}',
  });
  expect(await response.text()).toBe('{"a": 1}');
});

test.each([
  ['an unknown path', 'GET', '/nowhere/<script>', 404, 'NOT_FOUND'],
  ['another method', 'GET', '/echo', 405, 'METHOD_NOT_ALLOWED'],
  ['another method on health', 'DELETE', '/healthz', 405, 'METHOD_NOT_ALLOWED'],
])('%s is answered in JSON without repeating the request', async (_name, method, path, status, code) => {
  const { url } = await start({ routes: [echo] });
  const response = await fetch(url + path, { method, headers: { accept: 'text/html' } });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/json');
  const body = await response.text();
  expect(JSON.parse(body)).toEqual({ code, message: expect.any(String) });
  expect(body).not.toContain('script');
});

test('an address that cannot be decoded is the caller’s fault', async () => {
  const { port, url } = await start({ routes: [echo] });
  expect(await ask(port, {}, '/%E0%A4%A')).toBeLessThan(500);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('bytes that are no HTTP get 400 and leave the server standing', async () => {
  const { port, url } = await start();
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('this is no http\r\n\r\n'));
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk.toString();
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
  expect(answer).toContain('400');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('a route that rejects gives 500 without its message, and the next request works', async () => {
  const broken: Route = { method: 'GET', path: '/broken', handle: () => Promise.reject(new Error('secret')) };
  const { url } = await start({ routes: [broken] });
  const response = await fetch(`${url}/broken`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test.each([
  ['127.0.0.1:3978', {}, 200],
  ['localhost', {}, 200],
  ['LOCALHOST:1', {}, 200],
  ['[::1]:3978', {}, 200],
  ['evil.example', {}, 403],
  ['127.0.0.1.evil.example', {}, 403],
  ['localhost.evil.example:3978', {}, 403],
  ['127.0.0.1@evil.example', {}, 403],
  ['localhost:3978', { origin: 'http://localhost:3978' }, 200],
  ['localhost:3978', { origin: 'http://evil.example' }, 403],
  ['localhost:3978', { origin: 'http://localhost:8080' }, 403],
  ['localhost:3978', { origin: 'null' }, 403],
  ['localhost', { 'x-forwarded-for': '10.0.0.1' }, 403],
  ['localhost', { 'x-forwarded-host': 'localhost' }, 403],
  ['localhost', { forwarded: 'for=10.0.0.1' }, 403],
])('in local mode Host %s with %o gives %i', async (host, headers, status) => {
  const { port } = await start({ local: true });
  expect(await ask(port, { host, ...headers })).toBe(status);
});

test('outside local mode a proxy may stand in front', async () => {
  const { port } = await start();
  expect(await ask(port, { host: 'bot.school.example', 'x-forwarded-for': '10.0.0.1' })).toBe(200);
});

test('a taken port says what to do', async () => {
  const { port } = await start();
  const second = createServer({ routes: [], log, local: false, host: '127.0.0.1', port });
  const error = await second.listen().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ListenError);
  expect(error).toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${port} is already in use: stop the other program or set PORT to another number.`,
  });
});

test('local mode does not listen to the network', () => {
  expect(() => createServer({ routes: [], log, local: true, host: '0.0.0.0', port: 0 })).toThrow(
    expect.objectContaining({ code: 'LOCAL_ONLY' }),
  );
});

test('closing lets a request under way finish', async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const slow: Route = {
    method: 'GET',
    path: '/slow',
    handle: async (_request, response) => {
      started.resolve();
      await finish.promise;
      response.setHeader('Connection', 'close');
      response.end('done');
    },
  };
  const server = createServer({ routes: [slow], log, local: false, host: '127.0.0.1', port: 0 });
  const { url } = await server.listen();
  const answer = fetch(`${url}/slow`);
  await started.promise;
  const closed = server.close();
  finish.resolve();
  expect(await (await answer).text()).toBe('done');
  await closed;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

test('a long part of an address reaches its route', async () => {
  const path: Route = { method: 'GET', path: '/slip/:slip', handle: async (_, response) => void response.end('here') };
  const { url } = await start({ routes: [path] });
  expect(await (await fetch(`${url}/slip/${'a'.repeat(500)}`)).text()).toBe('here');
});
