import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import type { StoreError } from '../errors.ts';
import { asPostgresError, isRefusal } from './errors.ts';
import { type Limits, prepareSession } from './session.ts';

/** Getting a connection may take this long, a free one included: somebody waits for an answer. */
const CONNECT_MS = 4_000;

/**
 * A pool of connections, each checked and set up before its first use. Whatever fails, fails with a StoreError; a connection
 * that failed otherwise than by the server's own refusal is not used again.
 */
export function createPool(url: string, limits: Limits, connections: number): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    fallback_application_name: 'bij-twijfel',
    ...(limits.answerMs > 0 ? { query_timeout: limits.answerMs } : {}),
    onConnect: (client) => prepareSession(client, limits) as unknown as undefined,
  });
  // The server may end any connection. The next query finds out; without a listener the process would end with it.
  pool.on('error', nothing);
  pool.on('connect', (client) => void client.on('error', nothing));
  return {
    options: {},
    connect: async () => {
      try {
        return guarded(await pool.connect());
      } catch (cause) {
        throw asPostgresError(cause);
      }
    },
    end: () => pool.end(),
  };
}

function nothing(): void {}

type Ask = <R>(sql: string, parameters: readonly unknown[]) => Promise<PostgresQueryResult<R>>;

function guarded(client: PoolClient): PostgresPoolClient {
  let lost: StoreError | undefined;
  const query: Ask = async (sql, parameters) => {
    // After a lost answer nothing more is sent: a rollback would wait as long again, and the server undoes it by itself.
    if (lost !== undefined) throw lost;
    try {
      return (await client.query(sql, [...parameters])) as never;
    } catch (cause) {
      const error = asPostgresError(cause);
      if (!isRefusal(cause)) lost = error;
      throw error;
    }
  };
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || lost !== undefined),
  };
}
