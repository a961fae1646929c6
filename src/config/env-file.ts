import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from '../config.ts';

/**
 * What stands in an `.env`; nothing when there is none.
 * @throws ConfigError when it may not be read: without what stands in it the bot would run in local mode, and look as if all
 * were well. (`process.loadEnvFile` says then that there is none.)
 */
export function readEnvFile(
  file: string,
  read: (file: string) => string = (name) => readFileSync(name, 'utf8'),
): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(read(file));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new ConfigError([
      `${file} is there and cannot be read by this user: run this as the user of the service, or give it to this one (chown).`,
    ]);
  }
}
