import type { Phones } from '../../doubt/consult.ts';
import { type Asking, phonesFor } from '../../doubt/route.ts';
import type { Walk } from '../../doubt/walk.ts';
import type { Actor } from '../../handover/actor.ts';
import { dayOf } from '../../organisation/calendar.ts';
import { holds } from '../../organisation/people.ts';
import { BEHEERDER } from '../../organisation/roles.ts';
import type { Turn } from '../turn.ts';
import type { DoubtPorts } from './ports.ts';

/** Somebody of the organisation in a private place: the only ones for whom there are walks and cases. */
export type Staff = Asking & {
  readonly turn: Turn;
  readonly doubts: DoubtPorts;
  /** As the hand-over knows them: from the verified identity, never from a card. */
  readonly actor: Actor;
};

/** Undefined for who is not in the organisation file, or without a school. */
export function staffOf(turn: Turn, doubts: DoubtPorts): Staff | undefined {
  const { organisation, person, school, event } = turn;
  if (organisation === undefined || person === undefined || school === undefined) return undefined;
  const actor: Actor = {
    kind: 'person',
    organisation: event.who.organisation,
    email: person.email,
    administrator: holds(person, BEHEERDER),
  };
  return { turn, doubts, organisation, person, protocol: school, day: dayOf(organisation, doubts.desk.clock()), actor };
}

export const walkOf = ({ doubts, protocol }: Staff): Walk | undefined => doubts.walks.get(protocol.id);

export const phonesOf = (staff: Staff): Phones => phonesFor(staff);
