import type { Logger } from 'pino';

/** The part of pino this folder uses: codes, never text that somebody typed. */
export type Log = Pick<Logger, 'warn' | 'error'>;
