import type { Channel } from '../../conversation/event.ts';
import type { Agreed } from '../../organisation/agreed.ts';
import { calledBy } from '../../organisation/people.ts';
import type { Person } from '../../organisation/person.ts';
import { receivers } from '../../organisation/receivers.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** The channels that are set up, and over which of them the bot can write to somebody now. */
export type Ways = {
  readonly channels: readonly Channel[];
  /** Unknown: nothing is kept of this person, and the platform that may know them does not answer now. */
  of(person: Person): readonly Channel[] | 'unknown';
};

/** Whether everybody whom a case can go to can be written to, person by person; the others may wait until they write. */
export function reachability(organisation: Organisation, agreed: Agreed, ways: Ways): readonly Checked[] {
  const all = receivers(organisation, agreed);
  const unknown = all.filter((person) => ways.of(person) === 'unknown');
  const without = all.filter((person) => ways.of(person).length === 0);
  const faults = without.map((person) =>
    wrong('reach', `${organisation.id}: the bot cannot write to ${person.email} (${calledBy(person)}).`, remedy(ways)),
  );
  if (unknown.length > 0) {
    const message = `${organisation.id}: of ${unknown.length} people it is not known whether Slack reaches them.`;
    faults.push(wrong('reach', message, 'Let Slack answer (see the check "slack"), then check again.'));
  }
  if (faults.length > 0) return faults;
  const counted = `${all.length} of the ${organisation.people.length} people can be given a case`;
  return [fine('reach', `${organisation.id}: ${counted}; the bot can write to each.`)];
}

const remedies: Readonly<Record<Channel, string>> = {
  teams: 'give this person the app in Teams (an app setup policy installs it), or let them write to the bot once',
  slack: 'give this person an account in the workspace with this e-mail address, confirmed',
  page: 'open the page',
};

function remedy({ channels }: Ways): string {
  const each = channels.map((channel) => remedies[channel]).join('; or ');
  return `${each === '' ? 'Set up Teams or Slack' : each.charAt(0).toUpperCase() + each.slice(1)}.`;
}
