/** One thing that was looked at. `remedy` says what to do when it is not in order, and is empty when it is. */
export type Checked = {
  readonly check: string;
  readonly ok: boolean;
  readonly message: string;
  readonly remedy: string;
};

export function fine(check: string, message: string): Checked {
  return { check, ok: true, message, remedy: '' };
}

export function wrong(check: string, message: string, remedy: string): Checked {
  return { check, ok: false, message, remedy };
}
