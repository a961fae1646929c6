import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { audiences, situations } from '../../protocol/schema.ts';

/** A question with what a careful reader of that protocol would answer. */
const question = z.object({
  id: z.string(),
  protocol: z.string(),
  question: z.string(),
  audience: z.enum(audiences).optional(),
  situation: z.enum(situations).optional(),
  kind: z.enum(['answer', 'ask-back', 'escalate', 'report', 'lookup', 'unknown', 'offtopic']),
  /** Every article that is a right first answer. */
  articles: z.array(z.string()),
  contacts: z.array(z.string()).optional(),
  style: z.string(),
});

export type Question = z.infer<typeof question>;

/** Reads a JSON-lines file; a fault names its line. */
export function readQuestions(file: string): Question[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      if (text.trim() === '') return [];
      const parsed = question.safeParse(JSON.parse(text));
      if (parsed.success) return [parsed.data];
      throw new Error(`${file}:${i + 1}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
    });
}

/** Where the sets are, one file each. */
const FOLDER = 'test/questions';

const setNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => basename(name, '.jsonl'));

/** A set by its name. @throws Error naming the sets there are, when there is none of that name */
export function questionsOf(set: string): Question[] {
  const file = join(FOLDER, `${set}.jsonl`);
  if (existsSync(file)) return readQuestions(file);
  throw new Error(`There is no set "${set}"; there is: ${setNames().join(', ')}`);
}

/** A question of any set by its id. @throws Error when there is none */
export function questionBy(id: string): Question {
  const found = setNames()
    .flatMap(questionsOf)
    .find((question) => question.id === id);
  if (found === undefined) throw new Error(`There is no question ${id}`);
  return found;
}
