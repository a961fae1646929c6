import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

type Options = { readonly input?: string; readonly env?: Readonly<Record<string, string>> };

/** What Node makes of source code is kept between the many programs that tests and proofs start; see `vitest.config.ts`. */
const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? 'node_modules/.cache/node';

/** The environment of a test's program: nothing of the school that happens to run the tests. */
export function bareEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', LOG_LEVEL: 'info', NODE_COMPILE_CACHE, ...more };
}

/** Runs a program of ours as its user does, in a process of its own, until it ends by itself. */
export async function run(file: string, args: readonly string[] = [], options: Options = {}): Promise<Run> {
  const child = spawn(process.execPath, [file, ...args], { env: bareEnv(options.env), stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.end(options.input ?? '');
  const [code] = await once(child, 'close');
  return { code, out, err };
}
