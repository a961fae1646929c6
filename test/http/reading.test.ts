import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkHeaders, leaveUnread, readBody } from '../../src/http/body.ts';
import { Refused } from '../../src/http/refused.ts';

/** Bodies over a real connection: read within their limits, and got rid of where they are not read. */

const limits = { types: ['text/plain'], mostBytes: 1000, mostMs: 60_000 };
const MEGABYTE = 1_048_576;

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.closeAllConnections();
  server?.close();
});

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Socket> {
  const started = createServer((request, response) => void handle(request, response));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const socket = connect((started.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

const head = (length: number) =>
  `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`;

describe('a body', () => {
  const outcome = async (write: (socket: Socket) => void): Promise<unknown> => {
    const read = Promise.withResolvers<unknown>();
    const socket = await serve(async (request) => {
      await readBody(request, limits).then((body) => read.resolve(body.toString()), read.reject);
    });
    write(socket);
    return read.promise;
  };

  test('is read whole', async () => {
    expect(
      await outcome((socket) => {
        socket.write(head(10));
        socket.write('hallo');
        socket.write('hallo');
      }),
    ).toBe('hallohallo');
  });

  test('that grows past its limit is refused', async () => {
    const request = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    const chunk = `258\r\n${'x'.repeat(600)}\r\n`;
    await expect(outcome((socket) => socket.write(request + chunk + chunk))).rejects.toMatchObject({ status: 413 });
  });

  test('that is broken off is refused', async () => {
    await expect(outcome((socket) => socket.end(`${head(10)}hal`))).rejects.toMatchObject({ status: 400 });
  });

  test('that stays away is refused when its time is over, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const begun = Promise.withResolvers<void>();
    let said: unknown;
    const socket = await serve(async (request) => {
      const reading = readBody(request, limits).catch((error: unknown) => {
        said = error;
      });
      begun.resolve();
      await reading;
    });
    socket.write(`${head(10)}hal`);
    await begun.promise;
    await vi.advanceTimersByTimeAsync(limits.mostMs - 1);
    expect(said).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(said).toMatchObject({ status: 408 });
  });
});

describe('a body that is not read', () => {
  /** Refuses by the headers; tells what was answered, and how much of the body was read, when the connection has ended. */
  const refused = async (
    length: number,
    then: string,
  ): Promise<{ readonly answer: string; readonly readBytes: number }> => {
    let theirs: Socket | undefined;
    const socket = await serve(async (request, response) => {
      theirs = request.socket;
      try {
        checkHeaders(request, limits);
        await readBody(request, limits);
        response.writeHead(200, { Connection: 'close' });
        response.end();
      } catch (error) {
        leaveUnread(request, response);
        response.writeHead(error instanceof Refused ? error.status : 500);
        response.end();
      }
    });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.write(head(length));
    for (let left = length; left > 0; left -= MEGABYTE / 4) socket.write('x'.repeat(Math.min(left, MEGABYTE / 4)));
    socket.write(then);
    await ended;
    return { answer, readBytes: theirs?.bytesRead ?? 0 };
  };

  test('runs dry when it is short: its answer arrives, and what follows on the connection is another request', async () => {
    const { answer } = await refused(MEGABYTE, `${head(5)}hallo`);
    expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  test('of a long one hardly a byte is read, and its connection ends', async () => {
    const { answer, readBytes } = await refused(64 * MEGABYTE, '');
    expect(readBytes).toBeLessThan(MEGABYTE);
    expect(answer).not.toContain('200');
  });

  test.each(['', 'hal'])('one that stopped coming after "%s" has its answer, and its connection ends', async (part) => {
    const socket = await serve(async (request, response) => {
      await readBody(request, { ...limits, mostMs: 1 }).catch(() => {
        leaveUnread(request, response);
        response.writeHead(408);
        response.end();
      });
    });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.write(`${head(10)}${part}`);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  });
});
