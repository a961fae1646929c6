import { expect, test } from 'vitest';
import { fine, wrong } from '../../../src/cli/check/checked.ts';
import { spoken } from '../../../src/cli/check/spoken.ts';

test('what to do about several in a row is said once', () => {
  const checks = [
    fine('keys', 'DATA_KEY is set.'),
    wrong('journals', 'two not in order:\nV-1\nV-2', 'Put it back.'),
    wrong('reach', 'A cannot be reached.', 'Give the app.'),
    wrong('reach', 'B cannot be reached.', 'Give the app.'),
    wrong('reach', 'C is not known.', 'Check again.'),
  ];
  expect(spoken(checks)).toBe(`ok      keys: DATA_KEY is set.
WRONG   journals: two not in order:
        V-1
        V-2
        → Put it back.
WRONG   reach: A cannot be reached.
WRONG   reach: B cannot be reached.
        → Give the app.
WRONG   reach: C is not known.
        → Check again.
`);
});
