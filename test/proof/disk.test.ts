import { describe, expect, test } from 'vitest';
import { onSqlite } from './disk/faults.ts';
import { type Round, through } from './disk/rounds.ts';
import { unguarded } from './disk/unguarded.ts';
import { pageDoor } from './forms/page.ts';
import { slackDoor } from './forms/slack.ts';
import { teamsDoor } from './forms/teams.ts';

/** Short: each fault once; `npm run proof:disk` has more, and PostgreSQL. */

async function onDisk(round: Pick<Round, 'open' | 'without'>) {
  const ground = onSqlite();
  if (ground.faults.every(({ name }) => name !== 'disk full'))
    console.warn('!!! NOT TESTED: a full disk; that takes root');
  return through({ ground, rounds: 1, ...round }).finally(ground.close);
}

const LIMIT_MS = 120_000;

describe('forms over a disk that is full, fails or is gone', () => {
  test.each([
    ['page', pageDoor],
    ['Teams', teamsDoor],
    ['Slack', slackDoor],
  ])(
    '%s: nobody is told that it is saved, everything typed stays, and sent again it is one case',
    async (_, open) => {
      const { each, kept } = await onDisk({ open });
      for (const figures of each) {
        expect(figures).toMatchObject({ sent: 3, confirmed: 0, untrue: 0, silent: 0, dropped: 0, slow: 0, never: 0 });
        expect(figures).toMatchObject({ actsConfirmed: 0, actsNever: 0, unanswered: 0 });
      }
      expect(kept).toMatchObject({ missing: 0, twice: 0, faults: 0, undone: 0 });
      expect(kept.forms).toBeGreaterThanOrEqual(each.length * 2);
    },
    LIMIT_MS,
  );

  test(
    'control: a desk that takes no notice of what the store says tells that it is saved, and it is not',
    async () => {
      expect((await onDisk({ open: pageDoor, without: unguarded })).kept.missing).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});
