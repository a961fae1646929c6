import type { Checked } from './checked.ts';

/** The findings as a terminal shows them. What to do about several that follow each other is said once, after the last. */
export function spoken(checks: readonly Checked[]): string {
  return checks.map((each, i) => line(each) + (isSame(each, checks[i + 1]) ? '' : remedyOf(each))).join('');
}

const isSame = (one: Checked, next: Checked | undefined): boolean =>
  one.check === next?.check && one.remedy === next.remedy;

const line = ({ check, ok, message }: Checked): string =>
  `${ok ? 'ok    ' : 'WRONG '}  ${check}: ${message.replaceAll('\n', '\n        ')}\n`;

const remedyOf = ({ ok, remedy }: Checked): string => (ok ? '' : `        → ${remedy}\n`);
