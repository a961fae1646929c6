import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const key = Buffer.alloc(32, 7).toString('base64');

const APP = '00000000-0000-4000-8000-0000000000bb';
const TENANT = '00000000-0000-4000-8000-0000000000aa';
const teams = {
  MicrosoftAppId: APP,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: TENANT,
};

function faultsOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test('nothing set is local mode, on this machine only', () => {
  expect(readConfig({})).toEqual({
    port: 3978,
    host: '127.0.0.1',
    local: true,
    protocols: 'protocols',
    organisations: 'organisations',
    logLevel: 'info',
    data: { folder: 'data', databaseUrl: undefined, dataKey: undefined, production: false },
    teams: undefined,
    teamsServiceHosts: [],
    teamsManagers: false,
    slack: undefined,
    publicUrl: 'http://127.0.0.1:3978',
  });
});

test('an empty variable is one that is not set', () => {
  const empty = Object.fromEntries(Object.keys(teams).map((name) => [name, ' ']));
  expect(readConfig({ ...empty, PORT: '', HOST: '', LOG_LEVEL: '', PROTOCOLS: '', NODE_ENV: '' })).toEqual(
    readConfig({}),
  );
});

test('every variable is read', () => {
  expect(
    readConfig({
      ...teams,
      NODE_ENV: 'production',
      PORT: ' 8080 ',
      HOST: '10.0.0.5',
      PROTOCOLS: '/srv/protocols',
      ORGANISATIONS: '/srv/organisations',
      LOG_LEVEL: 'warn',
      DATA_DIR: '/srv/data',
      DATA_KEY: key,
      DATABASE_URL: 'postgres://bot:geheim@db.example.nl/bot',
      PUBLIC_URL: 'https://bot.example.nl/',
      METRICS_TOKEN: 'a-token-of-prometheus',
      TEAMS_SERVICE_URLS: 'https://smba.example.nl, other.example.nl:8443  https://third.example.nl/path',
    }),
  ).toEqual({
    port: 8080,
    host: '10.0.0.5',
    local: false,
    protocols: '/srv/protocols',
    organisations: '/srv/organisations',
    logLevel: 'warn',
    data: {
      folder: '/srv/data',
      databaseUrl: 'postgres://bot:geheim@db.example.nl/bot',
      dataKey: key,
      production: true,
    },
    teams: { type: 'SingleTenant', appId: APP, password: 'secret', tenantId: TENANT },
    teamsServiceHosts: ['smba.example.nl', 'other.example.nl:8443', 'third.example.nl'],
    teamsManagers: false,
    slack: undefined,
    publicUrl: 'https://bot.example.nl',
    metricsToken: 'a-token-of-prometheus',
  });
});

test('with credentials it listens for others, unless told where', () => {
  expect(readConfig(teams).host).toBe('0.0.0.0');
  expect(readConfig({ ...teams, HOST: '127.0.0.1' }).host).toBe('127.0.0.1');
});

test('a managed identity has no secret', () => {
  const { MicrosoftAppPassword: _, ...rest } = teams;
  expect(readConfig({ ...rest, MicrosoftAppType: 'UserAssignedMSI' }).teams).toEqual({
    type: 'UserAssignedMSI',
    appId: APP,
    password: undefined,
    tenantId: TENANT,
  });
});

test.each([
  ['smtps://bot:p%40ss@smtp.school.nl', { host: 'smtp.school.nl', port: 465, tls: 'implicit' }],
  ['smtp://bot:p%40ss@smtp.school.nl', { host: 'smtp.school.nl', port: 587, tls: 'starttls' }],
  ['smtp://bot:p%40ss@[::1]:25', { host: '::1', port: 25, tls: 'none' }],
])('a mail server at %s', (SMTP_URL, server) => {
  const login = { user: 'bot', password: 'p@ss' };
  const from = 'bot@school.nl';
  expect(readConfig({ ...teams, SMTP_URL, MAIL_FROM: from }).mail).toEqual({ ...server, login, from });
});

test('the app that the bot may install is named as the Teams admin center shows it', () => {
  const TEAMS_CATALOG_APP_ID = '0f4595f7-64b1-4e13-81bc-11a249df07a9';
  expect(readConfig({ ...teams, TEAMS_CATALOG_APP_ID }).teamsCatalogApp).toBe(TEAMS_CATALOG_APP_ID);
  expect(faultsOf({ ...teams, TEAMS_CATALOG_APP_ID: 'Bij Twijfel' })).toEqual([
    expect.stringMatching(/^TEAMS_CATALOG_APP_ID: is not the App ID that the Teams admin center shows/),
  ]);
});

test('e-mails come from the user of the mail server, where that is an address', () => {
  expect(readConfig({ ...teams, SMTP_URL: 'smtps://bot%40school.nl:x@smtp.school.nl' }).mail?.from).toBe(
    'bot@school.nl',
  );
});

test.each([
  ['http://smtp.school.nl'],
  ['smtps://bot@smtp.school.nl'],
  ['smtps://bot:100%@smtp.school.nl'],
  ['smtps://smtp.school.nl/?tls.rejectUnauthorized=false'],
])('no mail server: %s', (SMTP_URL) => {
  expect(faultsOf({ SMTP_URL, MAIL_FROM: 'bot@school.nl' })).toEqual([
    expect.stringMatching(/^SMTP_URL: is not an address such as smtps:/),
  ]);
});

describe('refuses, saying which variable and what to do', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT: must be a number from 1 to 65535, such as 3978'],
    [{ PORT: '0' }, 'PORT: must be a number from 1 to 65535, such as 3978'],
    [{ PORT: '65536' }, 'PORT: must be a number from 1 to 65535, such as 3978'],
    [{ PORT: '-1' }, 'PORT: must be a number from 1 to 65535, such as 3978'],
    [{ PORT: '80.5' }, 'PORT: must be a number from 1 to 65535, such as 3978'],
    [
      { METRICS_TOKEN: 'short' },
      'METRICS_TOKEN: must be at least 16 characters without spaces; make one with: openssl rand -hex 16',
    ],
    [
      { METRICS_TOKEN: 'with a space in it' },
      'METRICS_TOKEN: must be at least 16 characters without spaces; make one with: openssl rand -hex 16',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be debug, info, warn, error or silent'],
    [
      { MicrosoftAppType: 'MultiTenant' },
      'MicrosoftAppType: must be SingleTenant or UserAssignedMSI; multi-tenant bots can no longer be registered',
    ],
    [
      { HOST: '0.0.0.0' },
      'HOST: without credentials the bot listens on this machine only; leave HOST out, or set the credentials',
    ],
    [
      { NODE_ENV: 'production', DATA_KEY: key },
      'MicrosoftAppId: no credentials are set, which is local mode; with NODE_ENV=production set those of Teams or Slack',
    ],
    [
      { ...teams, MicrosoftAppPassword: '' },
      'MicrosoftAppPassword: is missing; set it, or use MicrosoftAppType=UserAssignedMSI',
    ],
    [
      { ...teams, NODE_ENV: 'production' },
      'DATA_KEY: is missing; make one with "openssl rand -base64 32", set it, and keep a copy in a safe',
    ],
    [
      { SMTP_URL: 'smtps://smtp.school.nl' },
      'MAIL_FROM: is missing beside SMTP_URL; set the address that e-mails come from',
    ],
    [{ TEAMS_MANAGERS: 'yes' }, 'TEAMS_MANAGERS: must be graph, or left out'],
    [{ MAIL_FROM: 'bot' }, 'MAIL_FROM: is not an e-mail address such as bij-twijfel@school.nl'],
    [{ DATA_KEY: 'too-short' }, 'DATA_KEY: is not a key of 32 bytes in base64; make one with: openssl rand -base64 32'],
    [
      { DATABASE_URL: 'postgres://bot:geheim@db.example.nl/bot' },
      'DATA_KEY: is missing; servers that share DATABASE_URL share a key, so set it',
    ],
    [
      { DATABASE_URL: 'mysql://bot:geheim@db.example.nl/bot', DATA_KEY: key },
      'DATABASE_URL: is not an address such as postgres://user:password@host:5432/database',
    ],
    [
      { DATABASE_URL: 'postgres://db.example.nl', DATA_KEY: key },
      'DATABASE_URL: is not an address such as postgres://user:password@host:5432/database',
    ],
    [
      { ...teams, MicrosoftAppId: 'bij-twijfel' },
      'MicrosoftAppId: is not the application id of the bot registration in Azure (five groups of letters and digits)',
    ],
    [
      { ...teams, MicrosoftAppId: '00000000-0000-0000-0000-000000000000' },
      'MicrosoftAppId: is not the application id of the bot registration in Azure (five groups of letters and digits)',
    ],
    [
      { ...teams, MicrosoftAppTenantId: 'school.onmicrosoft.com' },
      'MicrosoftAppTenantId: is not the id of the school’s tenant (five groups of letters and digits)',
    ],
    [{ ...teams, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId: is missing; set the id of the school’s tenant'],
    [
      { TEAMS_SERVICE_URLS: 'http://smba.example.nl' },
      'TEAMS_SERVICE_URLS: "http://smba.example.nl" is not an https address such as https://smba.example.nl',
    ],
    [
      { TEAMS_SERVICE_URLS: 'https://me:pass@smba.example.nl' },
      'TEAMS_SERVICE_URLS: "https://me:pass@smba.example.nl" is not an https address such as https://smba.example.nl',
    ],
  ])('%j', (variables, fault) => expect(faultsOf(variables)).toEqual([fault]));

  test('half the credentials never become local mode', () => {
    expect(faultsOf({ ...teams, MicrosoftAppId: undefined })).toEqual([
      'MicrosoftAppId: is missing while other Microsoft variables are set',
    ]);
    expect(faultsOf({ MicrosoftAppPassword: 'secret', NODE_ENV: 'production', DATA_KEY: key })).toEqual([
      'MicrosoftAppId: is missing while other Microsoft variables are set',
      'MicrosoftAppTenantId: is missing; set the id of the school’s tenant',
    ]);
  });

  test('all faults at once, in one message', () => {
    const faults = faultsOf({
      PORT: 'x',
      LOG_LEVEL: 'y',
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      TEAMS_SERVICE_URLS: 'ftp://z',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'DATA_KEY',
      'HOST',
      'TEAMS_SERVICE_URLS',
    ]);
    const error = new ConfigError(faults);
    expect(error).toMatchObject({ code: 'CONFIG_FAULTY', name: 'ConfigError' });
    for (const fault of faults) expect(error.message).toContain(`\n  ${fault}`);
    expect(error.message).toContain('.env.example');
  });
});

test.each([
  'http://bot.example.nl',
  'bot.example.nl',
  'https://bot.example.nl/pad',
  'https://ik@bot.example.nl',
  'https://',
])('an address that people cannot be sent to is named: %s', (PUBLIC_URL) => {
  expect(faultsOf({ PUBLIC_URL })).toEqual([expect.stringMatching(/^PUBLIC_URL: is not an https address/)]);
});

describe('Slack', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1-2', SLACK_SIGNING_SECRET: '8f742231b10e8888' };

  test('its credentials end local mode, with or without Teams', () => {
    const { local, host, teams: own, slack: read } = readConfig(slack);
    expect({ local, host, own }).toEqual({ local: false, host: '0.0.0.0', own: undefined });
    expect(read).toEqual({
      botToken: 'xoxb-1-2',
      signingSecret: '8f742231b10e8888',
      appToken: undefined,
      apiUrl: undefined,
    });
    expect(readConfig({ ...slack, ...teams })).toMatchObject({ teams: { appId: APP }, slack: read });
  });

  test('Socket Mode needs no signing secret', () => {
    const { slack: read } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(read).toMatchObject({ signingSecret: undefined, appToken: 'xapp-1' });
  });

  test.each<[Record<string, string>, string]>([
    [{ SLACK_SIGNING_SECRET: '8f742231b10e8888' }, 'SLACK_BOT_TOKEN: is missing'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: is missing'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET: is missing'],
    [{ ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN: is not a bot token'],
    [{ ...slack, SLACK_SIGNING_SECRET: 'kort' }, 'SLACK_SIGNING_SECRET: is not a signing secret'],
    [{ ...slack, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: is not an app-level token'],
    [{ ...slack, SLACK_API_URL: 'http://slack.example' }, 'SLACK_API_URL: must be an https address'],
    [{ ...slack, SLACK_API_URL: 'https://u:p@slack.example' }, 'SLACK_API_URL: must be an https address'],
  ])('%j: %s', (variables, fault) => {
    expect(faultsOf(variables).join('\n')).toContain(fault);
  });

  test.each(['https://slack.example/api/', 'http://127.0.0.1:1234/api/'])('may be reached at %s', (apiUrl) => {
    expect(readConfig({ ...slack, SLACK_API_URL: apiUrl }).slack?.apiUrl).toBe(apiUrl);
  });
});
