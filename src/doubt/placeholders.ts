import type { Report } from './faults.ts';
import type { WalkFile } from './schema.ts';

/** What a text of a walk may leave open: the school's name, and the function of whoever asks. */
export type Values = { readonly school: string; readonly functie: string };

/** The same text with its open places filled. */
export function filled(text: string, values: Values): string {
  return text.replace(/\{(school|functie)\}/g, (_, name: keyof Values) => values[name]);
}

/** Only the places we can fill may stand in a text. */
export function checkSays(walk: WalkFile, report: Report): void {
  const check = (path: readonly PropertyKey[], text: string) => {
    for (const [whole, name] of text.matchAll(/\{([^}]*)\}/g)) {
      if (name !== 'school' && name !== 'functie') report(path, `${whole} is not filled; use {school} or {functie}`);
    }
  };
  walk.questions.forEach((question, q) => {
    check(['questions', q, 'ask'], question.ask);
    question.options.forEach((option, o) => {
      check(['questions', q, 'options', o, 'say'], option.say);
    });
  });
  walk.endings.forEach((ending, e) => {
    for (const key of ['say', 'text'] as const) check(['endings', e, key], ending[key]);
  });
  walk.conditions.forEach((condition, c) => {
    for (const key of ['text', 'note'] as const) check(['conditions', c, key], condition[key]);
    condition.disclaimer.forEach((part, p) => {
      check(['conditions', c, 'disclaimer', p], part);
    });
  });
}
