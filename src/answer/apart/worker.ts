import { parentPort, workerData } from 'node:worker_threads';
import type { Protocol } from '../../protocol/protocol.ts';
import { createAnswers } from '../engine.ts';
import { keptIn } from '../learn/kept.ts';
import { BEGUN, type Begin, type Request, type Response } from './messages.ts';
import { createPacking, type Packing } from './packing.ts';

/**
 * The engine in a thread of its own: takes a `Begin`, says `BEGUN`, and gives a `Response` to each `Request`, in
 * order.
 */

const { library, folder }: Begin = workerData;
const engine = createAnswers(library, keptIn(folder));
const known = new Map<number, { readonly protocol: Protocol; readonly packing: Packing }>();

parentPort?.on('message', (request: Request) => parentPort?.postMessage(respond(request)));
parentPort?.postMessage(BEGUN);

function respond(request: Request): Response {
  const { id, wanted } = request;
  try {
    const { protocol, packing } = named(request);
    switch (wanted.call) {
      case 'ask':
        return { id, packed: packing.pack(engine.ask(protocol, wanted.question, wanted.context)) };
      case 'search':
        return { id, packed: packing.pack(engine.search(protocol, wanted.sought)) };
      case 'hear':
        return { id, packed: packing.pack(engine.hear(protocol, wanted.story)) };
      case 'prepare':
        engine.prepare(protocol);
        return { id, packed: undefined };
    }
  } catch (cause) {
    return { id, fault: faultOf(cause) };
  }
}

function named({ protocol: number, whole }: Request) {
  if (whole !== undefined) known.set(number, { protocol: whole, packing: createPacking(library, whole) });
  const found = known.get(number);
  if (found === undefined) throw new RangeError('a protocol that was never sent');
  return found;
}

function faultOf(cause: unknown): { readonly name: string; readonly at: string } {
  if (!(cause instanceof Error)) return { name: typeof cause, at: '' };
  const at = (cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { name: cause.name, at: at.join('\n') };
}
