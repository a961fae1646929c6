import { journalContract } from './journal-contract.ts';
import { onSqlite } from './place.ts';

journalContract('a journal on SQLite', async () => onSqlite());
