import { z } from 'zod';

/** The shape of a file in `protocols/walks/` (see protocols/README.md, "A walk"). What it refers to is checked in `checks.ts`. */

const line = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens');
const articles = z.array(line).min(1);

/** Question → the options of it that fit; all questions named must have been answered so. */
const clause = z.record(id, z.union([id.transform((each) => [each]), z.array(id).min(1)]));

/** One clause, or a list of which any may fit. */
const when = z.union([clause.transform((each) => [each]), z.array(clause).min(1)]);

/** 75 characters is what a button holds; with six of them a card still shows all. */
const option = z.strictObject({ id, say: line.max(75) });

const question = z.strictObject({
  id,
  when: when.optional(),
  ask: line.max(120),
  /** The articles behind the question: what "waarom vraag je dit?" shows. */
  why: articles.max(3),
  options: z.array(option).min(2).max(6),
});

const contact = z.strictObject({ roles: z.array(line).min(1), article: line });

const ending = z.strictObject({
  id,
  kind: z.enum(['plaatsen', 'niet-plaatsen', 'overleggen', 'ontsporing']),
  when: when.optional(),
  /** What stands above it, where the usual words do not fit ("Niet doen"). */
  badge: line.max(30).optional(),
  say: line.max(120),
  text: line.max(400).default(''),
  articles: articles.max(4),
  contact: contact.optional(),
  /** The case for which the protocol names nobody: its own sentence about that is shown. */
  silent: line.optional(),
});

const condition = z.strictObject({
  id,
  when,
  /** Wise, but no condition. */
  tip: z.boolean().default(false),
  text: line.max(160),
  article: line,
  /** Sentences ready to copy, one for each thing the article asks. */
  disclaimer: z.array(line).default([]),
  note: line.default(''),
});

export const walkFile = z.strictObject({
  id,
  /** Where a walk may begin when more is known: the choices that were made already. */
  shortcuts: z.partialRecord(z.enum(['ontsporing']), z.array(id).min(1)).default({}),
  questions: z.array(question).min(1).max(20),
  endings: z.array(ending).min(1),
  conditions: z.array(condition).default([]),
});

export type WalkFile = z.infer<typeof walkFile>;
export type Clause = Readonly<Record<string, readonly string[]>>;
export type When = readonly Clause[];
export type Option = Readonly<z.infer<typeof option>>;
export type Question = Readonly<z.infer<typeof question>>;
export type Ending = Readonly<z.infer<typeof ending>>;
export type Condition = Readonly<z.infer<typeof condition>>;
export type Shortcut = 'ontsporing';
