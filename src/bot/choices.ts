import type { Step } from '../cards/screens.ts';

/**
 * To say whether a question is for work or private.
 * @param key the question's
 */
export function situations(key: string): Step[] {
  return [
    choice('Voor mijn werk', { answer: key, situation: 'werk' }),
    choice('Privé', { answer: key, situation: 'prive' }),
  ];
}

/** A button that chooses this for the question it names. */
export function choice(title: string, data: Record<string, string>): Step {
  return { title, verb: 'kies', data };
}
