import { createServer } from 'node:http';
import type { Connector } from '../../fakes/teams/connector.ts';
import { bodyOf, closeAll, listening } from './balancer.ts';

/** A connector whose answers can be held back: what was sent is there, and who sent it does not know yet. */
export type Gate = {
  /** The connector, by the address that goes through the gate. */
  readonly connector: Connector;
  shut(): void;
  /** How many answers are held back now. */
  held(): number;
  open(): void;
  close(): void;
};

export async function startGate(connector: Connector): Promise<Gate> {
  let held: Promise<void> = Promise.resolve();
  let waiting = 0;
  let open: () => void = () => undefined;
  const base = new URL(connector.url);
  const gate = createServer((request, response) => {
    const pass = async () => {
      const body = await bodyOf(request);
      const answer = await fetch(new URL(request.url ?? '/', base.origin), {
        method: request.method ?? 'GET',
        headers: { 'content-type': 'application/json' },
        ...(body.length === 0 ? {} : { body }),
      });
      const text = await answer.text();
      waiting += 1;
      await held;
      waiting -= 1;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(text);
    };
    pass().catch(() => response.destroy());
  });
  const url = await listening(gate);
  return {
    connector: { ...connector, url: `${url}${base.pathname}` },
    shut: () => {
      held = new Promise((resolve) => {
        open = resolve;
      });
    },
    held: () => waiting,
    open: () => open(),
    close: () => {
      open();
      closeAll(gate);
    },
  };
}
