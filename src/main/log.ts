import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from '../config.ts';

/**
 * Fields that must never be logged, at the top and one deeper: the rooms log ids, codes and counts only, and this is for the
 * one that slips, ours or of a library that was handed the log.
 */
const FIELDS = [
  ...['authorization', 'cookie', 'token', 'password', 'secret', 'headers', 'key'],
  ...['text', 'question', 'draft', 'values', 'content', 'body', 'card', 'blocks', 'fields', 'notes', 'data'],
  ...['name', 'email', 'person', 'asker', 'actor', 'from'],
];

const HIDDEN = '[hidden]';

/**
 * The log of the whole program: JSON lines on standard output. Secrets of the environment are blotted out wherever they turn
 * up, also within a sentence of a library.
 */
export function createLog(config: Config, destination?: DestinationStream): Logger {
  const secrets = secretsOf(config).flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const options: LoggerOptions = {
    level: config.logLevel,
    base: null,
    redact: { paths: FIELDS.flatMap((field) => [field, `*.${field}`]), censor: HIDDEN },
    hooks: { streamWrite: (line) => secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function secretsOf({ data, teams, slack, mail, metricsToken }: Config): string[] {
  const database = data.databaseUrl === undefined ? undefined : URL.parse(data.databaseUrl)?.password;
  const all = [
    ...(data.dataKey?.split(',').map((key) => key.trim()) ?? []),
    ...[teams?.password, slack?.botToken, slack?.signingSecret, slack?.appToken, metricsToken, database],
    mail?.login?.password,
  ];
  return all.filter((secret): secret is string => secret !== undefined && secret !== '');
}
