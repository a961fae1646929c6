/** Codes the page's script and its tests rely on. */
export type PageErrorCode = 'not-local' | 'bad-event' | 'bad-query' | 'bad-clock';

const statuses: Readonly<Record<PageErrorCode, number>> = {
  'not-local': 403,
  'bad-event': 400,
  'bad-query': 400,
  'bad-clock': 400,
};

/** A request the page does not take; its message is for whoever wrote the request and says what to do. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly code: PageErrorCode;
  constructor(code: PageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
  get status(): number {
    return statuses[this.code];
  }
}
