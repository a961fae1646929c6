import { z } from 'zod';
import { period } from './time.ts';

/** Somebody who works for the organisation, as its file describes them. */

const line = z.string().trim().min(1);

/** Addresses are compared as small letters: people and platforms write them in many ways. */
export const email = z.email('must be an e-mail address').transform((address) => address.toLowerCase());

const NUMBER = 'must be a phone number between quotation marks, such as "020-1234567"';

export const phone = z.string(NUMBER).regex(/^\+?[0-9][0-9 ()-]{2,}$/, NUMBER);

/** Where a role counts: for one team, at one school, or for the whole board. */
export const reaches = ['team', 'location', 'board'] as const;

const held = z
  .strictObject({
    /** A role of a protocol, of the law, or one of `ownRoles`. */
    role: line,
    reach: z.enum(reaches, { error: `must be one of ${reaches.join(', ')}` }),
    /** Which team or location; left out, it is the person's own. */
    of: line.optional(),
  })
  .refine(({ reach, of }) => reach !== 'board' || of === undefined, {
    path: ['of'],
    error: 'does not go with reach board, which counts for everybody; remove it',
  });

export const person = z.strictObject({
  /** Who it is: unique in the organisation, in small letters. */
  email,
  name: line.optional(),
  /** What staff see: "Docent wiskunde". */
  function: z
    .string({
      error: ({ input }) =>
        input === undefined
          ? 'write what this person does, as colleagues say it, such as function: Docent wiskunde'
          : undefined,
    })
    .trim()
    .min(1),
  /** Whose protocol counts for this person. */
  location: line,
  team: line.optional(),
  /** The leidinggevende. Left out, the bestuur is the next level. */
  reportsTo: email.optional(),
  deputy: email.optional(),
  /** Whole days, the first and the last included. */
  absent: z.array(period).default([]),
  phone: phone.optional(),
  /** Where this person wants to be reached, when there is a choice. */
  prefers: z.enum(['teams', 'slack']).optional(),
  roles: z.array(held).default([]),
});

export type Person = Readonly<z.infer<typeof person>>;
export type HeldRole = Person['roles'][number];
export type Reach = (typeof reaches)[number];
