import { DatabaseError } from 'pg';
import { type StoreCode, StoreError } from '../errors.ts';

type Said = readonly [StoreCode, string];

const unreachable: Said = [
  'STORE_UNREACHABLE',
  'The PostgreSQL server of DATABASE_URL does not answer. Check that it runs and that the network lets through.',
];
const busy: Said = ['STORE_BUSY', 'The database is busy for too long. Try again.'];
const forbidden: Said = [
  'STORE_FORBIDDEN',
  'The PostgreSQL server refuses this user or database. Check DATABASE_URL, and the rights of its user.',
];
const damaged: Said = ['STORE_DAMAGED', 'The database is damaged. Stop the servers and put back a backup.'];
const failed: Said = ['STORE_FAILED', 'The database refused; nothing was saved.'];

/** SQLSTATE codes, or their class: the first two characters (postgresql.org/docs/current/errcodes-appendix.html). */
const BY_STATE: Readonly<Record<string, Said>> = {
  '08': unreachable,
  '25006': [
    'STORE_IO',
    'The database can be read but not written: a standby, or set read-only. DATABASE_URL must name the primary.',
  ],
  '25P03': busy,
  '28': forbidden,
  '3D': forbidden,
  '3F': forbidden,
  '40': busy,
  '42501': forbidden,
  '53100': ['STORE_FULL', 'The disk of the PostgreSQL server is full. Make room; nothing was saved.'],
  '53': ['STORE_BUSY', 'The PostgreSQL server is out of memory or connections. Try again; see its max_connections.'],
  '55P03': busy,
  '57014': busy,
  '57P': unreachable,
  '58': ['STORE_IO', 'The disk of the PostgreSQL server failed. Check it; nothing was saved.'],
  XX001: damaged,
  XX002: damaged,
};

/** Whether the server answered, with a no, and the connection can go on. */
export function isRefusal(cause: unknown): boolean {
  return cause instanceof DatabaseError && cause.severity !== 'FATAL' && cause.severity !== 'PANIC';
}

/**
 * Any error of `pg` as a StoreError. PostgreSQL quotes rows in its messages and details, so of the original only the code is
 * kept, and the name of the table or rule.
 */
export function asPostgresError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const state = codeOf(cause);
  const [code, message] = cause instanceof DatabaseError ? saidOf(state) : unreachable;
  return new StoreError(code, message, new PostgresCause(state, cause instanceof DatabaseError ? whereOf(cause) : ''));
}

/** What is left of an error of PostgreSQL: its SQLSTATE, or the code of the network. */
class PostgresCause extends Error {
  readonly code: string;

  constructor(code: string, where: string) {
    super(`PostgreSQL: ${code}${where}`);
    this.name = 'PostgresCause';
    this.code = code;
  }
}

function saidOf(state: string): Said {
  return BY_STATE[state] ?? BY_STATE[state.slice(0, 3)] ?? BY_STATE[state.slice(0, 2)] ?? failed;
}

function whereOf({ table, constraint }: DatabaseError): string {
  return [table, constraint].flatMap((name) => (name === undefined ? [] : [` ${name}`])).join('');
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no connection';
}
