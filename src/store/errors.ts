/** What went wrong in the store. Stable: callers and the operator's alarms go by these. */
export type StoreCode =
  | 'STORE_BUSY'
  | 'STORE_FULL'
  | 'STORE_UNREACHABLE'
  | 'STORE_FORBIDDEN'
  | 'STORE_IO'
  | 'STORE_DAMAGED'
  | 'STORE_FAILED'
  | 'STORE_NOT_DURABLE'
  | 'STORE_OUTDATED'
  | 'STORE_MOVED'
  | 'STORE_MISSING'
  | 'MOVE_REFUSED'
  | 'ROTATE_REFUSED'
  | 'BACKUP_REFUSED'
  | 'DATA_KEY_MISSING'
  | 'DATA_KEY_FAULTY'
  | 'DATA_KEY_UNKNOWN'
  | 'SEAL_BROKEN'
  | 'CASE_DAMAGED';

/** The store could not do it, and wrote nothing. `message` says what to do; neither it nor `cause` holds text of a case. */
export class StoreError extends Error {
  readonly code: StoreCode;

  constructor(code: StoreCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html): the low byte of an extended one. */
const BY_RESULT: Readonly<Record<number, readonly [StoreCode, string]>> = {
  5: [
    'STORE_BUSY',
    'The database is in use by another process for too long. Try again; stop a second server or a backup.',
  ],
  6: ['STORE_BUSY', 'The database is locked. Try again.'],
  8: ['STORE_IO', 'The database cannot be written. Check the rights of the folder DATA_DIR.'],
  10: ['STORE_IO', 'The disk under DATA_DIR failed. Check the disk; nothing was saved.'],
  11: ['STORE_DAMAGED', 'The database file is damaged. Stop the server and put back a backup.'],
  13: ['STORE_FULL', 'The disk under DATA_DIR is full. Make room; nothing was saved.'],
  14: [
    'STORE_IO',
    'The database file cannot be opened. Check that DATA_DIR exists, and that the user that runs this may write in it.',
  ],
  26: ['STORE_DAMAGED', 'The file in DATA_DIR is not a database. Put back a backup.'],
};

/** What a file system says of a file that belongs to another user. */
const NOT_OURS: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM']);

/** Any error as a StoreError: those of SQLite by their result code, and that this user may not have a file. */
export function asStoreError(cause: unknown): unknown {
  if (!(cause instanceof Error) || 'code' in cause === false) return cause;
  if (NOT_OURS.has(cause.code) && 'path' in cause) {
    return new StoreError(
      'STORE_FORBIDDEN',
      `${cause.path} cannot be read or written by this user (${cause.code}): run this as the user of the service, or give that user the whole folder (chown -R).`,
      cause,
    );
  }
  if (cause.code !== 'ERR_SQLITE_ERROR') return cause;
  const result = 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode % 256 : 0;
  const [code, message] = BY_RESULT[result] ?? ['STORE_FAILED', 'The database refused; nothing was saved.'];
  return new StoreError(code, message, cause);
}

type Methods = Readonly<Record<string, (...values: never[]) => Promise<unknown>>>;

/** SQLSTATEs of a transaction that the database undid because of another one; tried again, it succeeds. */
const UNDONE: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

function wasUndone(cause: unknown): boolean {
  const original = cause instanceof StoreError ? cause.cause : undefined;
  return original instanceof Error && 'code' in original && UNDONE.has(original.code);
}

/** The same methods, whose errors are StoreErrors; one that stood in another's way is tried again. */
export function withStoreErrors<T extends Methods>(methods: T): T {
  const wrapped = Object.entries(methods).map(([name, method]) => {
    const guarded = async (...values: never[]) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await method(...values);
        } catch (cause) {
          if (attempt === ATTEMPTS || !wasUndone(cause)) throw asStoreError(cause);
        }
      }
    };
    return [name, guarded];
  });
  return Object.fromEntries(wrapped) as T;
}
