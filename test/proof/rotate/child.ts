import { writeSync } from 'node:fs';
import { rotate } from '../../../src/store/rotate.ts';

/** A rotation that says after every commit how many keys it has wrapped: node child.ts <folder> <DATA_KEY> */
const [folder = '', dataKey = ''] = process.argv.slice(2);
const place = { folder, databaseUrl: process.env.DATABASE_URL, dataKey, production: true, warn: () => undefined };
await rotate(place, (rewrapped) => void writeSync(1, `${rewrapped}\n`));
