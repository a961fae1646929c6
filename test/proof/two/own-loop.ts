import { createLoop as asUsual, type Loop, type LoopOptions } from '../../../src/delivery/loop.ts';

/** As always, but a claim runs out after PROOF_LEASE_MS: a proof cannot wait two minutes each time. */
export const createLoop = (options: LoopOptions): Loop =>
  asUsual({ ...options, leaseMs: Number(process.env.PROOF_LEASE_MS) });
