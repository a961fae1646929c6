import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { describe, inject, onTestFailed, onTestFinished, test } from 'vitest';
import type { Available } from './once.ts';

const desk = inject('postgres');

async function ask(method: 'GET' | 'POST'): Promise<Available> {
  return (await (await fetch(desk, { method })).json()) as Available;
}

/**
 * Tests that need PostgreSQL, over the one server of this run. Without one they are skipped, and the run says so: once
 * where it is read, and once in the list of tests.
 */
export async function withPostgres(name: string, tests: (server: string) => void): Promise<void> {
  const answer = await ask('GET');
  if ('url' in answer) {
    describe(name, () => tests(answer.url));
    return;
  }
  console.warn(`\n!!! NOT TESTED: ${name}: ${answer.missing}\n`);
  test.skip(`${name}: NOT TESTED, ${answer.missing}`, () => undefined);
}

/** Runs statements as the server's own user, and gives the rows of the last. */
export async function onServer(url: string, ...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** A DATABASE_URL with an empty schema of its own; without the test's own hooks, for what removes it itself. */
export async function newSchema(server: string): Promise<{ readonly url: string; readonly schema: string }> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return { url: url.href, schema };
}

export async function dropSchema(server: string, schema: string): Promise<void> {
  await onServer(server, 'set client_min_messages = error', `drop schema ${schema} cascade`);
}

/** A DATABASE_URL with a schema of its own for this test; kept, and named, when the test fails. */
export async function freshSchema(server: string): Promise<string> {
  const { url, schema } = await newSchema(server);
  let failed = false;
  onTestFailed(async () => {
    failed = true;
    await ask('POST');
    console.log(`The data of this test is kept in schema ${schema}`);
  });
  onTestFinished(async () => {
    if (!failed) await dropSchema(server, schema);
  });
  return url;
}
