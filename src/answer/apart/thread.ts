import { Worker } from 'node:worker_threads';
import type { Protocol } from '../../protocol/protocol.ts';
import { BEGUN, type Begin, type Request, type Response, type Wanted } from './messages.ts';
import { createPacking, type Packing } from './packing.ts';

/** One thread with the engine in it. */
export type Thread = {
  /** Resolves when it can be asked, which takes seconds where it has to learn; what is asked before waits. */
  readonly begun: Promise<void>;
  /** Rejects with `AnswersGoneError`, or with a fault of the engine as it arose. */
  request(protocol: Protocol, wanted: Wanted): Promise<unknown>;
};

/** The thread ended while it was asked something. Asking again starts another. */
export class AnswersGoneError extends Error {
  readonly code = 'ANSWERS_GONE';

  constructor() {
    super('The thread that answers ended. The next question starts another; if that ends too, see the log.');
    this.name = 'AnswersGoneError';
  }
}

type Waiting = {
  readonly packing: Packing;
  resolve(value: unknown): void;
  reject(cause: Error): void;
};

/** @param gone called once, when the thread has ended */
export function startThread(begin: Begin, gone: () => void): Thread {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: begin });
  const waiting = new Map<number, Waiting>();
  const known = new Map<Protocol, { readonly number: number; readonly packing: Packing }>();
  let requests = 0;

  const begun = Promise.withResolvers<void>();
  // Who starts another thread in its place waits for nothing.
  begun.promise.catch(() => undefined);

  worker.on('message', (response: Response | typeof BEGUN) => {
    if (response === BEGUN) {
      // From here on a program that has nothing else to do may end.
      worker.unref();
      return begun.resolve();
    }
    const asked = waiting.get(response.id);
    waiting.delete(response.id);
    if (asked === undefined) return;
    if ('fault' in response) asked.reject(errorOf(response.fault));
    else asked.resolve(asked.packing.unpack(response.packed));
  });
  // An error is followed by the exit.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    gone();
    begun.reject(new AnswersGoneError());
    for (const { reject } of waiting.values()) reject(new AnswersGoneError());
    waiting.clear();
  });

  const introduce = (protocol: Protocol) => {
    const made = { number: known.size, packing: createPacking(begin.library, protocol) };
    known.set(protocol, made);
    return made;
  };

  return {
    begun: begun.promise,
    request: (protocol, wanted) =>
      new Promise((resolve, reject) => {
        const before = known.get(protocol);
        const { number, packing } = before ?? introduce(protocol);
        const id = ++requests;
        waiting.set(id, { packing, resolve, reject });
        const whole = before === undefined ? protocol : undefined;
        worker.postMessage({ id, protocol: number, whole, wanted } satisfies Request);
      }),
  };
}

function errorOf({ name, at }: { readonly name: string; readonly at: string }): Error {
  const error = new Error('The engine failed.');
  error.name = name;
  error.stack = `${name}\n${at}`;
  return error;
}
