import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

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

/** A DATABASE_URL with an empty schema of its own. */
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
