import { microsoftServiceUrls as theirs } from '../../../src/teams/service-url.ts';

export { loopbackServiceUrls } from '../../../src/teams/service-url.ts';

/** Microsoft's addresses and that of the connector that a test plays, which has no certificate. */
export const microsoftServiceUrls = (more: readonly string[]) =>
  theirs([...more, new URL(process.env.OWN_CONNECTOR ?? '').origin]);
