import { z } from 'zod';
import { CardError } from '../../cards/errors.ts';
import { limits } from './limits.ts';

const shape = z.object({
  /** What sending the form asks: the verb, and the data with their nonce. */
  send: z.object({ verb: z.string(), data: z.record(z.string(), z.string()) }).optional(),
  /** The message whose button opened it, so that it can change when the form is sent. */
  from: z.object({ channel: z.string(), ts: z.string() }).optional(),
  /** How many views are on top of each other, this one included. */
  depth: z.number().int().min(1).max(9),
});

/** What a modal remembers between being opened and being sent. Slack keeps it; it is read as a guess all the same. */
export type Metadata = Readonly<z.infer<typeof shape>>;

export function written(metadata: Metadata): string {
  const text = JSON.stringify(metadata);
  if (text.length <= limits.metadata) return text;
  throw new CardError('over-limit', `a form carries ${text.length} characters, more than Slack keeps with a modal`);
}

export function readMetadata(text: string): Metadata {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return { depth: 1 };
  }
}
