import { join } from 'node:path';
import { readEnvFile } from '../config/env-file.ts';
import { ConfigError } from '../config.ts';

/** An error that says itself what to do: its message is all that is printed. Any other is a fault of ours and shows its stack. */
type Expected = abstract new (...given: never[]) => Error;

const home = join(import.meta.dirname, '../..');

/**
 * Runs a command: the `.env` of this folder first, then `main`, whose number is the exit status.
 * @param expected the errors that an operator can do something about; they end it with 1
 * @param unread what to do in place of `main` when the `.env` may not be read
 * @throws what is not expected, as it is
 */
export async function run(
  main: () => Promise<number> | number,
  expected: readonly Expected[] = [],
  unread: (fault: ConfigError) => Promise<number> | number = refuse,
): Promise<void> {
  process.stdout.on('error', endWhenUnread);
  const fault = loadEnvironment('.env');
  process.exitCode = fault === undefined ? await ended(main, expected) : await unread(fault);
  // Its .env and its folders are looked for where one stands.
  if (process.exitCode !== 0 && process.cwd() !== home)
    process.stderr.write(`You are in ${process.cwd()}. Run this in the folder of the program: cd ${home}\n`);
}

/** Whoever reads the first lines only (`| head`) has had enough, which is no fault. */
function endWhenUnread(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EPIPE') throw cause;
  process.exit(0);
}

async function ended(main: () => Promise<number> | number, expected: readonly Expected[]): Promise<number> {
  try {
    return await main();
  } catch (cause) {
    if (!(cause instanceof Error) || !expected.some((kind) => cause instanceof kind)) throw cause;
    return refuse(cause);
  }
}

function refuse({ message }: Error): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** What is set already stays. @returns why the file cannot be used */
function loadEnvironment(file: string): ConfigError | undefined {
  try {
    for (const [name, value] of Object.entries(readEnvFile(file))) process.env[name] ??= value;
    return undefined;
  } catch (cause) {
    if (cause instanceof ConfigError) return cause;
    throw cause;
  }
}
