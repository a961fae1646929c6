import { createTransport } from 'nodemailer';
import { refusalOf } from './refused.ts';

/** How the mail server is reached. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: encrypted from the first byte. `starttls`: or else nothing is sent. `none`: only for a server on this machine.
   */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | undefined;
  readonly from: string;
};

/** An e-mail in plain text to one person. */
export type Outgoing = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without angle brackets; the same for the same e-mail sent again, by which mail servers know it. */
  readonly id: string;
};

export type Smtp = {
  /** Resolves when the server has taken it. Rejects with `MailRefused`. */
  send(mail: Outgoing): Promise<void>;
  /** Whether the server is there and takes the login. Rejects with `MailRefused`. */
  verify(): Promise<void>;
};

/** One e-mail, from the look-up of the name to the server's last word: well within what delivery waits for a platform. */
const SENDING_MS = 10_000;
const STEP_MS = 5000;

/** @param trusted certificates besides those that everybody trusts, as PEM; for tests */
export function createSmtp({ host, port, tls, login, from }: SmtpSettings, trusted?: string): Smtp {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { minVersion: 'TLSv1.2', ...(trusted === undefined ? {} : { ca: trusted }) },
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    dnsTimeout: STEP_MS,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    // What stands in an e-mail is ours; it must never become a file or an address that is fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, id }) => {
      try {
        await transport.sendMail({
          from: { name: 'Bij Twijfel', address: from },
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}>`,
          // No absence notice comes back, and none goes to a list.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(SENDING_MS),
        });
      } catch (cause) {
        throw refusalOf(cause);
      }
    },
    verify: async () => {
      try {
        await transport.verify();
      } catch (cause) {
        throw refusalOf(cause);
      }
    },
  };
}
