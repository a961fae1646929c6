import { withPostgres } from '../fakes/postgres/postgres.ts';
import { storeContract } from './contract.ts';
import { journalContract } from './journal-contract.ts';
import { onPostgres } from './place.ts';

await withPostgres('PostgreSQL', (server) => {
  storeContract('the store on PostgreSQL', async () => (await onPostgres(server)).open());
  journalContract('a journal on PostgreSQL', () => onPostgres(server));
});
