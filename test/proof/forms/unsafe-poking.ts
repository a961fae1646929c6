import { randomUUID } from 'node:crypto';
import { poking as safely } from '../../../src/delivery/poking.ts';
import type { CaseStore } from '../../../src/handover/ports.ts';

/** As the real one, but what is sent again is new to the store. */
export function poking(cases: CaseStore, poke: () => void): CaseStore {
  const safe = safely(cases, poke);
  return { ...safe, create: (opening, content, nonce) => safe.create(opening, content, nonce + randomUUID()) };
}
