import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import { openSession, type Session, STARTTLS } from './session.ts';

/** For 127.0.0.1, for a hundred years; nobody but who is told to trusts it. */
export const certificate = readFileSync(join(import.meta.dirname, 'certificate.pem'), 'utf8');
const key = readFileSync(join(import.meta.dirname, 'key.pem'), 'utf8');

export type MailRules = {
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login?: { readonly user: string; readonly password: string };
  /** What it answers to a recipient instead of taking it, such as `550 5.1.1 Unknown`. */
  readonly refuses?: Readonly<Record<string, string>>;
  /** Takes so many e-mails and says nothing then: the connection breaks. */
  breaks?: number;
};

export type Received = {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly encrypted: boolean;
};

export type MailServer = {
  readonly port: number;
  readonly received: readonly Received[];
  /** Every command it was given, without what follows it. */
  readonly commands: readonly string[];
  close(): Promise<void>;
};

/** A mail server that refuses what real ones refuse: another login, one before it is encrypted, a command out of turn. */
export async function startMailServer(rules: MailRules): Promise<MailServer> {
  const received: Received[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const secureContext = createSecureContext({ key, cert: certificate });

  const serve = (socket: Socket, session: Session): void => {
    let buffer = '';
    const read = (bytes: Buffer): void => {
      buffer += bytes.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const answer = session.line(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (answer === 'break') socket.destroy();
        else if (answer !== '') socket.write(`${answer}\r\n`);
        if (answer === STARTTLS) {
          // What was sent along in clear text is dropped: it must not count as encrypted.
          socket.off('data', read);
          buffer = '';
          serve(encrypted(socket, session), session);
        }
      }
    };
    socket.on('data', read);
  };

  const encrypted = (socket: Socket, session: Session): Socket => {
    session.encrypted();
    return new TLSSocket(socket, { isServer: true, secureContext }).on('error', () => socket.destroy());
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const session = openSession(rules, commands, (mail) => received.push(mail));
    const talking = rules.tls === 'implicit' ? encrypted(socket, session) : socket;
    serve(talking, session);
    talking.write('220 mail.example ESMTP\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    port: address.port,
    received,
    commands,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
