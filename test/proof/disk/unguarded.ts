import type { Without } from '../without.ts';

/** The control: the desk takes a case for kept although the store refused it. */
const without: Without = {
  file: '/src/handover/desk.ts',
  code: 'await desk.cases.create(opening, content, nonce)',
  instead: 'await desk.cases.create(opening, content, nonce).catch(() => ({ ref, already: false }))',
};

/** What a server is started with for it. */
export const unguarded = {
  preload: ['./test/proof/without.ts'],
  env: { PROOF_WITHOUT: JSON.stringify(without) },
};
