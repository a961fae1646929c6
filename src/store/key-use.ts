import { type Kysely, sql } from 'kysely';
import type { Keyring } from './keyring.ts';
import { keysOfServers } from './servers.ts';
import type { Tables } from './tables.ts';

/** What each key of DATA_KEY is still needed for. */
export type KeyUse = {
  /** The first key of DATA_KEY. */
  readonly current: Wraps;
  /** The other keys of DATA_KEY, in their order. */
  readonly former: readonly Wraps[];
  /** Keys that are not in DATA_KEY: what they wrap cannot be read. */
  readonly missing: readonly Wraps[];
  /** The keys that running servers wrap with, where that is not the first key of DATA_KEY: one for each such server. */
  readonly behind: readonly string[];
};

/** A key by its id, and how many keys of cases and of the installation it wraps. */
export type Wraps = { readonly id: string; readonly keys: number };

/** A sealed text is `1.<key id>.…`, and an id has eight characters: see seal.ts. */
const idIn = (column: 'wrapped_key' | 'wrapped') => sql<string>`substr(${sql.ref(column)}, 3, 8)`;

/** Counts what is wrapped by which key. Opens nothing. */
export async function keyUse(db: Kysely<Tables>, { ids: [current, ...former] }: Keyring): Promise<KeyUse> {
  const count = sql<number | string>`count(*)`.as('keys');
  const rows = [
    ...(await db
      .selectFrom('installation_keys')
      .select([idIn('wrapped').as('id'), count])
      .groupBy(idIn('wrapped'))
      .execute()),
    ...(await db
      .selectFrom('cases')
      .select([idIn('wrapped_key').as('id'), count])
      .groupBy(idIn('wrapped_key'))
      .execute()),
  ];
  const wraps = (id: string): Wraps => ({
    id,
    keys: rows.filter((row) => row.id === id).reduce((sum, { keys }) => sum + Number(keys), 0),
  });
  const missing = new Set(rows.map(({ id }) => id).filter((id) => id !== current && !former.includes(id)));
  const first = (await keysOfServers(db)).flatMap(([id]) => id ?? []);
  return {
    current: wraps(current),
    former: former.map(wraps),
    missing: [...missing].map(wraps),
    behind: first.filter((id) => id !== current),
  };
}

/** The ids of keys that wrap something and are not among these. */
export async function unknownKeys(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const rows = [
    ...(await db.selectFrom('installation_keys').select(idIn('wrapped').as('id')).distinct().execute()),
    ...(await db.selectFrom('cases').select(idIn('wrapped_key').as('id')).distinct().execute()),
  ];
  return [...new Set(rows.map(({ id }) => id))].filter((id) => !ids.includes(id));
}
