import type { ClientBase } from 'pg';
import { StoreError } from '../errors.ts';

/** How long things may take on a connection, in milliseconds; 0 is for ever. */
export type Limits = {
  /** Until the server has answered, the network included. */
  readonly answerMs: number;
  readonly statementMs: number;
  readonly lockMs: number;
  /** A transaction whose program is silent for so long is undone by the server: a program that hangs holds nothing up. */
  readonly silentMs: number;
};

/** Somebody waits: a channel gives an answer ten seconds. */
export const prompt: Limits = { answerMs: 5_000, statementMs: 4_000, lockMs: 3_000, silentMs: 10_000 };
/** Nobody waits: a migration takes what it takes. */
export const patient: Limits = { answerMs: 0, statementMs: 0, lockMs: 0, silentMs: 60_000 };

/** What a connection says of its server. */
export type Session = {
  readonly version: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly read_only: string;
};

/**
 * One question that sets and asks. What a role or a database is set to has its effect here; pinned, a later change of it
 * does not reach this connection.
 */
const PREPARE = `select
  current_setting('server_version_num')::int as version,
  current_setting('server_encoding') as encoding,
  current_setting('fsync') as fsync,
  current_setting('full_page_writes') as full_page_writes,
  current_setting('transaction_read_only') as read_only,
  set_config('synchronous_commit', current_setting('synchronous_commit'), false) as synchronous_commit,
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('statement_timeout', $1, false),
  set_config('lock_timeout', $2, false),
  set_config('idle_in_transaction_session_timeout', $3, false)`;

/**
 * Sets a new connection up.
 * @throws StoreError when its server does not promise that a commit survives a power cut
 */
export async function prepareSession(client: ClientBase, limits: Limits): Promise<void> {
  const values = [limits.statementMs, limits.lockMs, limits.silentMs].map(String);
  const { rows } = await client.query<Session>(PREPARE, values);
  const [session] = rows;
  if (session !== undefined) assertFit(session);
}

/** @throws StoreError that says what to do: too old, not durable, not to be written */
export function assertFit(session: Session): void {
  if (session.version < 150_000) {
    throw new StoreError('STORE_OUTDATED', 'The PostgreSQL server is older than version 15. Use a newer one.');
  }
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'] as const) {
    if (session[setting] !== 'off') continue;
    throw new StoreError(
      'STORE_NOT_DURABLE',
      `PostgreSQL runs with ${setting}=off, so a power cut could lose a case. Set it to on, for the server, the database and the role.`,
    );
  }
  if (session.read_only === 'on') {
    throw new StoreError(
      'STORE_IO',
      'The database can be read but not written: a standby, or set read-only. DATABASE_URL must name the primary.',
    );
  }
  if (session.encoding !== 'UTF8') {
    throw new StoreError('STORE_FORBIDDEN', 'The database is not in UTF8. Make one with: createdb -E UTF8');
  }
}
