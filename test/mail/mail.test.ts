import { expect, onTestFinished, test } from 'vitest';
import { letterFor } from '../../src/mail/letter.ts';
import { createMail } from '../../src/mail/mail.ts';
import { createSmtp, type SmtpSettings } from '../../src/mail/smtp.ts';
import { screenOf } from '../delivery/world.ts';
import { certificate, type MailRules, type MailServer, startMailServer } from '../fakes/smtp/server.ts';

const login = { user: 'bot', password: 'p@ss/word' };
const noor = { organisation: 'voorbeeld', email: 'noor@voorbeeld.example' };
const secretive = screenOf('kanarievogel 0815');
const links = [{ app: 'Teams', address: 'https://teams.microsoft.com/l/chat/0/0?users=28:app' }] as const;

type Line = { readonly level: string; readonly fields: unknown };

/** The carrier over a server with these rules; `at` is its clock. */
async function mailing(rules: MailRules, more: Partial<SmtpSettings> = {}, trusted: string | undefined = certificate) {
  const server = await startMailServer(rules);
  onTestFinished(() => server.close());
  return { server, ...over(server, rules, more, trusted) };
}

/** As a program has it from its start. */
function over(
  server: MailServer,
  rules: MailRules,
  more: Partial<SmtpSettings> = {},
  trusted: string | undefined = certificate,
  secret = Buffer.alloc(32, 1),
) {
  const time = { at: 0 };
  const logged: Line[] = [];
  const keep = (level: string) => (fields: unknown) => void logged.push({ level, fields });
  const settings = { host: '127.0.0.1', port: server.port, tls: rules.tls, login, from: 'bot@school.example', ...more };
  const mail = createMail({
    smtp: createSmtp(settings, trusted),
    letterTo: ({ email }) => (email === noor.email ? letterFor('Onze Scholen', links) : undefined),
    from: settings.from,
    secret,
    log: { warn: keep('warn'), error: keep('error') },
    now: () => time.at,
  });
  const send = async (once?: string) => mail.send(String(await mail.find(noor)), secretive, once);
  return { mail, logged, time, send };
}

const idsIn = ({ received }: MailServer) => received.map(({ data }) => /^Message-ID: <(.+)>$/m.exec(data)?.[1]);

/** The text of an e-mail as it is read. */
function textOf(data: string): string {
  const [head = '', ...body] = data.split('\n\n');
  const text = body.join('\n\n');
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

test.each(['starttls', 'implicit'] as const)('an e-mail that says only that something waits, over %s', async (tls) => {
  const { server, send, logged } = await mailing({ tls, login });
  const taken = await send('a');
  expect(taken).toEqual({ channel: 'mail', conversation: `mail:${noor.email}`, messageId: idsIn(server)[0] });
  expect(server.received).toMatchObject([{ from: 'bot@school.example', to: noor.email, encrypted: true }]);
  const { data = '' } = server.received[0] ?? {};
  expect(data).toMatch(/^Subject: Er staat iets voor je klaar in Bij Twijfel$/m);
  expect(data).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(textOf(data)).toContain(`de chat van Onze Scholen over sociale media`);
  expect(textOf(data)).toContain(`Teams: ${links[0].address}\n`);
  expect(textOf(data)).toContain('Typ je daar één keer iets');
  expect(textOf(data)).not.toContain(secretive.summary);
  expect(logged).toEqual([]);
});

test('the same thing twice is one e-mail; another thing, or the same much later, is another', async () => {
  const { server, send, time } = await mailing({ tls: 'starttls', login });
  const first = await send('a');
  expect(await send('a')).toEqual(first);
  await send('b');
  time.at = 3_600_000;
  await send('a');
  await send();
  await send();
  expect(new Set(idsIn(server)).size).toBe(4);
  expect(server.received).toHaveLength(5);
});

test('taken by a server that breaks off before it says so: sent again as the same e-mail', async () => {
  const { server, send } = await mailing({ tls: 'starttls', login, breaks: 1 });
  expect(await send('a')).toEqual({ refused: 'temporary' });
  expect(await send('a')).toMatchObject({ channel: 'mail' });
  const [one, other] = idsIn(server);
  expect(one).toBeDefined();
  expect(other).toBe(one);
});

test('sent again after a restart it is the same e-mail still, and nobody can tell from its id what it is about', async () => {
  const rules = { tls: 'starttls', login } as const;
  const { server, send } = await mailing(rules);
  await send('a');
  await over(server, rules).send('a');
  await over(server, rules, {}, certificate, Buffer.alloc(32, 2)).send('a');
  const [one, again, elsewhere] = idsIn(server);
  expect(one).toMatch(/^[0-9a-f]{40}@school\.example$/);
  expect([again === one, elsewhere === one]).toEqual([true, false]);
});

const known = { tls: 'starttls', login } as const;

test.each<[string, MailRules, Partial<SmtpSettings>, string, string]>([
  ['a box that is not there', { ...known, refuses: { [noor.email]: '550 5.1.1 Unknown' } }, {}, 'permanent', 'warn'],
  [
    'a server that asks to come back',
    { ...known, refuses: { [noor.email]: '451 4.7.1 Later' } },
    {},
    'temporary',
    'warn',
  ],
  ['another login', known, { login: { user: 'bot', password: 'old' } }, 'permanent', 'error'],
  ['no login', known, { login: undefined }, 'permanent', 'error'],
  ['nobody there', known, { port: 9 }, 'temporary', 'error'],
])('%s', async (_name, rules, more, refused, level) => {
  const { send, logged, server } = await mailing(rules, more);
  expect(await send('a')).toEqual({ refused });
  expect(server.received).toEqual([]);
  expect(logged.map((line) => line.level)).toEqual([level]);
  expect(JSON.stringify(logged)).not.toMatch(/@|voorbeeld|5\.1\.1/);
});

test('nothing is said in clear text, and not to a server that nobody vouches for', async () => {
  const bare = await mailing({ tls: 'none', login }, { tls: 'starttls' });
  expect(await bare.send('a')).toEqual({ refused: 'permanent' });
  expect(bare.server.commands).toEqual(['EHLO', 'STARTTLS']);
  const unknown = await mailing({ tls: 'implicit', login }, {}, '');
  expect(await unknown.send('a')).toEqual({ refused: 'temporary' });
  expect(unknown.server.commands).toEqual([]);
});

test('who is in no organisation file gets nothing', async () => {
  const { mail, server, send } = await mailing({ tls: 'starttls', login });
  const stranger = { organisation: 'voorbeeld', email: 'weg@voorbeeld.example' };
  expect(await mail.find(stranger)).toEqual({ refused: 'permanent' });
  const left = JSON.stringify([stranger.organisation, stranger.email]);
  expect(await mail.send(left, secretive, 'a')).toEqual({ refused: 'permanent' });
  expect(server.received).toEqual([]);
  expect(await send('a')).toMatchObject({ channel: 'mail' });
});

test('an e-mail that was sent is not changed: it says nothing that could become untrue', async () => {
  const { mail, server } = await mailing({ tls: 'starttls', login });
  const message = { person: noor.email, channel: 'mail', conversation: 'mail', messageId: 'id' } as const;
  expect(await mail.update('', message, secretive)).toBe('ok');
  expect(server.commands).toEqual([]);
});
