import { z } from 'zod';
import type { What } from '../conversation/event.ts';
import { checked } from './checked.ts';

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
export type Message = {
  readonly session: string;
  readonly protocol: string;
  /** E-mail of the person who is sitting here, as chosen; nobody of the organisation without it. */
  readonly as?: string | undefined;
  /** The card in the mailbox that was clicked. */
  readonly mail?: string | undefined;
  readonly what: What;
};

/** Checks a body against these protocols and people; throws a PageError that names the first fault in one line. */
export const messageReader = (
  protocols: readonly string[],
  isPerson: (email: string) => boolean,
): ((body: unknown) => Message) => {
  const message = z.strictObject({
    session: z.uuid(),
    protocol: z.string().refine((id) => protocols.includes(id), { message: `one of ${protocols.join(', ')}` }),
    as: z
      .string()
      .max(320)
      .toLowerCase()
      .refine(isPerson, { message: 'nobody in the organisation file has this address' })
      .optional(),
    mail: z.uuid().optional(),
    what,
  });
  return (body) => checked(message, body);
};
