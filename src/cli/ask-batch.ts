import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { audiences, situations } from '../protocol/schema.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const named = z.object({ id });

/** A line of the batch: a question to one protocol. */
const line = z.object({
  id,
  protocol: z.string(),
  question: z.string(),
  audience: z
    .enum(audiences)
    .nullish()
    .transform((value) => value ?? undefined),
  situation: z
    .enum(situations)
    .nullish()
    .transform((value) => value ?? undefined),
});

export type Line = z.infer<typeof line>;

/** @throws Error naming what is wrong with the line */
export function readLine(value: unknown): Line {
  const parsed = line.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
  throw new Error(`Cannot read this question: ${faults.join('; ')}`);
}

/** What a batch answers: ids of articles best first, contacts as roles, ids of the law. */
export type BatchLine = {
  readonly id: string;
  readonly kind: Answer['kind'];
  readonly articles: readonly string[];
  readonly contacts: readonly string[];
  readonly law: readonly string[];
};

export function batchLine(id: string, answer: Answer): BatchLine {
  return {
    id,
    kind: answer.kind,
    articles: answer.articles.map((article) => article.id),
    contacts: [...new Set(answer.contacts.flatMap((contact) => contact.roles))],
    law: answer.law.map((law) => law.id),
  };
}

/** The id of a line that cannot be answered, when at least that can be read: whoever asked knows which one it was. */
export function idOf(text: string): { readonly id?: string } {
  try {
    const { id } = named.parse(JSON.parse(text));
    return { id };
  } catch {
    return {};
  }
}
