import { z } from 'zod';

/** The mail server for who is reached by no chat; see `SmtpSettings` in src/mail. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | undefined;
  /** The address that e-mails come from. */
  readonly from: string;
};

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

/** The variables of e-mail, to be spread in the environment's shape. */
export const mailVariables = {
  SMTP_URL: optional.refine((value) => value === undefined || serverIn(value) !== undefined, {
    error:
      'is not an address such as smtps://user:password@smtp.school.nl (encrypted) or smtp://… (which must take STARTTLS); write signs such as @ and / in a password as %40 and %2F',
  }),
  MAIL_FROM: optional.refine((value) => value === undefined || isEmail(value), {
    error: 'is not an e-mail address such as bij-twijfel@school.nl',
  }),
};

type MailValues = { readonly [Name in keyof typeof mailVariables]?: string | undefined };

/** Undefined without a mail server; what is missing is added to the faults. */
export function readMail({ SMTP_URL, MAIL_FROM }: MailValues, faults: string[]): MailSettings | undefined {
  const server = SMTP_URL === undefined ? undefined : serverIn(SMTP_URL);
  if (server === undefined) return undefined;
  const user = server.login?.user ?? '';
  const from = MAIL_FROM ?? (isEmail(user) ? user : undefined);
  if (from !== undefined) return { ...server, from };
  faults.push('MAIL_FROM: is missing beside SMTP_URL; set the address that e-mails come from');
  return undefined;
}

const isEmail = (value: string): boolean => z.email().safeParse(value).success;

function serverIn(value: string): Omit<MailSettings, 'from'> | undefined {
  const url = URL.parse(value);
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return undefined;
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === undefined || password === undefined || (user === '') !== (password === '')) return undefined;
  const isEncrypted = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isHere = ['127.0.0.1', 'localhost', '::1'].includes(host);
  return {
    host,
    port: url.port === '' ? (isEncrypted ? 465 : 587) : Number(url.port),
    tls: isEncrypted ? 'implicit' : isHere ? 'none' : 'starttls',
    login: user === '' ? undefined : { user, password },
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
