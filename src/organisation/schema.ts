import { z } from 'zod';
import { person, phone } from './person.ts';
import { deadline, holiday, hours, term, timeZone } from './time.ts';

/** The shape of a file in `organisations/` (see organisations/README.md): a board with its schools and its people. */

const line = z.string().trim().min(1);

/** As Microsoft gives them; compared as small letters. */
const tenant = z
  .guid('must be the id of a Microsoft 365 tenant, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301, not its name')
  .transform((id) => id.toLowerCase());

const platforms = z.strictObject({
  teams: z.strictObject({ tenants: z.array(tenant) }).default({ tenants: [] }),
  slack: z.strictObject({ workspaces: z.array(line) }).default({ workspaces: [] }),
});

const location = z.strictObject({
  id: line,
  name: line,
  /** The id of the protocol that counts here. */
  protocol: line,
  /** What a model protocol leaves open, such as the school's name. */
  blanks: z.record(z.string(), line).default({}),
  /** Instead of the organisation's. */
  hours: hours.optional(),
});

const deadlines = z.strictObject({
  /** To decide a doubt. */
  twijfel: deadline.default({ amount: 1, unit: 'werkdag' }),
  /** To act on a discussion that derails. */
  ontsporing: deadline.default({ amount: 1, unit: 'uur' }),
  /** To confirm that a report was received. */
  melding: deadline.default({ amount: 1, unit: 'werkdag' }),
  /** The same for an urgent one. */
  spoed: deadline.default({ amount: 1, unit: 'uur' }),
});

/** How long a case is kept after it has ended; left out, it is kept until somebody decides otherwise. A question is then not kept at all. */
const retention = z.strictObject({
  twijfel: term.optional(),
  melding: term.optional(),
  /** Questions that had no answer, and what people made of answers, without who they are; see owners.ts. */
  vragen: term.optional(),
});

export const organisationFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens'),
  name: line,
  timeZone: timeZone.default('Europe/Amsterdam'),
  /** Where the platforms know this organisation: ids of Teams tenants and Slack workspaces. */
  platforms: platforms.default({ teams: { tenants: [] }, slack: { workspaces: [] } }),
  locations: z.array(location).min(1),
  teams: z.array(z.strictObject({ id: line, name: line, location: line })).default([]),
  people: z.array(person).min(1, 'name at least one person: a doubt or a report must be able to go to somebody'),
  hours: hours.default({ days: ['ma', 'di', 'wo', 'do', 'vr'], from: '08:00', to: '17:00' }),
  holidays: z.array(holiday).default([]),
  deadlines: deadlines.prefault({}),
  retention: retention.default({}),
  /** Who gets what is urgent outside working hours. */
  crisis: z
    .email({
      error: ({ input }) =>
        input === undefined
          ? 'write the e-mail address of who gets what is urgent outside working hours, such as crisis: directeur@school.nl'
          : 'must be an e-mail address',
    })
    .transform((address) => address.toLowerCase()),
  /** The role that owns the protocol: who has it sees which questions had no answer. Left out, none is kept; see owners.ts. */
  owner: line.optional(),
  /** For a case for which a protocol names nobody, or only roles that nobody has: the case → a role. */
  defaults: z.record(line, line).default({}),
  /** Numbers of roles: a role → a number. */
  phones: z.record(line, phone).default({}),
});

export type Organisation = Readonly<z.infer<typeof organisationFile>>;
export type Location = Organisation['locations'][number];
export type Team = Organisation['teams'][number];
