import { describe, inject, onTestFailed, onTestFinished, test } from 'vitest';
import type { Available } from './once.ts';
import { dropSchema, newSchema } from './schema.ts';

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
