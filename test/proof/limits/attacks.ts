import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What somebody does who wants the server down; each resolves with the statuses it got, 0 for no answer. */
export type Attack = { readonly name: string; run(url: string): Promise<readonly number[]> };

const JSON_TYPE = { 'content-type': 'application/json' };
const PATH = '/api/messages';

const send = async (
  url: string,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  headers: Record<string, string> = JSON_TYPE,
): Promise<number> => {
  try {
    const init = { method: 'POST', headers, body, duplex: 'half', signal: AbortSignal.timeout(15_000) } as const;
    const response = await fetch(url + PATH, init);
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
};

const times = (count: number, one: () => Promise<number>): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, one));

const MEGABYTE = 1_048_576;

/** Bytes that never say how many they are. */
const unending = (megabytes: number): ReadableStream<Uint8Array> => {
  let left = megabytes;
  return new ReadableStream({
    pull: (controller) => {
      if (left === 0) controller.close();
      else controller.enqueue(new Uint8Array(MEGABYTE).fill(32));
      left -= 1;
    },
  });
};

/** So many connections that send a byte at a time; they end when the server ends them, at the latest after `ms`. */
async function slow(url: string, count: number, start: string, ms: number): Promise<number[]> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  const one = (): Promise<number> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(start));
      sockets.push(socket);
      const drip = setInterval(() => socket.write(' '), 1000);
      const end = () => {
        clearInterval(drip);
        socket.destroy();
        resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0));
      };
      socket.on('data', (chunk) => {
        answer += chunk.toString();
        end();
      });
      socket.on('error', end);
      socket.on('close', end);
      setTimeout(end, ms).unref();
    });
  return times(count, one);
}

const head = (more: string) => `POST ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}`;

export type Scale = {
  /** Large requests at once, and slow connections. */
  readonly large: number;
  readonly slow: number;
  readonly slowMs: number;
  /** Rounds of twenty questions before it begins. */
  readonly warmUp: number;
  /** An attack is repeated until it has lasted this long. */
  readonly lastsMs: number;
};

export const attacks = (scale: Scale): Attack[] => [
  {
    name: 'bodies of 8 MB that say so',
    run: (url) => times(scale.large, () => send(url, new Uint8Array(8 * MEGABYTE).fill(32))),
  },
  {
    name: 'bodies of 32 MB that do not say so',
    run: (url) => times(scale.large, () => send(url, unending(32))),
  },
  {
    name: 'JSON that nests 100,000 deep',
    run: (url) => times(scale.large, () => send(url, '['.repeat(100_000) + ']'.repeat(100_000))),
  },
  {
    name: 'compressed bombs of 64 MB',
    run: (url) => {
      const bomb = gzipSync(new Uint8Array(64 * MEGABYTE));
      return times(scale.large, () => send(url, bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' }));
    },
  },
  {
    name: `${scale.slow} connections that never finish their headers`,
    run: (url) => slow(url, scale.slow, head('X-Slow: '), scale.slowMs),
  },
  {
    name: `${scale.slow} connections that never finish their body`,
    run: (url) =>
      slow(
        url,
        scale.slow,
        head('Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"type":'),
        scale.slowMs,
      ),
  },
];
