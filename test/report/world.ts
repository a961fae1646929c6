import { loadOrganisations } from '../../src/organisation/load.ts';
import type { Person } from '../../src/organisation/person.ts';
import type { Organisation } from '../../src/organisation/schema.ts';
import { agreedIn } from '../../src/protocol/facts.ts';
import type { Protocol } from '../../src/protocol/protocol.ts';
import { loadReports } from '../../src/report/load.ts';
import type { Report } from '../../src/report/report.ts';
import { library } from '../protocol/library.ts';

/** The protocols, the made-up board and what is known about reports, as the program has them. */
export { library } from '../protocol/library.ts';
export const reports = loadReports('protocols', library);
export const example: Organisation = exampleBoard();

function exampleBoard(): Organisation {
  const [board] = loadOrganisations('organisations', agreedIn(library)).all;
  if (board === undefined) throw new Error('no organisation');
  return board;
}

/** Somebody of the example board, by what stands before the @. */
export function who(name: string, organisation = example): Person {
  const found = organisation.people.find(({ email }) => email.startsWith(`${name}@`));
  if (found === undefined) throw new Error(`no person ${name}`);
  return found;
}

export const mail = (name: string): string => who(name).email;

export function protocolOf(id: string): Protocol {
  const found = library.protocols.get(id);
  if (found === undefined) throw new Error(`no protocol ${id}`);
  return found;
}

/** A report with the given parts. */
export const report = (parts: Partial<Report> = {}): Report => ({
  what: 'Er is iets gebeurd.',
  where: 'in de app',
  kind: 'pesten',
  urgent: false,
  about: [],
  nameWithheld: false,
  heard: [],
  ...parts,
});
