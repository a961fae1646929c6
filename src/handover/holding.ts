import type { Case } from './case.ts';
import type { Command } from './commands.ts';
import { entry } from './moving.ts';
import { changed, type Moment, type Outcome, refused, unchanged } from './outcome.ts';

type Given = Extract<Command, { verb: 'hold' | 'release-hold' }>;

/**
 * The bestuur has a case kept, or no longer: nobody hears of it. Somebody who must not know that the case exists cannot, and
 * hears that there is none.
 */
export function holding(kase: Case, { verb, by }: Given, moment: Moment): Outcome {
  if (kase.excluded.includes(by)) return refused('not-found');
  const { hold, ...rest } = kase;
  const isKept = hold !== undefined;
  if (isKept === (verb === 'hold')) return unchanged;
  const at = moment.now.toISOString();
  const after: Case = isKept ? rest : { ...rest, hold: { by, at } };
  return changed({ case: after, journal: [entry(kase, moment, verb, { by })], rows: [] });
}
