import { expect, test } from 'vitest';
import { contactLines, contactsBeside } from '../../src/bot/contacts.ts';
import { contactsFor } from '../../src/protocol/protocol.ts';
import type { ContactCase } from '../../src/protocol/schema.ts';
import { protocolOf } from '../protocol/library.ts';

function said(id: string, wanted: ContactCase): string[] {
  const protocol = protocolOf(id);
  return contactsBeside(protocol, contactsFor(protocol, { case: wanted })).map(({ text }) => text);
}

/** The contacts of one article, as they stand under it. */
function lines(id: string, article: string): string[] {
  const protocol = protocolOf(id);
  const contacts = protocol.byId.get(article)?.contacts ?? [];
  return contactLines(
    protocol,
    contacts.map((contact) => ({ ...contact, article })),
  ).map(({ text }) => text);
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

test('what pupils ask of a teacher, no teacher is told to ask', () => {
  expect(lines('model', 'A.1')).toEqual([
    'Vraag toestemming aan de schoolleiding (A.1).',
    'Leerlingen vragen toestemming aan de leraar (A.1).',
  ]);
});

test('whom an article names for several cases is said once', () => {
  expect(lines('gsv', 'A.10')).toEqual(['Meld het bij de leraar of de directeur (Afspraken, punt 10).']);
});

test('a role that one turns to is', () =>
  expect(said('calvijn', 'misstand')).toEqual([
    'Zie je iets dat niet door de beugel kan? Meld het zo snel mogelijk bij de vestigingsdirecteur (B.6).',
  ]));
