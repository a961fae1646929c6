import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../../src/store/store.ts';
import { dropSchema, newSchema } from '../../fakes/postgres/schema.ts';

/** Where a proof keeps its cases. */
export type Stored = {
  readonly folder: string;
  /** On PostgreSQL. */
  readonly databaseUrl: string | undefined;
  remove(): Promise<void>;
};

/** An empty place: a folder, or a schema on a server beside one. */
export async function freshStored(server?: string): Promise<Stored> {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-proof-'));
  const made = server === undefined ? undefined : await newSchema(server);
  return {
    folder,
    databaseUrl: made?.url,
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      if (server !== undefined && made !== undefined) await dropSchema(server, made.schema);
    },
  };
}

/** Opens a place as a server in production does. */
export function openStored(place: Pick<Stored, 'folder' | 'databaseUrl'>, dataKey: string): Promise<Store> {
  return openStore({ ...place, dataKey, production: true, clock: () => new Date(), warn: () => undefined });
}
