import { z } from 'zod';
import { isGuid } from './config/guid.ts';
import { type MailSettings, mailVariables, readMail } from './config/mail.ts';
import { hasSlack, readSlack, type SlackCredentials, slackVariables } from './config/slack.ts';

export type { MailSettings } from './config/mail.ts';
export type { SlackCredentials } from './config/slack.ts';

/** How this installation runs. Made once, from the environment, by `readConfig`. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** No credentials set: the page is shown, and only this machine is served. */
  readonly local: boolean;
  readonly protocols: string;
  readonly organisations: string;
  readonly logLevel: LogLevel;
  readonly data: DataSettings;
  readonly teams: TeamsCredentials | undefined;
  /** Service URL hosts that are allowed besides Microsoft's own. */
  readonly teamsServiceHosts: readonly string[];
  /** The app in the organisation's catalogue, where the bot may install it; undefined where it may not. */
  readonly teamsCatalogApp: string | undefined;
  /** The leidinggevende whom the organisation file does not name comes from Microsoft Graph. */
  readonly teamsManagers: boolean;
  readonly slack: SlackCredentials | undefined;
  /** For who is reached by no chat. */
  readonly mail: MailSettings | undefined;
  /** Where people reach this server, without a slash at the end; undefined when nobody said. */
  readonly publicUrl: string | undefined;
  /** What `/metrics` asks for; without it there is no such address, but in local mode. */
  readonly metricsToken: string | undefined;
};

/** Where cases are kept, and with which key. */
export type DataSettings = {
  readonly folder: string;
  /** A PostgreSQL server that keeps the cases, in place of a file in the folder. */
  readonly databaseUrl: string | undefined;
  /** 32 bytes in base64; after a comma former keys. Undefined: the folder has a key file of its own. */
  readonly dataKey: string | undefined;
  readonly production: boolean;
};

export type TeamsCredentials = {
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly password: string | undefined;
  readonly tenantId: string;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** The environment cannot be used; `message` names every fault at once and what to set instead. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_FAULTY';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment cannot be used. See .env.example.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Keys of 32 bytes in base64, separated by commas. */
const DATA_KEYS = /^[A-Za-z0-9+/_-]{43}=?(\s*,\s*[A-Za-z0-9+/_-]{43}=?)*$/;

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
}

const isLeftOutOrGuid = (value: string | undefined): boolean => value === undefined || isGuid(value);

const text = z.string().trim();
const optional = text.optional().transform((value) => value || undefined);
const orElse = (fallback: string) => optional.transform((value) => value ?? fallback);

const environment = z.object({
  NODE_ENV: optional,
  PORT: orElse('3978').pipe(z.string().regex(/^\d{1,5}$/, 'must be a number from 1 to 65535, such as 3978')),
  HOST: optional,
  PUBLIC_URL: optional.refine((value) => value === undefined || isPublic(value), {
    error: 'is not an https address without a path, such as https://bij-twijfel.school.nl',
  }),
  METRICS_TOKEN: optional.refine((value) => value === undefined || /^[\x21-\x7e]{16,}$/.test(value), {
    error: 'must be at least 16 characters without spaces; make one with: openssl rand -hex 16',
  }),
  PROTOCOLS: orElse('protocols'),
  ORGANISATIONS: orElse('organisations'),
  DATA_DIR: orElse('data'),
  DATA_KEY: optional.refine((value) => value === undefined || DATA_KEYS.test(value), {
    error: 'is not a key of 32 bytes in base64; make one with: openssl rand -base64 32',
  }),
  DATABASE_URL: optional.refine((value) => value === undefined || isPostgresUrl(value), {
    error: 'is not an address such as postgres://user:password@host:5432/database',
  }),
  LOG_LEVEL: orElse('info').pipe(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    }),
  ),
  MicrosoftAppId: optional.refine(isLeftOutOrGuid, {
    error: 'is not the application id of the bot registration in Azure (five groups of letters and digits)',
  }),
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional.refine(isLeftOutOrGuid, {
    error: 'is not the id of the school’s tenant (five groups of letters and digits)',
  }),
  MicrosoftAppType: orElse('SingleTenant').pipe(
    z.enum(['SingleTenant', 'UserAssignedMSI'], {
      error: 'must be SingleTenant or UserAssignedMSI; multi-tenant bots can no longer be registered',
    }),
  ),
  TEAMS_SERVICE_URLS: orElse(''),
  TEAMS_CATALOG_APP_ID: optional.refine(isLeftOutOrGuid, {
    error: 'is not the App ID that the Teams admin center shows of the app (five groups of letters and digits)',
  }),
  TEAMS_MANAGERS: optional.refine((value) => value === undefined || value === 'graph', {
    error: 'must be graph, or left out',
  }),
  ...slackVariables,
  ...mailVariables,
});

type Environment = z.infer<typeof environment>;

/**
 * Reads the environment.
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const { config, faults } = inspectConfig(variables);
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** The same with its faults, for who wants to look further: what is faulty counts as left out. */
export function inspectConfig(variables: Readonly<Record<string, string | undefined>>): {
  readonly config: Config;
  readonly faults: readonly string[];
} {
  const { values, faults: faulty } = readValues(variables);
  const faults: string[] = [];
  const teams = readTeams(values, faults);
  const slack = readSlack(values, faults);
  const mail = readMail(values, faults);
  const port = Number(values.PORT);
  if (port < 1 || port > 65_535) faults.push('PORT: must be a number from 1 to 65535, such as 3978');
  const local = !hasTeams(values) && !hasSlack(values);
  const production = values.NODE_ENV === 'production';
  if (local && production) {
    faults.push(
      'MicrosoftAppId: no credentials are set, which is local mode; with NODE_ENV=production set those of Teams or Slack',
    );
  }
  if (production && !variables.DATA_KEY?.trim()) {
    faults.push('DATA_KEY: is missing; make one with "openssl rand -base64 32", set it, and keep a copy in a safe');
  }
  if (values.DATABASE_URL !== undefined && !production && !variables.DATA_KEY?.trim()) {
    faults.push('DATA_KEY: is missing; servers that share DATABASE_URL share a key, so set it');
  }
  const host = values.HOST ?? (local ? '127.0.0.1' : '0.0.0.0');
  if (local && !['127.0.0.1', 'localhost', '::1'].includes(host)) {
    faults.push(
      'HOST: without credentials the bot listens on this machine only; leave HOST out, or set the credentials',
    );
  }
  const hosts = serviceHosts(values.TEAMS_SERVICE_URLS, faults);
  const config: Config = {
    port,
    host,
    local,
    protocols: values.PROTOCOLS,
    organisations: values.ORGANISATIONS,
    logLevel: values.LOG_LEVEL,
    data: { folder: values.DATA_DIR, databaseUrl: values.DATABASE_URL, dataKey: values.DATA_KEY, production },
    teams,
    teamsServiceHosts: hosts,
    teamsCatalogApp: values.TEAMS_CATALOG_APP_ID,
    teamsManagers: values.TEAMS_MANAGERS === 'graph',
    slack,
    mail,
    publicUrl: publicUrlOf(values, host, port, local),
    metricsToken: values.METRICS_TOKEN,
  };
  // What cannot be used counts as left out, and must not be called missing too.
  const said = new Set(faulty.map(nameIn));
  return { config, faults: [...faulty, ...faults.filter((fault) => !said.has(nameIn(fault)))] };
}

/** The variable that a fault is about. */
const nameIn = (fault: string): string => fault.split(':')[0] ?? '';

/** Each variable by itself; a faulty one is left out, so that what is wrong between the others is found as well. */
function readValues(variables: Readonly<Record<string, string | undefined>>): {
  readonly values: Environment;
  readonly faults: readonly string[];
} {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return { values: parsed.data, faults: [] };
  const { issues } = parsed.error;
  const faulty = new Set(issues.map((issue) => issue.path[0]));
  const others = Object.entries(variables).filter(([name]) => !faulty.has(name));
  return {
    values: environment.parse(Object.fromEntries(others)),
    faults: issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  };
}

/** Half of them is a mistake to be named, not local mode. */
function hasTeams(values: Environment): boolean {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = values;
  return [MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId].some((value) => value !== undefined);
}

function readTeams(values: Environment, faults: string[]): TeamsCredentials | undefined {
  const {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: type,
  } = values;
  if (!hasTeams(values)) return undefined;
  if (appId === undefined) faults.push('MicrosoftAppId: is missing while other Microsoft variables are set');
  if (tenantId === undefined) faults.push('MicrosoftAppTenantId: is missing; set the id of the school’s tenant');
  if (type === 'SingleTenant' && password === undefined) {
    faults.push('MicrosoftAppPassword: is missing; set it, or use MicrosoftAppType=UserAssignedMSI');
  }
  if (appId === undefined || tenantId === undefined) return undefined;
  return { type, appId, password, tenantId };
}

function isPublic(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === 'https:' && url.username === '' && url.pathname === '/' && url.search === '' && url.hash === ''
  );
}

/** In local mode the machine's own address does. */
function publicUrlOf({ PUBLIC_URL }: Environment, host: string, port: number, local: boolean): string | undefined {
  if (PUBLIC_URL !== undefined) return new URL(PUBLIC_URL).origin;
  return local ? `http://${host === '::1' ? '[::1]' : host}:${port}` : undefined;
}

function serviceHosts(list: string, faults: string[]): string[] {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const url = URL.parse(entry.includes('://') ? entry : `https://${entry}`);
      if (url?.protocol === 'https:' && url.username === '') return [url.host];
      faults.push(`TEAMS_SERVICE_URLS: "${entry}" is not an https address such as https://smba.example.nl`);
      return [];
    });
}
