import type { Config } from '../../config.ts';
import { system } from '../../handover/actor.ts';
import { act, type Desk } from '../../handover/desk.ts';
import { rulesOf } from '../../handover/rules-of.ts';
import { loadOrganisations, type Organisations } from '../../organisation/load.ts';
import { holds, personByEmail } from '../../organisation/people.ts';
import { BESTUUR } from '../../organisation/roles.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { agreedIn } from '../../protocol/facts.ts';
import { loadLibrary } from '../../protocol/load.ts';
import { openStore } from '../../store/store.ts';

export type Holding = {
  readonly ref: string;
  /** E-mail of who decides it. */
  readonly by: string;
  readonly release: boolean;
};

/** What came of it; `not-found` also for a case of another organisation, or one that this bestuurder must know nothing of. */
export type Held = 'done' | 'already' | 'not-found' | 'not-bestuur';

/**
 * Has a case kept beyond its term, or lets the term count again, because somebody of the bestuur of its organisation says so.
 * @throws ContentError, StoreError, BusyError: nothing was changed
 */
export async function hold(
  { protocols, organisations: folder, data }: Pick<Config, 'protocols' | 'organisations' | 'data'>,
  { ref, by, release }: Holding,
): Promise<Held> {
  const organisations = loadOrganisations(folder, agreedIn(loadLibrary(protocols)));
  const email = by.toLowerCase();
  const theirs = organisations.all.filter((organisation) => isBestuur(organisation, email));
  if (theirs.length === 0) return 'not-bestuur';
  const clock = () => new Date();
  const store = await openStore({ ...data, migrate: false, clock, warn: () => undefined });
  try {
    const stored = await store.cases.load(ref);
    if (stored === undefined || !theirs.some(({ id }) => id === stored.case.organisation)) return 'not-found';
    const desk = deskOf(store.cases, organisations, clock);
    const acted = await act(desk, ref, system, { verb: release ? 'release-hold' : 'hold', by: email });
    if (acted.kind === 'refused') return 'not-found';
    return acted.kind === 'done' ? 'done' : 'already';
  } finally {
    await store.close();
  }
}

function isBestuur(organisation: Organisation, email: string): boolean {
  const person = personByEmail(organisation, email);
  return person !== undefined && holds(person, BESTUUR);
}

function deskOf(cases: Desk['cases'], organisations: Organisations, clock: () => Date): Desk {
  return {
    cases,
    clock,
    rulesFor: (kase) => {
      const organisation = organisations.byId(kase.organisation);
      if (organisation === undefined) throw new TypeError('The organisation of this case was found a moment ago');
      return rulesOf(organisation, kase, clock());
    },
  };
}
