/**
 * The roles that the bot itself knows by name. All others come from the protocols and the law.
 */

/** Whoever somebody reports to; see `peopleFor`. */
export const LEIDINGGEVENDE = 'leidinggevende';
/** The school board, the last level of every hand-over. */
export const BESTUUR = 'bestuur';
/** The internal supervisor: above the bestuur, and so outside the levels. */
export const TOEZICHT = 'raad van toezicht';
/** The privacy officer (FG). */
export const PRIVACY = 'privacy';
/** Whoever looks after the bot at the organisation. */
export const BEHEERDER = 'beheerder';

export const ownRoles: readonly string[] = [LEIDINGGEVENDE, BESTUUR, TOEZICHT, PRIVACY, BEHEERDER];
