import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './log.ts';

/**
 * Slack's libraries write requests, bodies and errors with what people typed. Nothing of theirs is kept but that they complained;
 * what went wrong is logged by us, by code.
 */
export function quietLogger(log: Log): Logger {
  const complained = (level: string) => () =>
    log.warn({ level }, 'A library of Slack complained; its words are withheld.');
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: complained('warn'),
    error: complained('error'),
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
