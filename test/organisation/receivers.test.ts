import { expect, test } from 'vitest';
import { receivers } from '../../src/organisation/receivers.ts';
import { agreed, named, organisationWith, who } from './small.ts';

const without = { ...organisationWith(), defaults: {} };

test('who has a role that a case goes to, leads somebody, stands in for somebody, or is the crisis contact', () => {
  expect(named(receivers(organisationWith(), agreed))).toBe('bestuur directeur leider.onder leider.boven hoofd');
});

test('a role that no protocol of these schools names for a case makes nobody one', () => {
  const docent = { ...who(without, 'docent'), roles: [{ role: 'conciërge', reach: 'location' as const }] };
  const people = without.people.map((person) => (person.email === docent.email ? docent : person));
  expect(named(receivers({ ...without, people }, agreed))).not.toContain('docent');
  const asDefault = { ...without, people, defaults: { misstand: 'conciërge' } };
  expect(named(receivers(asDefault, agreed))).toContain('docent');
});
