import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLast, nextLevel } from '../../src/organisation/levels.ts';
import type { Person } from '../../src/organisation/person.ts';
import type { Organisation } from '../../src/organisation/schema.ts';
import { named, organisationWith, who } from './small.ts';

const klein = organisationWith();

/** Everybody above somebody, nearest first. Stops after a hundred: whoever counts them notices. */
function above(organisation: Organisation, from: Person): Person[] {
  const climbed: Person[] = [];
  for (let each = nextLevel(organisation, from); each !== undefined; each = nextLevel(organisation, each)) {
    climbed.push(each);
    if (climbed.length > 100) break;
  }
  return climbed;
}

describe('one level up', () => {
  test.each([
    ['docent', 'leider.onder directeur bestuur'],
    ['leraar', 'hoofd bestuur'],
    ['directeur', 'bestuur'],
    ['bestuur', ''],
  ])('from %s up to the bestuur', (name, expected) => expect(named(above(klein, who(klein, name)))).toBe(expected));

  test('to the bestuur for who reports to nobody', () => {
    const people = klein.people.map(({ reportsTo: _, ...each }) => each);
    const flat = organisationWith({ people });
    expect(named(above(flat, who(flat, 'docent')))).toBe('bestuur');
  });

  test('never to or past the supervisor', () => {
    const people = klein.people.map((each) =>
      each.email.startsWith('bestuur@') ? { ...each, reportsTo: 'toezicht@klein.example' } : each,
    );
    const toezicht = { email: 'toezicht@klein.example', function: 'Toezichthouder', location: 'noord' };
    const roles = [{ role: 'raad van toezicht', reach: 'board' as const }];
    const supervised = organisationWith({ people: [...people, { ...toezicht, roles }] });
    expect(named(above(supervised, who(supervised, 'docent')))).toBe('leider.onder directeur bestuur');
    expect(above(supervised, who(supervised, 'toezicht'))).toEqual([]);
    expect(isLast(who(supervised, 'toezicht'))).toBe(true);
  });

  test('not back to a bestuur that reports to this person', () => {
    const people = klein.people.map((each) =>
      each.email.startsWith('bestuur@') ? { ...each, reportsTo: 'voorzitter@klein.example' } : each,
    );
    const voorzitter = { email: 'voorzitter@klein.example', function: 'Voorzitter', location: 'noord' };
    const odd = organisationWith({ people: [...people, voorzitter] });
    expect(above(odd, who(odd, 'voorzitter'))).toEqual([]);
  });

  test('ends with the bestuur in every organisation', () => {
    const leaders = fc.array(fc.option(fc.nat()), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(leaders, (chosen) => {
        const people = chosen.map((leader, i) => ({
          email: `p${i}@klein.example`,
          function: 'Iemand',
          location: 'noord',
          ...(leader === null || i === 0 ? {} : { reportsTo: `p${leader % i}@klein.example` }),
          roles: i === 0 ? [{ role: 'bestuur', reach: 'board' as const }] : [],
        }));
        const made = organisationWith({ people, crisis: 'p0@klein.example' });
        for (const person of made.people.slice(1)) {
          const climbed = above(made, person);
          expect(climbed.at(-1)?.email).toBe('p0@klein.example');
          expect(new Set(climbed).size).toBe(climbed.length);
        }
      }),
    );
  });
});
