import { describe, expect, test } from 'vitest';
import { calledBy, holds, leaderOf, peopleFor, peopleWith, personByEmail } from '../../src/organisation/people.ts';
import { agreed, named, organisationWith, who } from './small.ts';

const klein = organisationWith();
const roles = agreed.protocols[0]?.roles ?? [];
const onder = { location: 'noord', team: 'onder' };
const boven = { location: 'noord', team: 'boven' };
const noord = { location: 'noord' };
const zuid = { location: 'zuid' };

describe('who has a role', () => {
  test.each([
    ['in the team', 'leidinggevende', onder, 'leider.onder'],
    ['in the other team', 'leidinggevende', boven, 'leider.boven'],
    ['for who is in no team', 'leidinggevende', noord, ''],
    ['at the school', 'directeur', onder, 'directeur'],
    ['for another team, before the school', 'directeur', boven, 'hoofd directeur'],
    ['at the other school', 'directeur', zuid, 'hoofd'],
    ['for the whole board', 'bestuur', zuid, 'bestuur'],
    ['nobody', 'privacy', onder, ''],
    ['nobody in a team elsewhere of the same name', 'leidinggevende', { location: 'zuid', team: 'brug' }, ''],
    ['nobody of what every object has', 'constructor', onder, ''],
  ])('%s', (_, role, near, expected) => expect(named(peopleWith(klein, role, near, roles))).toBe(expected));

  test('in a set: narrowest reach first', () => {
    expect(named(peopleWith(klein, 'directie', onder, roles))).toBe('leider.onder directeur');
    expect(named(peopleWith(klein, 'directie', noord, roles))).toBe('directeur');
  });

  test('in a set of sets that holds itself: each person once', () => {
    expect(named(peopleWith(klein, 'iedereen', boven, roles))).toBe('hoofd leider.boven directeur');
  });

  test('at two reaches: once', () => {
    expect(named(peopleWith(klein, 'directeur', { location: 'zuid', team: 'boven' }))).toBe('hoofd');
  });

  test('of a team, held by who is in none: for nobody, not for all who are in none', () => {
    const roles = [{ role: 'privacy', reach: 'team' as const }];
    const odd = organisationWith({ people: klein.people.map((each) => ({ ...each, roles })) });
    expect(peopleWith(odd, 'privacy', noord)).toEqual([]);
  });

  test('only with the roles of the protocol is a set a set', () => {
    expect(peopleWith(klein, 'directie', onder)).toEqual([]);
  });
});

describe('who has a role for somebody', () => {
  const forWhom = (name: string, role: string) => named(peopleFor(klein, who(klein, name), role, roles));

  test.each([
    ['the leidinggevende of a member of the team', 'docent', 'leidinggevende', 'leider.onder'],
    ['the leidinggevende of a leidinggevende is never the same one', 'leider.onder', 'leidinggevende', 'directeur'],
    ['the leidinggevende whom the file names, without the role', 'leraar', 'leidinggevende', 'hoofd'],
    ['a set without who asks', 'leider.onder', 'directie', 'directeur'],
    ['nobody above the bestuur', 'bestuur', 'leidinggevende', ''],
  ])('%s', (_, name, role, expected) => expect(forWhom(name, role)).toBe(expected));

  test('whom the file names comes before who has the role', () => {
    const parts = klein.people.map((each) =>
      each.email.startsWith('docent@') ? { ...each, reportsTo: 'directeur@klein.example' } : each,
    );
    const changed = organisationWith({ people: parts });
    expect(named(peopleFor(changed, who(changed, 'docent'), 'leidinggevende'))).toBe('directeur leider.onder');
  });
});

describe('one person', () => {
  test('is found however the address is written', () => {
    expect(personByEmail(klein, 'BESTUUR@klein.Example')).toBe(who(klein, 'bestuur'));
    expect(personByEmail(klein, 'niemand@klein.example')).toBeUndefined();
  });

  test('is called by name, or by function', () => {
    expect(calledBy(who(klein, 'leider.boven'))).toBe('Noor');
    expect(calledBy(who(klein, 'docent'))).toBe('Docent');
  });

  test('has a leidinggevende where the file says so', () => {
    expect(leaderOf(klein, who(klein, 'docent'))).toBe(who(klein, 'leider.onder'));
    expect(leaderOf(klein, who(klein, 'bestuur'))).toBeUndefined();
  });

  test('holds a role wherever it counts', () => {
    expect(holds(who(klein, 'hoofd'), 'directeur')).toBe(true);
    expect(holds(who(klein, 'docent'), 'directeur')).toBe(false);
  });
});
