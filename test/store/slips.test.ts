import { expect, test } from 'vitest';
import { randomKey } from '../../src/store/seal.ts';
import { createSlips } from '../../src/store/slips.ts';

const VALUES = { email: 'rector@voorbeeld.example', ref: 'M-7K3F9Q' };

function slips() {
  const time = { now: new Date('2026-11-23T09:00:00.000Z') };
  return { time, slips: createSlips(randomKey(), () => time.now) };
}

test('a slip says what was written on it until its time is over, and tells nothing to who looks at it', () => {
  const { slips: made, time } = slips();
  const slip = made.issue(VALUES, 60_000);
  expect(slip).toMatch(/^[\w.-]+$/);
  expect(Buffer.from(slip.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('rector');
  expect(made.read(slip)).toEqual(VALUES);
  time.now = new Date('2026-11-23T09:00:59.999Z');
  expect(made.read(slip)).toEqual(VALUES);
  time.now = new Date('2026-11-23T09:01:00.000Z');
  expect(made.read(slip)).toBeUndefined();
});

test('what was changed, cut, made elsewhere or is no slip at all reads as nothing', () => {
  const { slips: made } = slips();
  const slip = made.issue(VALUES, 60_000);
  // Not the last letter: it may hold bits that no byte uses.
  const at = slip.length - 10;
  const changed = `${slip.slice(0, at)}${slip[at] === 'A' ? 'B' : 'A'}${slip.slice(at + 1)}`;
  const others = [changed, slip.slice(0, -8), `${slip}A`, '', '....', '1.0.0.0', slips().slips.issue(VALUES, 60_000)];
  for (const other of others) expect(made.read(other)).toBeUndefined();
});
