import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { lawCases } from '../../src/protocol/knowledge.ts';

/**
 * A hundred grave things in words that avoid the obvious ones, and thirty harmless ones that sound like them, by somebody who had
 * seen none of our examples. Everything in it is made up.
 */

const told = z.object({ protocol: z.string(), question: z.string(), law: z.array(z.enum(lawCases)) });
export type Told = z.infer<typeof told>;

const all = readFileSync('test/answer/grave.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => told.parse(JSON.parse(line)));

export const grave: readonly Told[] = all.filter(({ law }) => law.length > 0);
export const harmless: readonly Told[] = all.filter(({ law }) => law.length === 0);

const ELSE =
  'Gisteren had ik pleinwacht en daarna nog een vergadering over het rooster. Het was een drukke dag met veel invallers. De klas was verder gezellig, en we hebben hoofdstuk vier afgemaakt.';

/** The same in a long story of which the rest is about nothing. */
export const inMuchElse = (told: Told): Told => ({ ...told, question: `${ELSE} ${told.question}. ${ELSE}` });
