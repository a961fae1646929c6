import type { RoleFacts } from './agreed.ts';
import { peopleWith } from './people.ts';
import type { Person } from './person.ts';
import type { Organisation } from './schema.ts';

/** Who owns the protocol of a school: they see which questions it left open, and only then is such a question kept. */

/**
 * Who owns the protocol at a location.
 * @param roles of the protocol there, so that a set (a directie) finds who has one of its members
 * @returns nobody where the file names no role for it
 */
export function ownersAt(organisation: Organisation, location: string, roles: readonly RoleFacts[]): readonly Person[] {
  const { owner } = organisation;
  return owner === undefined ? [] : peopleWith(organisation, owner, { location }, roles);
}

/** Whether the file says both for whom questions are kept and for how long: without either of them none is. */
export const keepsQuestions = ({ owner, retention }: Organisation): boolean =>
  owner !== undefined && retention.vragen !== undefined;

/** The same at a location, where somebody must have that role. */
export const keepsQuestionsAt = (organisation: Organisation, location: string, roles: readonly RoleFacts[]): boolean =>
  keepsQuestions(organisation) && ownersAt(organisation, location, roles).length > 0;
