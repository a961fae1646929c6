import type { Logger } from 'pino';

/** The part of pino this folder uses. Fields are ids, codes and counts; never text, names, blocks or tokens. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** What kind of error it is. Its message stays out: it may quote what somebody wrote. */
export const kindOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);
