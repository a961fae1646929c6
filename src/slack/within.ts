import { ANSWER_MS } from './submission.ts';
import type { Within } from './submitting.ts';

/** Waits as long as Slack can wait. */
export const within: Within = async (work) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ANSWER_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
