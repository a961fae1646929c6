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
  /** How many pieces came from our side. */
  asked(): number;
  /** Calls back, once, when so many more pieces came from our side; the last of them does not get through. */
  when(more: number, then: () => void): void;
};

export async function between(url: string): Promise<Between> {
  const real = new URL(url);
  const socket = real.searchParams.get('host');
  const port = real.port === '' ? 5432 : Number(real.port);
  const reach = () => (socket === null ? connect(port, real.hostname) : connect(`${socket}/.s.PGSQL.${port}`));
  const pairs = new Set<readonly [Socket, Socket]>();
  let silent = false;
  let asked = 0;
  let waiting: { readonly at: number; readonly then: () => void } | undefined;
  const network = createServer((near) => {
    const far = reach();
    const pair = [near, far] as const;
    pairs.add(pair);
    near.on('data', (bytes) => {
      asked += 1;
      if (waiting?.at === asked) waiting.then();
      else far.write(bytes);
    });
    far.on('data', (bytes) => near.write(bytes));
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
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
  return {
    url: through.href,
    silence: () => each('pause'),
    mend: () => each('resume'),
    renew: () => {
      silent = false;
    },
    cut,
    asked: () => asked,
    when: (more, then) => {
      waiting = { at: asked + more, then };
    },
  };
}
