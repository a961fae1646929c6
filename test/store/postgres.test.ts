import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { storeContract } from './contract.ts';
import { freshFolder, openIn } from './place.ts';

await withPostgres('PostgreSQL', (server) => {
  storeContract('the store on PostgreSQL', async () =>
    openIn(freshFolder(), { databaseUrl: await freshSchema(server) }),
  );
});
