import type { Actor } from '../../src/handover/actor.ts';
import type { Case, Recipient, Track } from '../../src/handover/case.ts';
import { type Opening, openCase, type Request } from '../../src/handover/opening.ts';
import type { Calendar, Line, Rules } from '../../src/handover/rules.ts';

/** A made-up school: who is who, and a calendar that is easy to reckon with. */

export const ORGANISATION = 'de-voorbeeld';
/** A Monday, 09:00 UTC. */
export const MONDAY = new Date('2026-11-23T09:00:00.000Z');
const HOUR = 3_600_000;

/** A working day is 8 hours from where it begins, every day is one, and 08:00 to 18:00 UTC is working time. */
export const calendar: Calendar = {
  addWorking: (at, { amount, unit }) => new Date(at.getTime() + amount * (unit === 'uur' ? 1 : 8) * HOUR),
  isWorkingTime: (at) => at.getUTCHours() >= 8 && at.getUTCHours() < 18,
};

export const hoursLater = (hours: number, from: Date = MONDAY) => new Date(from.getTime() + hours * HOUR);

export const email = (name: string) => `${name}@voorbeeld.nl`;
export const recipient = (name: string): Recipient => ({
  email: email(name),
  role: name,
  reason: 'twijfel',
  article: 'B.6',
});
export const person = (name: string, organisation: string = ORGANISATION): Actor => ({
  kind: 'person',
  organisation,
  email: email(name),
});

/** Deputies and levels by name: `{ teamleider: 'adjunct' }`. */
export function lineOf(deputies: Record<string, string>, levels: Record<string, string>): Line {
  const find = (of: Record<string, string>) => (address: string) => {
    const name = of[address.replace('@voorbeeld.nl', '')];
    return name === undefined ? undefined : recipient(name);
  };
  return { deputyOf: find(deputies), nextLevelOf: find(levels) };
}

export const rules: Rules = {
  calendar,
  deadline: { amount: 1, unit: 'werkdag' },
  line: lineOf({ teamleider: 'adjunct', directeur: 'conrector' }, { teamleider: 'directeur', directeur: 'bestuur' }),
  crisis: recipient('crisis'),
};

export const request: Request = {
  organisation: ORGANISATION,
  kind: 'doubt',
  subject: 'twijfel',
  urgent: false,
  location: 'noord',
  protocol: 'calvijn',
  asker: email('docent'),
  recipients: [recipient('teamleider')],
  excluded: [],
};

export function opened(
  changes: Partial<Request> = {},
  ref = 'V-7K3F9Q',
  now: Date = MONDAY,
  by: Rules = rules,
): Opening {
  const opening = openCase({ ...request, ...changes }, ref, now, by);
  if (opening === undefined) throw new Error('This case can go to nobody');
  return opening;
}

/** A case in which everybody has a part: the adjunct has it, the teamleider had it, the directeur is next. */
export function everybodysCase(changes: Partial<Case> = {}): Case {
  const { case: kase } = opened({ recipients: ['teamleider', 'adjunct', 'directeur'].map(recipient) });
  return { ...kase, at: 1, excluded: [email('betrokkene')], ...changes };
}

/** What somebody reports. */
export const reporting: Request = {
  ...request,
  kind: 'report',
  subject: 'pesten',
  report: { nameWithheld: false, required: [] },
};

/** A new report. */
export function reported(changes: Partial<Request> = {}, now: Date = MONDAY, by: Rules = rules): Opening {
  return opened({ ...reporting, ...changes }, 'M-7K3F9Q', now, by);
}

/** The same as a report, that the privacy officer has beside it and the FG had before. */
export function everybodysReport(changes: Partial<Case> = {}): Case {
  const recipients = ['teamleider', 'adjunct', 'directeur'].map(recipient);
  const { case: kase } = reported({ recipients });
  return { ...kase, at: 1, excluded: [email('betrokkene')], beside: [lineAt(['fg', 'privacy'], 1)], ...changes };
}

/** A line of people by name. */
export function lineAt(names: readonly string[], at: number, since: Date = MONDAY): Track {
  const recipients = names.map((name) => ({ ...recipient(name), via: 'route' as const }));
  return { recipients, at, since: since.toISOString() };
}

/** Somebody in every relation to `everybodysReport`; nobody has `everybodysCase` beside another. */
export const parts: Readonly<Record<string, Actor>> = {
  asker: person('docent'),
  'recipient-now': person('adjunct'),
  'recipient-beside': person('privacy'),
  'recipient-before': person('teamleider'),
  excluded: person('betrokkene'),
  administrator: { kind: 'person', organisation: ORGANISATION, email: email('beheer'), administrator: true },
  stranger: person('collega'),
  system: { kind: 'system' },
};
