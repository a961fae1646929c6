/** What the loop tells the operator: kinds, stages and references of cases. Never text of a case, never a name. */
export type Log = {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};

/** What kind of error it is: its code, or else its name. Its message stays out: it may quote what somebody wrote. */
export function kindOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
