import { storeContract } from './contract.ts';
import { freshFolder, openIn } from './place.ts';

storeContract('the store on SQLite', () => openIn(freshFolder()));
