import { afterEach, describe, expect, test } from 'vitest';
import { onSqlite } from './disk/faults.ts';
import { through } from './disk/rounds.ts';
import { unguarded } from './disk/unguarded.ts';
import { pageDoor } from './forms/page.ts';
import { slackDoor } from './forms/slack.ts';
import { teamsDoor } from './forms/teams.ts';

/** Short: each fault once; `npm run proof:disk` has more, and PostgreSQL. */

const grounds: { close(): Promise<void> }[] = [];
const ground = () => {
  const made = onSqlite();
  grounds.push(made);
  if (made.faults.every(({ name }) => name !== 'disk full'))
    console.warn('!!! NOT TESTED: a full disk; that takes root');
  return made;
};
afterEach(async () => {
  for (const made of grounds.splice(0)) await made.close();
});

describe.each([
  ['page', pageDoor],
  ['Teams', teamsDoor],
  ['Slack', slackDoor],
])('forms on %s, over a disk that is full, fails or is gone', (_, open) => {
  test('nobody is told that it is saved, everything typed stays, and sent again it is one case', async () => {
    const { each, kept } = await through({ ground: ground(), open, rounds: 1 });
    for (const figures of each) {
      expect(figures).toMatchObject({ sent: 3, confirmed: 0, untrue: 0, silent: 0, dropped: 0, slow: 0, never: 0 });
      expect(figures).toMatchObject({ actsConfirmed: 0, actsNever: 0, unanswered: 0 });
    }
    expect(kept).toMatchObject({ missing: 0, twice: 0, faults: 0, undone: 0 });
    expect(kept.forms).toBeGreaterThanOrEqual(each.length * 2);
  }, 120_000);
});

test('control: a desk that takes no notice of what the store says tells that it is saved, and it is not', async () => {
  const { kept } = await through({ ground: ground(), open: pageDoor, rounds: 1, without: unguarded });
  expect(kept.missing).toBeGreaterThan(0);
}, 120_000);
