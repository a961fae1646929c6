/** Microsoft Graph did not do what it was asked. Holds codes only, so that it can be logged as it is. */
export class GraphRefused extends Error {
  /** 0 when there was no answer at all. */
  readonly status: number;
  /** Microsoft's own word for it, such as Forbidden; '' when it gave none. */
  readonly code: string;
  /** Asking again later will not help. */
  readonly permanent: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string, retryAfterMs?: number) {
    super(`Microsoft Graph answered ${status} ${code}`.trim());
    this.name = 'GraphRefused';
    this.status = status;
    this.code = code;
    this.permanent = status >= 400 && status < 500 && status !== 429 && status !== 408;
    this.retryAfterMs = retryAfterMs;
  }
}
