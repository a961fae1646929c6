import { z } from 'zod';
import { CardError } from '../../cards/errors.ts';
import { limits } from './limits.ts';

const name = z.string().max(60);

const shape = z.object({
  /** What sending the form asks: the verb, and the data with their nonce. */
  send: z.object({ verb: z.string(), data: z.record(z.string(), z.string()) }).optional(),
  /** The message whose button opened it, and who clicked: it changes when that same person sends the form. */
  from: z.object({ channel: z.string(), ts: z.string(), user: z.string() }).optional(),
  /** It was opened on the home tab, which is to show what was done in it. */
  home: z.literal(true).optional(),
  /** The screens this view has shown, this one last: who goes back to one of them stays in the same view. */
  pages: z.array(name).max(6),
  /** The views under it, each with the screen it shows. */
  under: z.array(z.object({ view: z.string(), name })).max(2),
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
    return ROOT;
  }
}

/** Of a modal that nothing led to. */
export const ROOT: Metadata = { pages: [], under: [] };

/** The same view with another screen in it. */
export function turned({ send: _sent, pages, ...rest }: Metadata, name: string): Metadata {
  const before = pages.includes(name) ? pages.slice(0, pages.indexOf(name)) : pages;
  return { ...rest, pages: [...before, name].slice(-6) };
}
