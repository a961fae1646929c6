import type { Config } from '../../config.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** Whether the mail server is there, encrypts, and takes the login. Nothing is sent. */
export async function checkMail(settings: Config['mail']): Promise<readonly Checked[]> {
  if (settings === undefined) return [];
  // The library is loaded only where it is used.
  const [{ createSmtp }, { refusalOf }] = await Promise.all([
    import('../../mail/smtp.ts'),
    import('../../mail/refused.ts'),
  ]);
  try {
    await createSmtp(settings).verify();
    return [fine('mail', 'The mail server takes the login.')];
  } catch (cause) {
    const { code, status } = refusalOf(cause);
    const said = [code, status].filter((each) => each !== undefined).join(' ');
    return [wrong('mail', `The mail server cannot be used: ${said}.`, remedies[code] ?? reachable)];
  }
}

const reachable =
  'Compare SMTP_URL with what the server says of itself, and let this machine reach it (name, port, firewall, certificate).';

const remedies: Readonly<Record<string, string>> = {
  EAUTH: 'Compare the user and password in SMTP_URL; signs such as @ and / are written as %40 and %2F.',
  ETLS: 'The server does not encrypt here: use smtps:// with its port for TLS, or let it offer STARTTLS.',
};
