/** What a platform's guard says no with: always one of these, never 5xx, because all of it can be sent by a stranger. */
export type RefusalStatus = 400 | 401 | 403 | 408 | 413 | 415;

const codes: Record<RefusalStatus, string> = {
  400: 'MALFORMED',
  401: 'NOT_AUTHENTICATED',
  403: 'NOT_ALLOWED',
  408: 'TOO_SLOW',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_CONTENT',
};

/**
 * A request that was refused before a framework or anything of ours saw it. `message` may be shown to the caller and logged: it never holds
 * anything the request contained.
 */
export class Refused extends Error {
  readonly status: RefusalStatus;
  readonly code: string;

  constructor(status: RefusalStatus, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refused';
    this.status = status;
    this.code = codes[status];
  }
}
