import type { MailRules, Received } from './server.ts';

/** One connection with the mail server: a line in, an answer out; `break` is that it hangs up, '' that it says nothing yet. */
export type Session = { line(line: string): string; encrypted(): void };

export const STARTTLS = '220 2.0.0 Ready to start TLS';
const OUT_OF_TURN = '503 5.5.1 Bad sequence of commands';
const ADDRESS = /^(?:MAIL FROM|RCPT TO):<([^<>\s]+)>/i;
/** The longest line of RFC 5321, without its end. */
const LONGEST = 998;

export function openSession(rules: MailRules, commands: string[], receive: (mail: Received) => void): Session {
  let isEncrypted = false;
  let greeted = false;
  let isIn = rules.login === undefined;
  let from: string | undefined;
  let to: string | undefined;
  let data: string[] | undefined;

  const authenticated = (line: string): string => {
    const [, method = '', initial = ''] = line.split(' ');
    if (rules.tls !== 'none' && !isEncrypted) return '538 5.7.11 Encryption required';
    if (method.toUpperCase() !== 'PLAIN') return '504 5.5.4 Only PLAIN';
    const [, user, password] = Buffer.from(initial, 'base64').toString('utf8').split('\0');
    isIn = user === rules.login?.user && password === rules.login?.password;
    return isIn ? '235 2.7.0 Accepted' : '535 5.7.8 Authentication credentials invalid';
  };

  const greeting = (): string => {
    greeted = true;
    const offers = [
      ...(rules.tls === 'starttls' && !isEncrypted ? ['STARTTLS'] : []),
      ...(rules.login !== undefined && (rules.tls === 'none' || isEncrypted) ? ['AUTH PLAIN'] : []),
      '8BITMIME',
    ];
    return ['mail.example', ...offers].map((each, i) => `250${i === offers.length ? ' ' : '-'}${each}`).join('\r\n');
  };

  const sender = (line: string): string => {
    if (!greeted) return OUT_OF_TURN;
    if (rules.tls !== 'none' && !isEncrypted) return '530 5.7.0 Must issue a STARTTLS command first';
    if (!isIn) return '530 5.7.0 Authentication required';
    from = ADDRESS.exec(line)?.[1];
    return from === undefined ? '501 5.1.7 Bad sender' : '250 2.1.0 Ok';
  };

  const recipient = (line: string): string => {
    if (from === undefined) return OUT_OF_TURN;
    const address = ADDRESS.exec(line)?.[1];
    if (address === undefined) return '501 5.1.3 Bad recipient';
    const refusal = rules.refuses?.[address];
    if (refusal === undefined) to = address;
    return refusal ?? '250 2.1.5 Ok';
  };

  const ended = (lines: readonly string[]): string => {
    if (from === undefined || to === undefined) return OUT_OF_TURN;
    if (lines.some((line) => line.length > LONGEST)) return '500 5.5.2 Line too long';
    const whole = lines.map((line) => line.replace(/^\.\./, '.')).join('\n');
    if (!/^From: .+$/m.test(whole) || !/^Date: .+$/m.test(whole)) return '550 5.6.0 Not an e-mail';
    receive({ from, to, data: whole, encrypted: isEncrypted });
    if ((rules.breaks ?? 0) > 0) {
      rules.breaks = (rules.breaks ?? 0) - 1;
      return 'break';
    }
    return '250 2.0.0 Ok: queued';
  };

  const answers: Readonly<Record<string, (line: string) => string>> = {
    EHLO: greeting,
    STARTTLS: () => (rules.tls === 'starttls' && !isEncrypted ? STARTTLS : '502 5.5.1 Not offered'),
    AUTH: authenticated,
    MAIL: sender,
    RCPT: recipient,
    DATA: () => {
      if (to === undefined) return OUT_OF_TURN;
      data = [];
      return '354 End with a dot';
    },
    QUIT: () => '221 2.0.0 Bye',
  };

  return {
    encrypted: () => {
      isEncrypted = true;
      greeted = false;
    },
    line: (line) => {
      if (data === undefined) {
        const command = line.split(' ')[0]?.toUpperCase() ?? '';
        commands.push(command);
        return answers[command]?.(line) ?? '502 5.5.2 Command not recognized';
      }
      if (line !== '.') {
        data.push(line);
        return '';
      }
      const lines = data;
      data = undefined;
      return ended(lines);
    },
  };
}
