import { z } from 'zod';
import { sectors } from './schema.ts';

/** The shapes of the files beside the protocols: the law, the topics and the lexicon (see protocols/README.md). */

const line = z.string().trim().min(1);

/** When an article of the law applies; `src/answer/law.ts` decides which of these a question touches. */
export const lawCases = [
  'seksueel-door-personeel',
  'seksueel-beeld',
  'groomen',
  'datalek',
  'gevaar',
  'ongeluk',
  'suicide',
  'thuis',
  'bestuur-betrokken',
  'strafbaar',
  'klokkenluiden',
  'bewaren',
] as const;

const lawArticle = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: line.max(70),
  short: line.max(160),
  text: line,
  source: line,
  checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'the day the source was checked, such as 2026-11-21'),
  phone: line.optional(),
  role: line.optional(),
  cases: z.array(z.enum(lawCases)).min(1),
  sectors: z.array(z.enum(sectors)).min(1),
});

export const lawFile = z.strictObject({ articles: z.array(lawArticle) });

const topic = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a topic id is small letters, digits and hyphens'),
  name: line,
  kind: z.enum(['rule', 'doubt', 'derail', 'incident', 'meta', 'outside', 'smalltalk']),
  /** What to say when this is asked and no article answers it. */
  short: line.max(160).optional(),
  /** Who tells about this instead of asking has something to report. */
  told: z.literal('incident').optional(),
  /** For an incident: the topics whose articles stand beside whom to tell, the most fitting first. For a doubt: before that. */
  beside: z.array(line).default([]),
  /** When the law has something to say of it, the cases of `wet.yaml`. */
  law: z.array(z.enum(lawCases)).default([]),
  /** For a rule: the topics of the same subject for other people (of staff and of pupils). Named once, it holds both ways. */
  forOthers: z.array(line).default([]),
  words: z.array(line).default([]),
  asks: z.array(line).min(1),
  not: z.array(line).default([]),
});

export const topicsFile = z.array(topic);

export const lexiconFile = z.strictObject({
  /** Words that mean the same in a staff room; the first is the name of the group. */
  synonyms: z.array(z.array(line).min(2)),
  /** What is typed → what is meant, word for word. */
  abbreviations: z.record(z.string(), line),
  /** An English word or phrase, not inflected → its Dutch in a staff room. */
  english: z.record(z.string(), line).default({}),
});

export type LawArticle = Readonly<z.infer<typeof lawArticle>>;
export type LawCase = (typeof lawCases)[number];
export type Topic = Readonly<z.infer<typeof topic>>;
export type TopicKind = Topic['kind'];
export type Lexicon = Readonly<z.infer<typeof lexiconFile>>;
