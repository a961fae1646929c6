import { AsyncLocalStorage } from 'node:async_hooks';
import type { Log } from './log.ts';

const scope = new AsyncLocalStorage<Log>();
let installed = false;

/**
 * botbuilder writes to the console when a token is refused: error objects, signing keys. While `run` is under way such
 * lines become one line without content in our log; whatever else writes to the console is left alone.
 */
export function quietly<T>(log: Log, run: () => Promise<T>): Promise<T> {
  if (!installed) install();
  return scope.run(log, run);
}

function install(): void {
  installed = true;
  const target = globalThis.console;
  for (const level of ['error', 'warn', 'log'] as const) {
    const original = target[level].bind(target);
    target[level] = (...given: unknown[]): void => {
      const log = scope.getStore();
      if (log === undefined) original(...given);
      else log.warn({ level }, 'The Bot Framework library complained; its words are withheld.');
    };
  }
}
