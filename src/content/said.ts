import type { z } from 'zod';

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path' | 'message'> & {
  readonly expected?: unknown;
  readonly values?: unknown;
};

/** What is wrong with a value, in words; of one that is missing or of another kind, what to write. @param whole what the file holds */
export function said(issue: Issue, whole: unknown): string {
  const value = valueAt(whole, issue.path);
  if (value === undefined) return `is missing; ${wanted(issue)}`;
  const { code, message, expected } = issue;
  if (code !== 'invalid_type' || !message.startsWith('Invalid')) return message;
  if (value === null) return `is empty; ${wanted(issue)}`;
  return otherKind[String(expected)] ?? message;
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  let value = whole;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** What a schema says itself goes before what zod makes of it. */
function wanted({ message, expected, values }: Issue): string {
  if (!message.startsWith('Invalid')) return message;
  if (Array.isArray(values)) return `write one of ${values.join(', ')}`;
  return kinds[String(expected)] ?? 'write it here';
}

const kinds: Readonly<Record<string, string>> = {
  string: 'write it here, as text',
  array: 'write it here, as a list',
  object: 'write it here, with what belongs to it',
  record: 'write it here, with what belongs to it',
  number: 'write it here, as a number',
  boolean: 'write true or false',
};

const otherKind: Readonly<Record<string, string>> = {
  string: 'is read as something else than text; put it between quotation marks',
  array: 'is no list; put it between [ and ], with commas',
};
