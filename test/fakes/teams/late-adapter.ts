import type { Adapter, createAdapter as createAtOnce, Microsoft } from '../../../src/teams/adapter.ts';

/** Only who has credentials asks for these. */
export const MICROSOFT: Microsoft = { issuer: '', metadataUrl: '' };

/** The real one, whose library is loaded for the first activity: most tests of the page never send one. */
export function createAdapter(...given: Parameters<typeof createAtOnce>): Adapter {
  let made: Promise<Adapter> | undefined;
  const real = (): Promise<Adapter> => {
    made ??= import('../../../src/teams/adapter.ts').then(({ createAdapter: create }) => create(...given));
    return made;
  };
  return {
    authenticate: async (...asked) => (await real()).authenticate(...asked),
    resume: (reference) => async (run) => (await real()).resume(reference)(run),
  };
}
