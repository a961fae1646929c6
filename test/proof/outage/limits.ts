import type { Came } from './platform.ts';

/** What a platform takes: so many in so many ms, of one conversation or of all, of one method or of all. */
export type Limit = {
  readonly of: 'one' | 'all';
  readonly method?: string;
  readonly count: number;
  readonly ms: number;
};

/** As Microsoft says for a bot; the last one is for an app in a tenant. */
export const teamsLimits: readonly Limit[] = [
  { of: 'one', count: 7, ms: 1000 },
  { of: 'one', count: 8, ms: 2000 },
  { of: 'one', count: 60, ms: 30_000 },
  { of: 'one', count: 1800, ms: 3_600_000 },
  { of: 'all', count: 50, ms: 1000 },
];

/** As Slack says: a message a second in a channel and some hundreds a minute in a workspace; tier 3 is 50 a minute and more. */
export const slackLimits: readonly Limit[] = [
  { of: 'one', method: 'chat.postMessage', count: 1, ms: 1000 },
  { of: 'all', method: 'chat.postMessage', count: 300, ms: 60_000 },
  { of: 'all', method: 'chat.update', count: 50, ms: 60_000 },
  { of: 'all', method: 'users.lookupByEmail', count: 50, ms: 60_000 },
];

/** How many requests came when the platform need not take more. */
export function tooMany(came: readonly Came[], limits: readonly Limit[]): number {
  return limits.reduce((sum, limit) => {
    const counted = came.filter(({ method }) => limit.method === undefined || method === limit.method);
    const rows =
      limit.of === 'all' ? [counted] : [...Map.groupBy(counted, ({ conversation }) => conversation).values()];
    return sum + rows.reduce((before, row) => before + over(row, limit), 0);
  }, 0);
}

const over = (row: readonly Came[], { count, ms }: Limit): number =>
  row.filter(({ at }, i) => at - (row[i - count]?.at ?? Number.NEGATIVE_INFINITY) < ms).length;
