import type { Remark } from '../../src/conversation/remarks.ts';

/** A question that had no answer, as it is kept. */
export const remarkOf = (organisation: string, changes: Partial<Remark> = {}): Remark => ({
  organisation,
  about: 'unanswered',
  protocol: 'calvijn',
  kind: 'unknown',
  topic: 'verlof',
  article: '',
  good: false,
  question: 'hoeveel vrije dagen zijn er',
  line: '',
  ...changes,
});
