import { z } from 'zod';
import type { What } from '../conversation/event.ts';
import { PageError } from './refused.ts';

const verb = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'a verb is lower case letters, digits and hyphens');
const values = z.record(z.string().max(255), z.string().max(8000));

const what = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(4000) }),
  z.strictObject({ kind: z.literal('command'), name: verb, argument: z.string().max(4000) }),
  z.strictObject({ kind: z.literal('action'), verb, data: values }),
  z.strictObject({ kind: z.literal('submit'), verb, values, nonce: z.string().min(1).max(255) }),
  z.strictObject({ kind: z.literal('home') }),
]);

/** What the page's script posts. */
export type Message = { readonly session: string; readonly protocol: string; readonly what: What };

/** Checks a body against these protocols; throws a PageError that names the first fault in one line. */
export const messageReader = (protocols: readonly string[]): ((body: unknown) => Message) => {
  const message = z.strictObject({
    session: z.uuid(),
    protocol: z.string().refine((id) => protocols.includes(id), { message: `one of ${protocols.join(', ')}` }),
    what,
  });
  return (body) => {
    const read = message.safeParse(body);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const path = issue?.path.map(String).join('.') || 'body';
    throw new PageError('bad-event', `${path}: ${issue?.message ?? 'not understood'}`, { cause: read.error });
  };
};
