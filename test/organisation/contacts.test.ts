import { expect, test } from 'vitest';
import { crisisContact, defaultRole, phoneOf } from '../../src/organisation/contacts.ts';
import { organisationWith, who } from './small.ts';

const klein = organisationWith();

test('a case has a default where the file names one', () => {
  expect(defaultRole(klein, 'misstand')).toBe('bestuur');
  expect(defaultRole(klein, 'twijfel')).toBeUndefined();
  expect(defaultRole(klein, 'toString')).toBeUndefined();
});

test('the crisis contact is a person', () => expect(crisisContact(klein)).toBe(who(klein, 'directeur')));

test('a number is that of the person, or else of the role', () => {
  expect(phoneOf(klein, 'directeur', who(klein, 'directeur'))).toBe('020-1');
  expect(phoneOf(klein, 'directeur', who(klein, 'hoofd'))).toBe('020-2');
  expect(phoneOf(klein, 'politie')).toBe('0900-8844');
  expect(phoneOf(klein, 'bestuur', who(klein, 'bestuur'))).toBeUndefined();
  expect(phoneOf(klein, 'constructor')).toBeUndefined();
});
