import { z } from 'zod';
import { lawCases } from '../protocol/knowledge.ts';
import { audiences, dutyWhats } from '../protocol/schema.ts';
import { answers, parties, reportKinds } from './report.ts';

/**
 * The shapes of the files in `protocols/reports/` (see protocols/README.md, "Reports"). What they refer to is checked in
 * `checks.ts`.
 */

const line = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens');
/** One value or several, of which any fits. */
const oneOf = <T extends z.ZodType>(each: T) => z.union([each.transform((value) => [value]), z.array(each).min(1)]);

const kinds = oneOf(z.enum(reportKinds));

/** What a report must be like; all that is named must fit. */
const clause = z.strictObject({
  kind: kinds.optional(),
  by: oneOf(z.enum(parties)).optional(),
  affected: oneOf(z.enum(parties)).optional(),
  /** Whether who is affected is a minor. */
  minor: oneOf(z.enum(answers)).optional(),
  urgent: z.boolean().optional(),
  /** What the law makes of it; see `law.ts`. */
  law: oneOf(z.enum(lawCases)).optional(),
});

/** One clause, or a list of which any may fit. */
const when = z.union([clause.transform((each) => [each]), z.array(clause).min(1)]);

/** Whom a report goes to; the first that fits and has somebody. */
const contact = z.strictObject({
  kind: kinds.optional(),
  law: oneOf(z.enum(lawCases)).optional(),
  roles: z.array(line).min(1),
  article: line,
  /** Added to the reason, where the article says what the role does rather than that one reports to it. */
  why: line.max(100).optional(),
});

const duty = z.strictObject({
  id,
  text: line.max(220),
  must: z.boolean(),
  when: when.optional(),
  /** What takes it away again: mostly where the law wants something else. */
  unless: when.optional(),
});

const what = z.enum(dutyWhats);

const ladder = z.strictObject({
  for: z.array(z.enum(audiences)).min(1),
  /** Who decides, and the article that says so. */
  by: z.strictObject({ roles: z.array(line).min(1), article: line }).optional(),
  steps: z.array(z.strictObject({ text: line.max(80), article: line, what: what.optional() })).min(1),
});

export const protocolReports = z.strictObject({
  id,
  /** The kinds that the protocol itself speaks of, and where. */
  kinds: z.partialRecord(z.enum(reportKinds), z.array(line).min(1)).default({}),
  contacts: z.array(contact).default([]),
  ladders: z.array(ladder).default([]),
  duties: z.array(duty.extend({ what, article: line, by: z.array(line).min(1).optional() })).default([]),
  /** What else the handler must know: mostly what the protocol leaves open. */
  notes: z.array(z.strictObject({ text: line.max(220), article: line.optional() })).default([]),
});

export const lawReports = z.strictObject({
  duties: z.array(duty.extend({ law: line })),
});

/** Words by which a text tells its kind; a word ends in `*` where anything may follow, and begins with it likewise. */
export const kindWords = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: z.enum(reportKinds),
      /** Then this kind goes before every other, however clear. */
      grave: z.boolean().default(false),
      /** One of these is enough. */
      sure: z.array(line).default([]),
      /** Two of these are needed. */
      maybe: z.array(line).default([]),
      /** These take it away again. */
      not: z.array(line).default([]),
    }),
  ),
});

/** Words by which a text may tell of somebody of the school who comes too close to a pupil: one of each list. */
export const conductWords = z.strictObject({
  staff: z.array(line).default([]),
  pupils: z.array(line).default([]),
  signs: z.array(line).default([]),
});

export type ProtocolReports = Readonly<z.infer<typeof protocolReports>>;
export type LawReports = Readonly<z.infer<typeof lawReports>>;
export type KindWords = Readonly<z.infer<typeof kindWords>>;
export type ConductWords = Readonly<z.infer<typeof conductWords>>;
export type Clause = Readonly<z.infer<typeof clause>>;
export type When = readonly Clause[];
export type ContactLine = ProtocolReports['contacts'][number];
