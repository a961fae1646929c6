import { expect, test } from 'vitest';
import { sendEach } from './forms/sending.ts';

/** A short round; `npm run proof:forms` sends 10,000. */
const UNPACED = './test/fakes/unpaced.ts';
const ROUND = { forms: 12, batch: 4, preload: [UNPACED] };

test('a form that is sent four times is one case', async () => {
  for (const figures of await sendEach(ROUND)) {
    expect(figures).toMatchObject({ forms: 4, sent: 16, restarts: 1, cases: 4, unconfirmed: 0, other: 0 });
    expect(figures).toMatchObject({ missing: 0, twice: 0, surplus: 0, faults: 0 });
  }
});

test('control: a store that does not look at the nonce has some of them twice', async () => {
  // One store is behind all doors; the long round has the control of each.
  const control = { ...ROUND, doors: ['page'], restarted: false } as const;
  const [figures] = await sendEach({ ...control, preload: [UNPACED, './test/proof/forms/unsafe.ts'] });
  expect(figures?.twice).toBeGreaterThan(0);
});
