import { poking as safely } from '../../../src/delivery/poking.ts';
import type { CaseStore } from '../../../src/handover/ports.ts';

/** As the real one, but a case is only committed a moment after it was confirmed. */
export function poking(cases: CaseStore, poke: () => void): CaseStore {
  const safe = safely(cases, poke);
  return {
    ...safe,
    create: async (opening, content, nonce) => {
      setTimeout(() => void safe.create(opening, content, nonce), 150);
      return { ref: opening.case.ref, already: false };
    },
  };
}
