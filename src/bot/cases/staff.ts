import type { Asking } from '../../doubt/route.ts';
import type { Walk } from '../../doubt/walk.ts';
import type { Actor } from '../../handover/actor.ts';
import { dayOf } from '../../organisation/calendar.ts';
import { holds } from '../../organisation/people.ts';
import { BEHEERDER } from '../../organisation/roles.ts';
import type { Turn } from '../turn.ts';
import type { DoubtPorts } from './ports.ts';

/** Somebody of the organisation in a private place: the only ones for whom there are cases. */
export type Staff = Asking & {
  readonly turn: Turn;
  readonly doubts: DoubtPorts;
  /** As the hand-over knows them: from the verified identity, never from a card. */
  readonly actor: Actor;
};

/** Undefined where others read along, for who is not in the organisation file, and without the ports for it. */
export function staffOf(turn: Turn): Staff | undefined {
  const { organisation, person, school, event, ports } = turn;
  const { doubts } = ports;
  if (doubts === undefined || event.where.privacy === 'public') return undefined;
  if (organisation === undefined || person === undefined || school === undefined) return undefined;
  const actor: Actor = {
    kind: 'person',
    organisation: event.who.organisation,
    email: person.email,
    administrator: holds(person, BEHEERDER),
  };
  return { turn, doubts, organisation, person, protocol: school, day: dayOf(organisation, doubts.desk.clock()), actor };
}

export const walkOf = ({ turn, protocol }: Staff): Walk | undefined => turn.ports.walks.get(protocol.id);
