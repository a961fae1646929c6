import type { Logger } from 'pino';

/** The part of pino this folder uses. Fields are ids, codes and counts; never text, names, cards or tokens. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;
