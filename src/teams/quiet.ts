import { AsyncLocalStorage } from 'node:async_hooks';
import type { Log } from './log.ts';

const scope = new AsyncLocalStorage<Log>();
const levels = ['error', 'warn', 'log'] as const;
const quiet = new WeakSet<object>();

/**
 * botbuilder writes to the console when a token is refused: error objects, signing keys. While `run` is under way such
 * lines become one line without content in our log; whatever else writes to the console is left alone.
 */
export function quietly<T>(log: Log, run: () => Promise<T>): Promise<T> {
  for (const level of levels) keepQuiet(level);
  return scope.run(log, run);
}

/** Each time anew: somebody else may have put a console of their own in place of ours. */
function keepQuiet(level: (typeof levels)[number]): void {
  const target = globalThis.console;
  if (quiet.has(target[level])) return;
  const original = target[level].bind(target);
  target[level] = (...given: unknown[]): void => {
    const log = scope.getStore();
    if (log === undefined) original(...given);
    else log.warn({ level }, 'The Bot Framework library complained; its words are withheld.');
  };
  quiet.add(target[level]);
}
