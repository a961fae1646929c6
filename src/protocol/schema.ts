import { z } from 'zod';

/**
 * The shape of a protocol file (see protocols/README.md). Everything the parts know of a school's agreements passes through
 * here once; past this file nothing is unknown.
 */

export const audiences = ['medewerker', 'leerling', 'ouder'] as const;
export const situations = ['werk', 'prive'] as const;
export const forces = ['mag', 'mag-mits', 'mag-niet', 'moet', 'advies', 'gevolg', 'contact', 'uitleg'] as const;
export const contactCases = [
  'twijfel',
  'ontsporing',
  'misstand',
  'strafbaar',
  'grensoverschrijdend',
  'verwijderen',
  'hulp',
  'onvoorzien',
  'maatregel',
  'aanbod',
  'toestemming',
] as const;
export const sectors = ['po', 'vo', 'mbo'] as const;

const line = z.string().trim().min(1);
const audience = z.enum(audiences);

const contact = z.strictObject({
  case: z.enum(contactCases),
  roles: z.array(line).min(1),
  /** `keuze`: any of the roles; `volgorde`: the next when the first is not enough. */
  order: z.enum(['keuze', 'volgorde']).default('keuze'),
  soon: z.enum(['meteen', 'zsm']).optional(),
  audience: z.array(audience).min(1).optional(),
  situation: z.enum(situations).optional(),
  /** Set when the role itself acts (goes to the police, removes, decides) instead of being asked. */
  act: line.optional(),
});

/** What must or may be done, by a protocol or by law. */
export const dutyWhats = [
  'aangifte',
  'melden-inspecteur',
  'ouders-informeren',
  'eerst-gesprek',
  'verwijderen',
  'personeelsdossier',
  'leerlingdossier',
  'maatregel',
] as const;

const duty = z.strictObject({
  what: z.enum(dutyWhats),
  force: z.enum(['moet', 'mag']),
  by: z.array(line).min(1).optional(),
});

const article = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}]+(\.[\p{L}\p{N}-]+)*$/u, 'an id is letters and digits with dots, such as C.3'),
  place: line,
  title: line.max(70),
  short: line.max(160),
  text: line,
  audience: z.array(audience).min(1),
  situation: z.enum([...situations, 'beide']),
  force: z.enum(forces),
  contacts: z.array(contact).default([]),
  measures: z.array(line).default([]),
  duties: z.array(duty).default([]),
  topics: z.array(line).default([]),
  asks: z.array(line).default([]),
  not: z.array(line).default([]),
});

const chapter = z.strictObject({ id: line, title: line, articles: z.array(article).min(1) });

const role = z.strictObject({
  name: line,
  reach: z.enum(['team', 'location', 'board']).default('location'),
  members: z.array(line).default([]),
  article: line.optional(),
});

const partialDate = z
  .union([z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is 2022, 2022-03 or 2022-03-21'), z.number().int()])
  .transform(String);

const meta = z.strictObject({
  name: line,
  school: line,
  sector: z.enum(sectors),
  /** What the school calls a pupil; see pupil.ts. */
  pupil: z.strictObject({ one: line, many: line }).optional(),
  preamble: line,
  scope: line,
  adoptedBy: line.nullable(),
  medezeggenschap: line.nullable(),
  date: partialDate.nullable(),
  dateNote: line.nullish(),
  version: line.nullable(),
  cite: line.nullable(),
  link: z.url().nullable(),
  definitions: z.array(z.strictObject({ term: line, meaning: line, article: line.optional() })).default([]),
  blanks: z.record(z.string(), line).default({}),
  silent: z.partialRecord(z.enum(contactCases), line).default({}),
});

export const protocolFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens'),
  meta,
  roles: z.record(line, role),
  chapters: z.array(chapter).min(1),
});

export type ProtocolFile = z.infer<typeof protocolFile>;
export type Article = Readonly<z.infer<typeof article>>;
export type Contact = Readonly<z.infer<typeof contact>>;
export type Duty = Readonly<z.infer<typeof duty>>;
export type Role = Readonly<z.infer<typeof role>>;
export type Chapter = Readonly<{ id: string; title: string; articles: readonly Article[] }>;
export type Meta = Readonly<z.infer<typeof meta>>;
export type Audience = (typeof audiences)[number];
export type Situation = (typeof situations)[number];
export type Force = (typeof forces)[number];
export type ContactCase = (typeof contactCases)[number];
export type Sector = (typeof sectors)[number];
