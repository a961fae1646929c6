import { chooseScreen } from '../cards/choose.ts';
import { listScreen } from '../cards/list.ts';
import type { Event } from '../conversation/event.ts';
import type { Remembered } from '../conversation/memory.ts';
import type { Screen } from '../conversation/reply.ts';
import { personByEmail } from '../organisation/people.ts';
import type { Person } from '../organisation/person.ts';
import type { Location, Organisation } from '../organisation/schema.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { unserved } from './fixed.ts';
import type { Ports } from './ports.ts';

/** Buttons on one card, before it becomes a list of rows. */
const BUTTONS = 6;

/** Who it is in the organisation file, as the channel found out; undefined for everybody else. */
export function personOf({ who }: Event, ports: Ports): Person | undefined {
  const organisation = ports.organisation(who.organisation);
  return organisation === undefined || who.person === undefined ? undefined : personByEmail(organisation, who.person);
}

/** The school of somebody in the organisation file: there is nothing to choose. */
export function ownSchool(event: Event, ports: Ports): Location | undefined {
  const person = personOf(event, ports);
  const schools = ports.organisation(event.who.organisation)?.locations ?? [];
  return person === undefined ? undefined : schools.find(({ id }) => id === person.location);
}

/**
 * Whose protocol counts: that of the school where somebody works, the school chosen on the page, the organisation's only
 * school, or the one chosen earlier in this conversation. Undefined when it has to be asked.
 */
export function schoolOf(event: Event, remembered: Remembered, ports: Ports): Protocol | undefined {
  const own = ownSchool(event, ports);
  if (own !== undefined) return ports.protocolAt(own);
  if (event.where.protocol !== undefined) return ports.protocol(event.where.protocol);
  const schools = ports.organisation(event.who.organisation)?.locations ?? [];
  const [only, ...more] = schools;
  if (only !== undefined && more.length === 0) return ports.protocolAt(only);
  const chosen = schools.find((school) => school.id === remembered.protocol);
  return chosen === undefined ? undefined : ports.protocolAt(chosen);
}

/** Asks which school somebody works at; who belongs to no organisation is told so. */
export function whichSchool(event: Event, ports: Ports): Screen {
  const organisation = ports.organisation(event.who.organisation);
  return organisation === undefined ? unserved() : chooseSchool(organisation);
}

function chooseSchool(organisation: Organisation): Screen {
  const options = organisation.locations.map((location) => ({
    title: location.name.slice(0, 75),
    verb: 'kies-school',
    data: { school: location.id },
  }));
  const intro = 'Elke school heeft eigen afspraken.';
  if (options.length <= BUTTONS) return chooseScreen({ question: 'Op welke school werk je?', intro, options });
  return listScreen({
    title: 'Op welke school werk je?',
    intro,
    items: options.map((step) => ({ title: step.title, text: '', step })),
    empty: '',
    steps: [],
  });
}
