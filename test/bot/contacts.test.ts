import { expect, test } from 'vitest';
import { contactsBeside } from '../../src/bot/contacts.ts';
import { contactsFor } from '../../src/protocol/protocol.ts';
import type { ContactCase } from '../../src/protocol/schema.ts';
import { library } from '../protocol/library.ts';

function said(id: string, wanted: ContactCase): string[] {
  const protocol = library.protocols.get(id);
  if (protocol === undefined) throw new Error(`no protocol ${id}`);
  return contactsBeside(protocol, contactsFor(protocol, { case: wanted })).map(({ text }) => text);
}

test('a role that acts of its own accord is said to act, nobody is told to turn to it', () => {
  expect(said('aeres', 'strafbaar')).toEqual([
    'Aangifte bij de politie is aan de directeur van de locatie (1.5, punt 2).',
  ]);
  expect(said('calvijn', 'verwijderen')).toEqual([
    'Over laten verwijderen gaat de vestigingsdirectie of de algemene directie (E.6).',
  ]);
});

test('who takes measures is said to take them', () =>
  expect(said('aeres', 'maatregel')).toEqual([
    'Maatregelen neemt de schoolleiding of het bevoegd gezag (College van Bestuur) (1.3, punt 5).',
  ]));

test('a role that one turns to is', () =>
  expect(said('calvijn', 'misstand')).toEqual([
    'Zie je iets dat niet door de beugel kan? Meld het zo snel mogelijk bij de vestigingsdirecteur (B.6).',
  ]));
