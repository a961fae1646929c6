import type { Keeper } from '../delivery/retention.ts';
import type { Organisations } from '../organisation/load.ts';
import { keptLongEnough } from '../organisation/retention.ts';

/** How long each organisation keeps what has ended, as its file says. */
export function keepersOf({ all }: Organisations): readonly Keeper[] {
  return all.map((organisation) => ({
    id: organisation.id,
    emails: organisation.people.map(({ email }) => email),
    longEnough: (kind, now) => keptLongEnough(organisation, kind === 'doubt' ? 'twijfel' : 'melding', now),
  }));
}
