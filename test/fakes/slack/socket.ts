import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Json } from './json.ts';

/** A stand-in for the far end of Socket Mode: it says hello, sends envelopes, and notes what is acknowledged. */
export type FarEnd = {
  readonly url: string;
  /** How often the bot connected. */
  connections(): number;
  /** Resolves when the bot is connected. */
  connected(): Promise<void>;
  /** Sends one envelope and gives what it is acknowledged with. */
  send(type: string, payload: unknown): Promise<unknown>;
  /** Sends any text, as it is. */
  raw(text: string): void;
  /** Cuts the connection. */
  cut(): void;
  close(): Promise<void>;
};

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startFarEnd(): Promise<FarEnd> {
  const waiting = new Map<string, (payload: unknown) => void>();
  let socket: Duplex | undefined;
  let connections = 0;
  let envelopes = 0;
  let ready = Promise.withResolvers<void>();

  const server = createServer((_request, response) => {
    response.writeHead(426);
    response.end();
  });
  server.on('upgrade', (request, stream: Duplex) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = stream;
    connections += 1;
    let left = Buffer.alloc(0);
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => {
      left = Buffer.concat([left, chunk]);
      for (let frame = frameIn(left); frame !== undefined; frame = frameIn(left)) {
        left = left.subarray(frame.size);
        take(frame, stream);
      }
    });
    write(stream, 1, JSON.stringify({ type: 'hello' }));
    ready.resolve();
  });

  const take = ({ opcode, data }: Frame, stream: Duplex): void => {
    if (opcode === 8) {
      write(stream, 8, data);
      stream.end();
    }
    if (opcode === 9) write(stream, 10, data);
    if (opcode !== 1) return;
    const { envelope_id, payload } = JSON.parse(data.toString()) as { envelope_id: string; payload: unknown };
    waiting.get(envelope_id)?.(payload);
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const raw = (text: string) => {
    if (socket !== undefined) write(socket, 1, text);
  };
  return {
    url: `ws://127.0.0.1:${port}/link`,
    connections: () => connections,
    connected: () => ready.promise,
    raw,
    send: (type, payload) => {
      const envelope_id = `e${++envelopes}`;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(envelope_id, resolve);
      raw(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true } satisfies Json));
      return promise;
    },
    cut: () => {
      ready = Promise.withResolvers<void>();
      socket?.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        socket?.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Frame = { readonly opcode: number; readonly data: Buffer; readonly size: number };

/** The first whole frame; a client's frames are masked. */
function frameIn(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 127;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const head = 2 + extra + 4;
  if (bytes.length < head) return undefined;
  const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + length) return undefined;
  const mask = bytes.subarray(head - 4, head);
  const data = Buffer.from(bytes.subarray(head, head + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { opcode: bytes.readUInt8(0) & 15, data, size: head + length };
}

function write(stream: Duplex, opcode: number, given: string | Buffer): void {
  const data = Buffer.from(given);
  const head = data.length < 126 ? Buffer.from([0x80 | opcode, data.length]) : Buffer.alloc(4);
  if (head.length === 4) {
    head.writeUInt8(0x80 | opcode, 0);
    head.writeUInt8(126, 1);
    head.writeUInt16BE(data.length, 2);
  }
  stream.write(Buffer.concat([head, data]));
}
