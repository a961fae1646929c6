import type { Medium } from '../../handover/ports.ts';
import type { Agreed } from '../../organisation/agreed.ts';
import { calledBy } from '../../organisation/people.ts';
import type { Person } from '../../organisation/person.ts';
import { receivers } from '../../organisation/receivers.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** The channels that are set up, and over which of them the bot can write to somebody now. */
export type Ways = {
  readonly channels: readonly Medium[];
  /** Unknown: nothing is kept of this person, and the platform that may know them does not answer now. */
  of(person: Person): readonly Medium[] | 'unknown';
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
  const posted = all.filter((person) => isPosted(ways.of(person))).map(({ email }) => email);
  const only = posted.length === 0 ? '' : ` By e-mail only, until they write to it: ${posted.join(', ')}.`;
  return [fine('reach', `${organisation.id}: ${counted}; the bot can write to each.${only}`)];
}

const isPosted = (ways: readonly Medium[] | 'unknown'): boolean =>
  ways !== 'unknown' && ways.every((way) => way === 'mail');

const remedies: Readonly<Record<Medium, string>> = {
  teams: 'give this person the app in Teams (an app setup policy installs it), or let them write to the bot once',
  slack: 'give this person an account in the workspace with this e-mail address, confirmed',
  page: 'open the page',
  mail: 'mend SMTP_URL',
};

function remedy({ channels }: Ways): string {
  if (channels.length === 0) return 'Set up Teams or Slack.';
  const each = [...channels.map((channel) => remedies[channel]), 'set SMTP_URL'].join('; or ');
  return `${each.charAt(0).toUpperCase()}${each.slice(1)}.`;
}
