import type { Desk } from '../handover/desk.ts';
import type { CaseStore, Clock } from '../handover/ports.ts';
import { rulesOf } from '../handover/rules-of.ts';
import type { Organisations } from '../organisation/load.ts';

/** A case of an organisation whose file is no longer there. It waits until the file is back; nothing of it is lost. */
export class OrganisationGoneError extends Error {
  readonly code = 'ORGANISATION_GONE';

  constructor() {
    super('A case belongs to an organisation that has no file in ORGANISATIONS. Put the file back.');
    this.name = 'OrganisationGoneError';
  }
}

/** The desk over a store, with the rules of the organisation files. */
export function deskOver(cases: CaseStore, organisations: Organisations, clock: Clock): Desk {
  return {
    cases,
    clock,
    rulesFor: (kase) => {
      const organisation = organisations.byId(kase.organisation);
      if (organisation === undefined) throw new OrganisationGoneError();
      return rulesOf(organisation, kase, clock());
    },
  };
}
