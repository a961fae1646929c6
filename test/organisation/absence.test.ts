import { describe, expect, test } from 'vitest';
import { actingFor, deputyOf, isAbsent } from '../../src/organisation/absence.ts';
import { named, organisationWith, who } from './small.ts';

const klein = organisationWith();
const away = (...names: readonly string[]) =>
  organisationWith({
    people: klein.people.map((each) => ({
      ...each,
      absent: names.some((name) => each.email.startsWith(`${name}@`)) ? [{ from: '2026-12-01', to: '2026-12-04' }] : [],
    })),
  });

test.each([
  ['2026-11-30', false],
  ['2026-12-01', true],
  ['2026-12-04', true],
  ['2026-12-05', false],
])('somebody away from 1 to 4 December is away on %s: %s', (day, expected) => {
  expect(isAbsent(who(klein, 'leider.boven'), day)).toBe(expected);
});

describe('who acts', () => {
  const acting = (organisation: typeof klein, name: string, day = '2026-12-02') =>
    named([actingFor(organisation, who(organisation, name), day)]);

  test('the person, who is there', () => expect(acting(away(), 'leider.onder')).toBe('leider.onder'));
  test('the deputy', () => expect(acting(away('leider.onder'), 'leider.onder')).toBe('leider.boven'));
  test('the person again, afterwards', () =>
    expect(acting(away('leider.onder'), 'leider.onder', '2026-12-05')).toBe('leider.onder'));
  test('the deputy of the deputy', () =>
    expect(acting(away('leider.onder', 'leider.boven'), 'leider.onder')).toBe('directeur'));
  test('nobody, when the last deputy is away too', () =>
    expect(acting(away('leider.onder', 'leider.boven', 'directeur'), 'leider.onder')).toBe('nobody'));
  test('nobody for who has no deputy', () => expect(acting(away('docent'), 'docent')).toBe('nobody'));

  test('ends in a circle too, which no file that was read has', () => {
    const people = away('leider.onder', 'leider.boven').people.map((each) =>
      each.email.startsWith('leider.boven@') ? { ...each, deputy: 'leider.onder@klein.example' } : each,
    );
    expect(acting(organisationWith({ people }), 'leider.onder')).toBe('nobody');
  });
});

test('a deputy is who the file names', () => {
  expect(deputyOf(klein, who(klein, 'leider.onder'))).toBe(who(klein, 'leider.boven'));
  expect(deputyOf(klein, who(klein, 'docent'))).toBeUndefined();
});
