import type { CaseStore } from '../handover/ports.ts';

/** The same cases, with a poke after everything that may have made something due. */
export function poking(cases: CaseStore, poke: () => void): CaseStore {
  const after = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    poke();
    return done;
  };
  return {
    ...cases,
    create: (opening, content, nonce) => after(cases.create(opening, content, nonce)),
    change: (ref, expectedVersion, change) => after(cases.change(ref, expectedVersion, change)),
  };
}
