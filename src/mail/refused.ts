/**
 * The mail server did not take an e-mail. Holds codes only, so that it can be logged as it is: what a server says may quote an
 * address.
 */
export class MailRefused extends Error {
  /** nodemailer's word for what went wrong, such as EAUTH or ETIMEDOUT. */
  readonly code: string;
  /** What the server answered, such as 550; undefined when it said nothing. */
  readonly status: number | undefined;
  /** Trying again will not help: it must reach somebody else, or in another way. */
  readonly permanent: boolean;
  /** It is not about this one e-mail: the settings or the server must be mended. */
  readonly ours: boolean;

  constructor(code: string, status?: number, command = '') {
    super(
      `The mail server refused: ${[code, status, command].filter((each) => each !== undefined && each !== '').join(' ')}`,
    );
    this.name = 'MailRefused';
    this.code = code;
    this.status = status;
    const isLogin = code === 'EAUTH' || code === 'ENOAUTH';
    const isForNow = status !== undefined && status < 500;
    this.permanent = status === undefined ? isLogin || code === 'ETLS' || code === 'EENVELOPE' : !isForNow;
    this.ours = isLogin || code === 'ETLS' || !(command === 'RCPT TO' || command === 'DATA');
  }
}

/** Reads what nodemailer threw; its message is left out. */
export function refusalOf(cause: unknown): MailRefused {
  if (cause instanceof MailRefused) return cause;
  if (!(cause instanceof Error)) return new MailRefused('UNKNOWN');
  const { code, responseCode, command } = cause as { code?: unknown; responseCode?: unknown; command?: unknown };
  return new MailRefused(
    typeof code === 'string' ? code : cause.name,
    typeof responseCode === 'number' ? responseCode : undefined,
    typeof command === 'string' ? command : '',
  );
}
