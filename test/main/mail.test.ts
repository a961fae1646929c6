import { expect, onTestFinished, test, vi } from 'vitest';
import { createMail } from '../../src/mail/mail.ts';
import { screenOf } from '../delivery/world.ts';
import { startProgram } from '../fakes/slack/program.ts';
import { startMailServer } from '../fakes/smtp/server.ts';
import { freshFolder, KEY, openIn } from '../store/place.ts';
import { CANARY, mail, waiting, withDesk } from './waiting.ts';

const PATIENCE_MS = 60_000;

test('the whole program: whom Slack does not know gets an e-mail, and has the case from then on', async () => {
  const folder = freshFolder();
  const ref = await waiting(folder);
  const server = await startMailServer({ tls: 'none', login: { user: 'bot', password: 'mail-password' } });
  onTestFinished(() => server.close());
  const program = await startProgram({
    DATA_DIR: folder,
    DATA_KEY: KEY,
    SMTP_URL: `smtp://bot:mail-password@127.0.0.1:${server.port}`,
    MAIL_FROM: 'bij-twijfel@school.example',
  });
  onTestFinished(() => program.close());
  await vi.waitFor(() => expect(server.received).toHaveLength(1), PATIENCE_MS);
  const [letter] = server.received;
  expect(letter?.to).toBe(mail('teamleider.onderbouw'));
  expect(letter?.data).toContain('https://app.slack.com/client/');
  expect(letter?.data).not.toMatch(new RegExp(`${CANARY}|${ref}|twijfel over|docent`));
  expect(await program.main.stop()).toBe(0);
  expect(program.main.log()).not.toMatch(/@|mail-password/);
  await withDesk(folder, async ({ cases }) => {
    expect(await cases.messagesOf(ref)).toMatchObject([{ person: mail('teamleider.onderbouw'), channel: 'mail' }]);
    expect((await cases.journalOf(ref)).map(({ verb }) => verb)).toEqual(['send', 'delivered']);
    expect(await cases.rowsOf(ref)).toMatchObject([{ person: mail('teamleider.onderbouw'), stage: 'remind' }]);
  });
  expect(server.received).toHaveLength(1);
  // Had it died before it remembered that: the next start sends the same e-mail, by which mail servers know it.
  const { store } = await openIn(folder);
  const mailer = createMail({
    smtp: { send: async () => undefined },
    from: 'bij-twijfel@school.example',
    letterTo: () => ({ subject: '', text: '' }),
    secret: store.secretFor('e-mail ids'),
    log: { warn: () => undefined, error: () => undefined },
    now: Date.now,
  });
  const person = mail('teamleider.onderbouw');
  const again = await mailer.send(
    JSON.stringify(['example', person]),
    screenOf(''),
    JSON.stringify([ref, person, null, null]),
  );
  expect(letter?.data).toContain(`Message-ID: <${'messageId' in again ? again.messageId : ''}>`);
});
