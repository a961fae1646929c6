import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actingFor, isAbsent } from '../../src/organisation/absence.ts';
import { addWorking } from '../../src/organisation/calendar.ts';
import { crisisContact, defaultRole, phoneOf } from '../../src/organisation/contacts.ts';
import { nextLevel } from '../../src/organisation/levels.ts';
import { loadOrganisations } from '../../src/organisation/load.ts';
import { holds, peopleFor } from '../../src/organisation/people.ts';
import { agreedIn, roleFacts } from '../../src/protocol/facts.ts';
import { contactCases } from '../../src/protocol/schema.ts';
import { library } from '../protocol/library.ts';
import { faultsIn, load, named, who } from './small.ts';

/** The organisation that comes with the bot, as it is, with the five protocols as they are. */

const organisations = loadOrganisations('organisations', agreedIn(library));
const example = organisations.byId('example') ?? fail();
const staff = example.people.filter(({ team }) => team !== undefined);

function fail(): never {
  throw new Error('there is no example');
}

function protocolOf(location: string) {
  const school = example.locations.find(({ id }) => id === location);
  return library.protocols.get(school?.protocol ?? '') ?? fail();
}

test('has a school for each of the five protocols', () => {
  expect(example.locations.map(({ protocol }) => protocol)).toEqual(['calvijn', 'model', 'msvr', 'gsv', 'aeres']);
});

describe.each(staff.map((person) => [person.location, person.function, person] as const))(
  '%s, %s',
  (location, _, person) => {
    const protocol = protocolOf(location);
    const roles = roleFacts(protocol);
    const contacts = protocol.articles.flatMap((article) => article.contacts);
    const wanted = contacts.flatMap((contact) => contact.roles.map((role) => [contact.case, role] as const));

    test.each(wanted)('for %s has somebody as %s', (contactCase, role) => {
      const found = peopleFor(example, person, role, roles);
      // The national inspector works for no school: only called, and at school it is the default.
      const outside = role === 'vertrouwensinspecteur' ? [defaultRole(example, contactCase) ?? ''] : [];
      const instead = outside.flatMap((each) => [...peopleFor(example, person, each, roles)]);
      // Who has the role alone goes one level up.
      const above = holds(person, role) ? [nextLevel(example, person)] : [];
      expect(named([...found, ...instead, ...above])).toMatch(/^[a-z]/);
    });

    test.each([...contactCases])('for %s has a default', (contactCase) => {
      const role = defaultRole(example, contactCase) ?? '';
      expect(peopleFor(example, person, role, roles)).not.toEqual([]);
    });
  },
);

describe('whom the five protocols lead to', () => {
  test.each([
    ['docent.wiskunde', 'leidinggevende', 'teamleider.onderbouw'],
    ['docent.wiskunde', 'directie', 'teamleider.onderbouw vestigingsdirecteur algemeen.directeur'],
    ['docent.geschiedenis', 'vestigingsdirecteur', 'vestigingsdirecteur'],
    ['leraar.biologie', 'leidinggevende', 'afdelingsleider.exact'],
    ['leraar.biologie', 'schoolleiding', 'rector conrector'],
    ['leraar.biologie', 'bevoegd gezag', 'bestuurder'],
    ['leraar.muziek', 'leidinggevende', 'bouwcoordinator'],
    ['leerkracht.groep7', 'afdelingscoördinator', 'afdelingscoordinator.bovenbouw'],
    ['leerkracht.groep7', 'directeur', 'directeur.basisschool'],
    ['docent.dierverzorging', 'marketing en communicatie', 'marketing'],
    ['docent.dierverzorging', 'schoolleiding', 'teamleider.dier locatiedirecteur'],
    ['docent.dierverzorging', 'locatiedirecteur', 'locatiedirecteur'],
    ['docent.dierverzorging', 'privacy', 'functionaris.gegevensbescherming'],
  ])('%s: %s is %s', (name, role, expected) => {
    const person = who(example, name);
    expect(named(peopleFor(example, person, role, roleFacts(protocolOf(person.location))))).toBe(expected);
  });
});

describe('its people', () => {
  test('are at least two in a team and at a school, apart from who leads them', () => {
    const members = staff.filter((person) => !holds(person, 'leidinggevende'));
    for (const { id } of example.locations)
      expect(members.filter((person) => person.location === id).length).toBeGreaterThanOrEqual(2);
    for (const { id } of example.teams)
      expect(staff.filter(({ team }) => team === id).length).toBeGreaterThanOrEqual(2);
  });

  test('all lead up to the bestuur', () => {
    for (const person of staff) {
      let top = person;
      for (let next = nextLevel(example, top); next !== undefined; next = nextLevel(example, top)) top = next;
      expect(top).toBe(who(example, 'bestuurder'));
    }
  });

  test('have a number when others turn to them at once', () => {
    for (const person of example.people.filter((each) => holds(each, 'leidinggevende') || holds(each, 'bestuur')))
      expect(person.phone).toMatch(/^000-/);
    expect(crisisContact(example)?.phone).toMatch(/^000-/);
    expect(phoneOf(example, 'vertrouwensinspecteur')).toBe('0900-1113111');
  });

  test('are nobody: no name, no address or number that exists', () => {
    expect(example.people.filter(({ name }) => name !== undefined)).toEqual([]);
    for (const { email, phone } of example.people) {
      expect(email).toMatch(/@voorbeeld\.example$/);
      expect(phone ?? '000-').toMatch(/^000-/);
    }
  });

  test('are away for a year, one of them, with a deputy', () => {
    const away = example.people.filter((person) => isAbsent(person, '2026-11-23'));
    expect(named(away)).toBe('afdelingscoordinator.bovenbouw');
    expect(named(away.map((person) => actingFor(example, person, '2026-11-23')))).toBe(
      'afdelingscoordinator.onderbouw',
    );
  });

  test('have a deputy when they lead a team', () => {
    const leaders = example.people.filter((person) => holds(person, 'leidinggevende'));
    expect(leaders.filter(({ deputy }) => deputy === undefined)).toEqual([]);
  });
});

test('a doubt of the Friday before the Christmas holidays is decided after them', () => {
  const end = addWorking(example, 'calvijn', new Date('2026-12-18T16:00+01:00'), example.deadlines.twijfel);
  expect(end).toEqual(new Date('2027-01-04T16:00+01:00'));
});

test('the example in README.md is one that loads', () => {
  const [, text = ''] = /```yaml\n(id: [\s\S]*?)```/.exec(readFileSync('organisations/README.md', 'utf8')) ?? [];
  expect(faultsIn({ 'zonnehof.yaml': text }, agreedIn(library))).toEqual([]);
  expect(load({ 'zonnehof.yaml': text }, agreedIn(library)).all).toHaveLength(1);
});
