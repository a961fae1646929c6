import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/main/log.ts';

const secrets = {
  MicrosoftAppPassword: 'pass~"word\\1234',
  SLACK_BOT_TOKEN: 'xoxb-a-secret-token',
  SLACK_SIGNING_SECRET: 'a-secret-for-signing',
  SLACK_APP_TOKEN: 'xapp-a-secret-token',
  SMTP_URL: 'smtps://bot%40school.example:mail%2Fpassword@smtp.school.example',
  METRICS_TOKEN: 'a-token-of-prometheus',
  DATA_KEY: `${Buffer.alloc(32, 1).toString('base64')}, ${Buffer.alloc(32, 2).toString('base64')}`,
  DATABASE_URL: 'postgres://bot:database-password@127.0.0.1:5432/bot',
};
const planted = [
  ...Object.entries(secrets).flatMap(([name, secret]) => (/DATA|SMTP/.test(name) ? [] : [secret])),
  ...secrets.DATA_KEY.split(', '),
  'database-password',
  'mail/password',
];
const ID = '00000000-0000-4000-8000-0000000000aa';
const config = readConfig({ ...secrets, MicrosoftAppId: ID, MicrosoftAppTenantId: ID });
const CANARY = 'Kanarie heeft mij uitgescholden';

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  const written: string[] = [];
  write(createLog(config, { write: (line: string) => void written.push(line) }));
  return written.join('');
}

test('a secret is blotted out wherever it turns up: in a sentence, a field, an error, a child', () => {
  const text = lines((log) => {
    for (const secret of planted) {
      log.info(`refused ${secret}`);
      log.warn({ reason: secret, deeper: { and: [{ deeper: secret }] } }, 'refused');
      log.error(new Error(`with ${secret}`));
      log.child({ part: secret }).info('refused');
    }
  });
  expect(text.trim().split('\n')).toHaveLength(planted.length * 4);
  for (const line of text.trim().split('\n')) expect(line).toContain('[hidden]');
  for (const secret of planted) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

test.each(['text', 'question', 'draft', 'body', 'content', 'email', 'person', 'name', 'authorization', 'card'])(
  'a field %s is never logged, nor one deeper',
  (field) => {
    const text = lines((log) => {
      log.info({ [field]: CANARY }, 'slipped');
      log.info({ event: { [field]: CANARY } }, 'slipped');
      log.child({ [field]: CANARY }).info('slipped');
    });
    expect(text.match(/slipped/g)).toHaveLength(3);
    expect(text).not.toContain(CANARY);
  },
);

test('ids, codes and counts stay as they are', () => {
  const fields = { ref: 'V-7K3F9Q', stage: 'notify', attempts: 2, refused: 'temporary', url: 'http://127.0.0.1:3978' };
  const said = JSON.parse(lines((log) => log.warn(fields, 'A card was not taken.')));
  expect(said).toMatchObject({ ...fields, msg: 'A card was not taken.' });
});

test('the control: without it the same lines tell all', () => {
  const written: string[] = [];
  pino({ base: null }, { write: (line) => void written.push(line) }).info({ text: CANARY }, planted[1]);
  const text = written.join('');
  expect(text).toContain(CANARY);
  expect(text).toContain(planted[1]);
});
