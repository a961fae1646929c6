import type { z } from 'zod';
import { PageError, type PageErrorCode } from './refused.ts';

/** What was sent, if it has this shape; throws a PageError that names the first fault in one line, without repeating it. */
export const checked = <Shape extends z.ZodType>(
  shape: Shape,
  sent: unknown,
  code: PageErrorCode = 'bad-event',
): z.infer<Shape> => {
  const read = shape.safeParse(sent);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join('.') || 'body';
  throw new PageError(code, `${path}: ${issue?.message ?? 'not understood'}`, { cause: read.error });
};
