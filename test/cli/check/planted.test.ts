import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OTHER_KEY } from '../../store/place.ts';
import { tamper, withKeyOf } from '../../store/tamper.ts';
import { DOOR, filled, HEALTH, type Installation, install, LOGIN } from './installation.ts';

type Fault = {
  readonly name: string;
  plant(it: Installation): void;
  /** Which check finds it, what it says, and what it says to do. */
  readonly found: readonly [check: string, message: RegExp, remedy: RegExp];
};

const data = ({ folder }: Installation) => join(folder, 'data');
const organisation = 'organisations/onze.yaml';
const CATALOG_APP = '00000000-0000-4000-8000-0000000000cc';
const GRAPH = 'https://graph.microsoft.com/v1.0';

const faults: readonly Fault[] = [
  {
    name: 'a port that is none',
    plant: ({ env }) => Object.assign(env, { PORT: 'web' }),
    found: ['environment', /^PORT: must be a number/, /\.env\.example/],
  },
  {
    name: 'half the credentials of Teams',
    plant: ({ env }) => void delete env.MicrosoftAppPassword,
    found: ['environment', /^MicrosoftAppPassword: is missing/, /\.env\.example/],
  },
  {
    name: 'an address without a certificate',
    plant: ({ env }) => Object.assign(env, { PUBLIC_URL: 'http://school.example' }),
    found: ['environment', /^PUBLIC_URL: is not an https address/, /\.env\.example/],
  },
  {
    name: 'no key in production',
    plant: ({ env }) => void delete env.DATA_KEY,
    found: ['environment', /^DATA_KEY: is missing/, /\.env\.example/],
  },
  {
    name: 'data that others on the machine can read',
    plant: (it) => {
      chmodSync(data(it), 0o755);
      chmodSync(join(data(it), 'bij-twijfel.db'), 0o644);
    },
    found: ['keys', /Others on this machine can read .*bij-twijfel\.db\.$/, /chmod go-rwx .*db$/],
  },
  {
    name: 'the key beside the data',
    plant: (it) => {
      writeFileSync(join(data(it), 'data.key'), it.env.DATA_KEY ?? '', { mode: 0o600 });
      delete it.env.DATA_KEY;
      delete it.env.NODE_ENV;
    },
    found: ['keys', /The key lies beside the data/, /remove the file/],
  },
  {
    name: 'another key than the data has',
    plant: ({ env }) => Object.assign(env, { DATA_KEY: OTHER_KEY }),
    found: ['data', /^DATA_KEY_UNKNOWN/, /the key this data was written with/],
  },
  {
    name: 'a case under a key that is not there',
    plant: (it) => withKeyOf('0815abcd', data(it), 'V-333333'),
    found: ['journals', /1 not to be read.*\nV-333333: its key is not in DATA_KEY$/, /A backup is of no use/],
  },
  {
    name: 'a server that goes on with the former key',
    plant: (it) => tamper(data(it), `insert into servers values ('1', '0815abcd', '2999-01-01T00:00:00.000Z')`),
    found: ['rotation', /A server that runs still has another key first \(0815abcd\)/, /first for every server/],
  },
  {
    name: 'cases that were not moved to PostgreSQL',
    plant: ({ env }) => Object.assign(env, { DATABASE_URL: 'postgres://bot:geheim@127.0.0.1:1/bot' }),
    found: ['data', /bij-twijfel\.db has 2 cases that are not in the database of DATABASE_URL/, /npm run move/],
  },
  {
    name: 'an app id that is a name',
    plant: ({ env }) => Object.assign(env, { MicrosoftAppId: 'bij-twijfel' }),
    found: ['environment', /^MicrosoftAppId: is not the application id/, /\.env\.example/],
  },
  {
    name: 'a database file that is none',
    plant: (it) => {
      for (const end of ['', '-wal', '-shm']) rmSync(join(data(it), `bij-twijfel.db${end}`), { force: true });
      writeFileSync(join(data(it), 'bij-twijfel.db'), 'this is no database '.repeat(500), { mode: 0o600 });
    },
    found: ['data', /^STORE_DAMAGED/, /put back the last good backup/],
  },
  {
    name: 'a database of an earlier version',
    plant: (it) => tamper(data(it), 'delete from kysely_migration'),
    found: ['data', /^STORE_OUTDATED/, /Start this version of the server once/],
  },
  {
    name: 'a journal with an entry gone',
    plant: (it) => tamper(data(it), `delete from journal where ref = 'V-333333'`),
    found: ['journals', /V-333333: the last of 1 journal entries was removed/, /put back the last backup/],
  },
  {
    name: 'a protocol that is no YAML',
    plant: ({ edit }) => edit('protocols/gsv.yaml', /^meta:$/m, 'meta: [\n'),
    found: ['protocols', /protocols\/gsv\.yaml:\d+: not valid YAML/, /protocols\/README\.md/],
  },
  {
    name: 'an article about a topic that does not exist',
    plant: ({ edit }) => edit('protocols/calvijn.yaml', 'topics: [belang]', 'topics: [belangen]'),
    found: ['protocols', /calvijn\.yaml:77: .*belangen/, /Mend this line/],
  },
  {
    name: 'a walk that cites what the protocol does not have',
    plant: ({ edit }) => edit('protocols/walks/calvijn.yaml', 'why: [R.2]', 'why: [R.99]'),
    found: ['walks', /walks\/calvijn\.yaml:7: .*R\.99/, /Mend this line/],
  },
  {
    name: 'a report that cites what the protocol does not have',
    plant: ({ edit }) => edit('protocols/reports/calvijn.yaml', 'beeld: [A.5]', 'beeld: [A.55]'),
    found: ['reports', /reports\/calvijn\.yaml:9: .*A\.55/, /Mend this line/],
  },
  {
    name: 'a role that nobody has',
    plant: ({ edit }) =>
      edit(organisation, /(the defaults below use this one\.\s+roles: \[\{ role: )schoolleiding/, '$1docent'),
    found: [
      'organisation',
      /onze\.yaml:\d+: nobody has the role "schoolleiding" at msvr; it stands here for misstand, strafbaar, /,
      /organisations\/README\.md/,
    ],
  },
  {
    name: 'a circle of leidinggevenden',
    plant: ({ edit }) =>
      edit(
        organisation,
        'function: Bestuurder\n',
        'function: Bestuurder\n    reportsTo: crisiscoordinator@voorbeeld.example\n',
      ),
    found: ['organisation', /onze\.yaml:\d+: .*reports to themselves in the end/, /organisations\/README\.md/],
  },
  {
    name: 'a crisis contact who works there no more',
    plant: ({ edit }) => edit(organisation, /^crisis: .*$/m, 'crisis: weg@voorbeeld.example'),
    found: ['organisation', /onze\.yaml:\d+: the crisis contact is weg@/, /organisations\/README\.md/],
  },
  {
    name: 'a secret that is not the secret',
    plant: ({ env }) => Object.assign(env, { MicrosoftAppPassword: 'its-id' }),
    found: ['teams', /AADSTS7000215/, /copy its Value/],
  },
  {
    name: 'a secret that has expired',
    plant: ({ env }) => Object.assign(env, { MicrosoftAppPassword: 'an-old-secret' }),
    found: ['teams', /AADSTS7000222/, /make a new one/],
  },
  {
    name: 'a firewall before Microsoft',
    plant: ({ answers }) => void delete answers[LOGIN],
    found: ['teams', /Microsoft cannot be reached/, /firewall/],
  },
  {
    name: 'nobody who is told of leaked data',
    plant: ({ edit }) => edit(organisation, /role: privacy/, 'role: schoolleiding'),
    found: [
      'organisation',
      /nobody has the role "privacy": a report of leaked data/,
      /Give somebody the role "privacy"/,
    ],
  },
  {
    name: 'nobody above the bestuur',
    plant: ({ edit }) => edit(organisation, /\{ role: raad van toezicht/, '{ role: bestuur'),
    found: ['organisation', /nobody has the role "raad van toezicht"/, /Give somebody the role "raad van toezicht"/],
  },
  {
    name: 'a tenant that no organisation file names',
    plant: ({ edit }) => edit(organisation, /tenants: \[.*\]/, 'tenants: [00000000-0000-4000-8000-0000000000dd]'),
    found: [
      'teams',
      /No organisation file names the tenant.* They name 0+-0000-4000-8000-0+dd \(onze\)\.$/,
      /platforms, teams, tenants, or correct Mic/,
    ],
  },
  {
    name: 'a bot token that was withdrawn',
    plant: ({ slack }) => slack.trouble({ method: 'auth.test', error: 'token_revoked' }),
    found: ['slack', /Slack refuses SLACK_BOT_TOKEN: token_revoked/, /install the app again/],
  },
  {
    name: 'a scope that the app was not given',
    plant: ({ slack }) => void slack.scopes.splice(slack.scopes.indexOf('users:read.email'), 1),
    found: ['slack', /users:read\.email is missing/, /reinstall the app/],
  },
  {
    name: 'an app token of another app',
    plant: ({ env }) => Object.assign(env, { SLACK_APP_TOKEN: 'xapp-another' }),
    found: ['slack', /Slack refuses SLACK_APP_TOKEN: invalid_auth/, /Basic Information has SLACK_APP_TOKEN/],
  },
  {
    name: 'a workspace that no organisation file names',
    plant: ({ edit }) => edit(organisation, /workspaces: \[.*\]/, 'workspaces: [TOTHER]'),
    found: ['slack', /No organisation file names the workspace/, /platforms, slack, workspaces/],
  },
  {
    name: 'an address where nothing answers',
    plant: ({ answers }) => void delete answers[HEALTH],
    found: ['address', /nothing answers/, /Start the server/],
  },
  {
    name: 'a proxy that wants a log-in before the door',
    plant: ({ answers }) => {
      answers[DOOR] = () => new Response('<html>Log in</html>', { status: 302 });
    },
    found: ['address', /\/api\/messages does not come here: it gives 302/, /pass POST \/api\/messages on as it is/],
  },
  {
    name: 'an installation that nobody consented to',
    plant: ({ env }) => Object.assign(env, { TEAMS_CATALOG_APP_ID: CATALOG_APP }),
    found: ['graph', /Nobody consented to TeamsAppInstallation\.ReadWriteSelfForUser\.All/, /grant admin consent/],
  },
  {
    name: 'a manager whom the organisation file does not name',
    plant: ({ env, roles, answers, edit }) => {
      roles.push('User.Read.All');
      env.TEAMS_MANAGERS = 'graph';
      edit(
        organisation,
        'team: calvijn-onderbouw\n    reportsTo: teamleider.onderbouw@voorbeeld.example\n',
        'team: calvijn-onderbouw\n',
      );
      answers[`${GRAPH}/users/docent.wiskunde%40voorbeeld.example/manager?$select=mail,userPrincipalName`] = () =>
        Response.json({ mail: 'Chef@elders.example' });
    },
    found: ['graph', /docent\.wiskunde@.* reports to chef@elders\.example/, /give a reportsTo/],
  },
  {
    name: 'a mail server that wants another password',
    plant: ({ env, mail }) =>
      Object.assign(env, { SMTP_URL: `smtp://bot:old@127.0.0.1:${mail.port}`, MAIL_FROM: 'bot@school.example' }),
    found: ['mail', /The mail server cannot be used: EAUTH 535\./, /user and password in SMTP_URL/],
  },
  {
    name: 'a leidinggevende whom the bot cannot write to',
    plant: (it) => tamper(data(it), `delete from bindings where email = 'teamleider.onderbouw@voorbeeld.example'`),
    found: [
      'reach',
      /cannot write to teamleider\.onderbouw@.*\(Teamleider onderbouw\)/,
      /app in Teams|account in the workspace/,
    ],
  },
];

let prepared: Awaited<ReturnType<typeof filled>>;
beforeAll(async () => {
  prepared = await filled();
});
afterAll(() => prepared.remove());

test('nothing is wrong with the installation that the faults are planted in', async () => {
  const checks = await (await install(prepared.folder)).check();
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect([...new Set(checks.map(({ check }) => check))]).toEqual([
    ...['environment', 'keys', 'data', 'rotation', 'journals', 'protocols', 'walks', 'reports', 'organisation'],
    ...['teams', 'slack', 'address', 'reach'],
  ]);
});

test.each([
  [200, []],
  [404, [expect.stringMatching(/cannot write to teamleider\.onderbouw@/)]],
  [503, [expect.stringMatching(/not known whether Slack or Teams reaches them/)]],
])('whom the bot may give its app is reached, when Graph knows them: %i', async (status, faults) => {
  const it = await install(prepared.folder);
  tamper(data(it), `delete from bindings where email = 'teamleider.onderbouw@voorbeeld.example'`);
  it.roles.push('TeamsAppInstallation.ReadWriteSelfForUser.All');
  it.env.TEAMS_CATALOG_APP_ID = CATALOG_APP;
  it.answers[`${GRAPH}/users/teamleider.onderbouw%40voorbeeld.example/teamwork/installedApps`] = (init) =>
    new Headers(init.headers).get('authorization')?.startsWith('Bearer head.')
      ? new Response('{"value":[]}', { status })
      : new Response('', { status: 401 });
  const wrong = (await it.check()).filter(({ ok }) => !ok);
  expect(wrong.map(({ message }) => message)).toEqual(faults);
});

test('who is reached by e-mail only is named, and is no fault', async () => {
  const it = await install(prepared.folder);
  tamper(data(it), `delete from bindings where email = 'teamleider.onderbouw@voorbeeld.example'`);
  Object.assign(it.env, { SMTP_URL: `smtp://bot:right@127.0.0.1:${it.mail.port}`, MAIL_FROM: 'bot@school.example' });
  const checks = await it.check();
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const said = checks.filter(({ check }) => check === 'mail' || check === 'reach').map(({ message }) => message);
  expect(said).toEqual([
    'The mail server takes the login.',
    expect.stringMatching(/ By e-mail only, until they write to it: teamleider\.onderbouw@voorbeeld\.example\.$/),
  ]);
});

test.each(faults)('finds $name, and says what to do', async ({ plant, found: [check, message, remedy] }) => {
  const it = await install(prepared.folder);
  plant(it);
  const wrong = (await it.check()).filter(({ ok }) => !ok);
  const match = { check, message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) };
  expect(wrong).toContainEqual({ ...match, ok: false });
  const besides = wrong.filter((each) => each.check !== check && !/^Not looked at|DATA_KEY|not set/.test(each.message));
  expect(besides).toEqual([]);
  for (const secret of [it.env.DATA_KEY ?? 'none', 'the-right-secret', it.slack.token, 'a-signing-secret'])
    expect(JSON.stringify(wrong)).not.toContain(secret);
});

test('all faults at once: none hides another, but those of files that others cite', async () => {
  const it = await install(prepared.folder);
  const chosen = faults.filter(({ name }) =>
    /port|expired|earlier|topic|walk|report that|crisis|scope|where nothing/.test(name),
  );
  for (const { plant } of chosen) plant(it);
  const wrong = (await it.check()).filter(({ ok }) => !ok);
  const missed = chosen.filter(
    ({ found: [check, message] }) => !wrong.some((each) => each.check === check && message.test(each.message)),
  );
  expect([chosen.length, missed.map(({ name }) => name)]).toEqual([9, []]);
});
