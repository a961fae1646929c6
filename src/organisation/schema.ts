import { z } from 'zod';

/** The shape of a file in `organisations/`: a board with its schools. */

const line = z.string().trim().min(1);

export const organisationFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens'),
  name: line,
  /** Where the platforms know this organisation: ids of Teams tenants and Slack workspaces. */
  teams: z.strictObject({ tenants: z.array(line) }).default({ tenants: [] }),
  slack: z.strictObject({ workspaces: z.array(line) }).default({ workspaces: [] }),
  locations: z
    .array(
      z.strictObject({
        id: line,
        name: line,
        protocol: line,
        /** What a model protocol leaves open, such as the school's name. */
        blanks: z.record(z.string(), line).default({}),
      }),
    )
    .min(1),
});

export type Organisation = Readonly<z.infer<typeof organisationFile>>;
export type Location = Organisation['locations'][number];
