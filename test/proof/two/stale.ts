import type { JournalEntry } from '../../../src/handover/journal.ts';
import type { Row } from '../../../src/handover/stages.ts';

export type Settled = { readonly journal: readonly JournalEntry[]; readonly rows: readonly Row[] };

/** No reminder comes sooner after the notice: the shortest deadline is an hour. */
const REMIND_MS = 10 * 60_000;

/** What only somebody who had lost their claim can have done to a case. */
export function staleIn({ journal, rows }: Settled): number {
  const told = journal.findLast(isDelivered('notify'))?.at ?? '';
  const soonest = told === '' ? '' : new Date(Date.parse(told) + REMIND_MS).toISOString();
  // Put back to be tried again, as if it were still the notice.
  const putBack = rows.filter(({ stage, dueAt }) => stage === 'remind' && dueAt < soonest).length;
  const tooEarly = journal.filter((entry) => isDelivered('remind')(entry) && entry.at < soonest).length;
  const decided = journal.findIndex(({ verb }) => verb === 'decide');
  const tooLate = decided < 0 ? 0 : journal.slice(decided).filter(isDelivered('notify')).length;
  return surplus(journal.flatMap(onlyOnce)) + putBack + tooEarly + tooLate;
}

/** What happens to a case once at most: somebody is told that it is theirs, it is decided, it is received. */
function onlyOnce(entry: JournalEntry): string[] {
  if (isDelivered('notify')(entry)) return [`notify ${entry.data.person}`];
  return entry.verb === 'decide' || entry.verb === 'receive' ? [entry.verb] : [];
}

const isDelivered =
  (stage: string) =>
  ({ verb, data }: JournalEntry): boolean =>
    verb === 'delivered' && data.stage === stage;

/** How many there are beyond the first of each. */
export const surplus = (all: readonly string[]): number => all.length - new Set(all).size;
