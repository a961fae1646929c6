import type { PersonId, PersonStore } from '../handover/ports.ts';
import type { Organisations } from '../organisation/load.ts';
import { personByEmail } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';

/** Who is in the organisation files, for the channels and the messenger. */
export function directoryOf(organisations: Organisations, store: PersonStore) {
  const find = ({ organisation, email }: PersonId): Person | undefined => {
    const file = organisations.byId(organisation);
    return file && personByEmail(file, email);
  };
  return {
    store,
    isPerson: (person: PersonId) => find(person) !== undefined,
    prefers: (person: PersonId) => find(person)?.prefers,
  };
}
