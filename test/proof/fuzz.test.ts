import { describe, expect, test } from 'vitest';
import { servers } from './fuzz/both.ts';

/** A short round at each server; `npm run fuzz` is the long one. */
const UNPACED = './test/fakes/unpaced.ts';
const ROUND = { seed: 7, count: 120, preload: [UNPACED] };

describe.each(Object.entries(servers))('%s', (_name, at) => {
  test('nothing that is sent stops the server or makes it fail', async () => {
    const { faults, wrong, statuses } = await at(ROUND);
    expect([...faults, ...wrong]).toEqual([]);
    // The requests reach the bot, too: many are answered.
    expect(statuses[200] ?? 0).toBeGreaterThan(36);
  });

  test('control: a door that takes any body for what it seems is found', async () => {
    const { faults } = await at({ ...ROUND, count: 60, preload: [UNPACED, './test/proof/fuzz/unsafe.ts'] });
    expect(faults).not.toEqual([]);
  });
});
