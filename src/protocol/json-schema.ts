import { z } from 'zod';
import { protocolFile } from './schema.ts';

/** The shape of a protocol file as one writes it, for editors; the text of `protocols/protocol.schema.json`. */
export function protocolJsonSchema(): string {
  const schema = z.toJSONSchema(protocolFile, { io: 'input', target: 'draft-7' });
  const titled = { title: 'A protocol of Bij Twijfel; see README.md beside it', ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
