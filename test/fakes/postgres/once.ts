import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { postgresPrograms } from './programs.ts';
import { type PostgresServer, startPostgres } from './server.ts';

/**
 * vitest's global setup: one PostgreSQL server for all tests of a run, started by the first that asks. A server of your own
 * goes in TEST_DATABASE_URL, with a superuser: the tests make schemas, roles and databases there, and remove them.
 */

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the server: see `postgres.ts`. */
    readonly postgres: string;
  }
}

export type Available = { readonly url: string } | { readonly missing: string };

let started: Promise<PostgresServer> | undefined;
let keep = false;

async function available(): Promise<Available> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return { url: given };
  const programs = postgresPrograms();
  if (programs === undefined) {
    return { missing: 'no PostgreSQL on this machine: install it (15 or newer), or set TEST_DATABASE_URL' };
  }
  started ??= startPostgres({ programs });
  return { url: (await started).url };
}

const desk = createServer((request, response) => {
  if (request.method === 'POST') keep = true;
  available().then(
    (answer) => response.end(JSON.stringify(answer)),
    (cause: unknown) => response.end(JSON.stringify({ missing: String(cause) })),
  );
});

export async function setup({ provide }: TestProject): Promise<void> {
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const address = desk.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  provide('postgres', `http://127.0.0.1:${address.port}`);
}

export async function teardown(): Promise<void> {
  desk.close();
  const server = await started;
  await server?.stop({ keep });
  if (keep && server !== undefined) {
    console.log(
      `The databases of failed tests are kept. Start their server again: pg_ctl -D ${server.folder}/data start`,
    );
  }
}
