export type CardErrorCode = 'template-unreadable' | 'template-missing' | 'outside-subset' | 'too-large' | 'over-limit';

/** Something is wrong with a card, never with what somebody typed: a fault of ours, to be found by a test. */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly code: CardErrorCode;
  constructor(code: CardErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
