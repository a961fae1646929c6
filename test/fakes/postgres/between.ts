import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A network between us and the server of a URL, which can fail. */
export type Between = {
  /** The same database through this network. */
  readonly url: string;
  /** From now on nothing comes through, and nothing is said of it; what was under way stays so. */
  silence(): void;
  /** From now on everything comes through again, also what was held up. */
  mend(): void;
  /** New connections come through; those there are stay silent for ever, as behind a router that forgot them. */
  renew(): void;
  /** Breaks every connection. */
  cut(): void;
};

/** @param url of a server that is reached by its socket, as those of `server.ts` */
export async function between(url: string): Promise<Between> {
  const real = new URL(url);
  const path = `${real.searchParams.get('host')}/.s.PGSQL.5432`;
  const pairs = new Set<readonly [Socket, Socket]>();
  let silent = false;
  const network = createServer((near) => {
    const far = connect(path);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const [from, to] of [pair, [far, near] as const]) {
      from
        .on('data', (bytes) => to.write(bytes))
        .on('error', end)
        .on('close', end);
    }
    if (silent) for (const socket of pair) socket.pause();
  });
  network.listen(0, '127.0.0.1');
  await once(network, 'listening');
  const address = network.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    network.close();
  });
  const through = new URL(url);
  through.searchParams.delete('host');
  through.host = `127.0.0.1:${address.port}`;
  const each = (what: 'pause' | 'resume') => {
    silent = what === 'pause';
    for (const pair of pairs) for (const socket of pair) socket[what]();
  };
  const renew = () => {
    silent = false;
  };
  return { url: through.href, silence: () => each('pause'), mend: () => each('resume'), renew, cut };
}
