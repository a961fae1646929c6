import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocolJsonSchema } from '../protocol/json-schema.ts';

/** Writes the JSON Schema by which editors complete and check a protocol file while it is typed. */
const file = join(process.argv[2] ?? 'protocols', 'protocol.schema.json');
writeFileSync(file, protocolJsonSchema());
process.stdout.write(`${file}\n`);
