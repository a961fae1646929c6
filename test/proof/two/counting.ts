import type { CaseStore } from '../../../src/handover/ports.ts';
import { referencesIn } from '../../fakes/forms.ts';
import type { Held } from '../../fakes/teams/connector.ts';
import type { Fleet } from './fleet.ts';
import { type Settled, staleIn, surplus } from './stale.ts';
import { askers, type Done, type Sent } from './town.ts';

/** What is left of all rounds, counted in the database and at the connector. */

export type Figures = {
  rounds: number;
  killed: number;
  paused: number;
  /** Forms written, and of those how many were confirmed to who sent them. */
  written: number;
  confirmed: number;
  /** Confirmed, and not there. */
  lost: number;
  /** One form, two cases. */
  twice: number;
  /** Decisions and receipts that were confirmed, and of those how many are not in the journal. */
  acted: number;
  undone: number;
  /** Somebody committed what was out of date: see `stale.ts`. */
  stale: number;
  /** Journals that do not verify. */
  faults: number;
  /** Something was due and not done a minute after the last round. */
  overdue: boolean;
  /** Cards that came twice: sent by who was struck, and again by the other. */
  duplicates: number;
};

const ORGANISATION = 'example';
const MANY = 1_000_000;

type Counted = Omit<Figures, 'rounds' | 'killed' | 'paused' | 'overdue'>;
type Kept = Settled & { readonly ref: string; readonly texts: readonly string[] };

export async function counted(fleet: Fleet, sent: readonly Sent[], done: readonly Done[]): Promise<Counted> {
  const { cases } = fleet.store;
  const kept = await keptIn(cases);
  const byRef = new Map(kept.map((each) => [each.ref, each]));
  const confirmed = sent.filter(({ ref }) => ref !== undefined);
  const times = ({ question }: Sent) => kept.filter(({ texts }) => texts.includes(question)).length;
  const has = ({ ref, verb }: Done) => byRef.get(ref)?.journal.some((entry) => entry.verb === verb) ?? false;
  return {
    written: sent.length,
    confirmed: confirmed.length,
    lost: confirmed.filter(({ ref = '', question }) => !byRef.get(ref)?.texts.includes(question)).length,
    twice: sent.filter((each) => times(each) > 1).length,
    acted: done.length,
    undone: done.filter((each) => !has(each)).length,
    stale: sum(kept.map(staleIn)),
    faults: (await cases.verifyJournal()).faults.length,
    duplicates: surplus(fleet.gate.connector.sent.flatMap(noticeOf)),
  };
}

async function keptIn(cases: CaseStore): Promise<readonly Kept[]> {
  const lists = await Promise.all(askers.map(({ email }) => cases.listFor(ORGANISATION, email, MANY)));
  return Promise.all(
    lists
      .flatMap((list) => list.cases)
      .map(async ({ ref }) => {
        const content = await cases.content(ref);
        const [journal, rows] = await Promise.all([cases.journalOf(ref), cases.rowsOf(ref)]);
        return { ref, texts: Object.values(content?.fields ?? {}), journal, rows };
      }),
  );
}

/** The first card of a doubt that somebody else than who asked is sent; after that it is changed, never sent again. */
function noticeOf({ conversation, activity }: Held): string[] {
  if (askers.some(({ email }) => conversation === `a:${email}`)) return [];
  return referencesIn(activity).flatMap((ref) => (ref.startsWith('V-') ? [`${conversation} ${ref}`] : []));
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
