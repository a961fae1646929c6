import { describe, expect, test } from 'vitest';
import { nextLevel } from '../../src/organisation/levels.ts';
import { withManagers, withoutLeader } from '../../src/organisation/managers.ts';
import { peopleFor } from '../../src/organisation/people.ts';
import type { Organisation } from '../../src/organisation/schema.ts';
import { named, organisationWith, who } from './small.ts';

const at = (name: string) => `${name}@klein.example`;
const without = (...names: string[]): Organisation => {
  const klein = organisationWith();
  const people = klein.people.map(({ reportsTo, ...rest }) =>
    names.some((name) => rest.email === at(name)) || reportsTo === undefined ? rest : { ...rest, reportsTo },
  );
  return { ...klein, people };
};
const told = (managers: Readonly<Record<string, string[]>>) =>
  new Map(Object.entries(managers).map(([name, addresses]) => [at(name), addresses]));

describe('a manager of a directory elsewhere', () => {
  test('is asked for whom the file gives none, and for nobody at the top', () => {
    expect(named(withoutLeader(organisationWith()))).toBe('');
    expect(named(withoutLeader(without('docent', 'leraar')))).toBe('docent leraar');
  });

  test('is the leidinggevende and the next level of somebody of whom the file says nothing', () => {
    const before = without('docent');
    expect(named(peopleFor(before, who(before, 'docent'), 'leidinggevende'))).toBe('leider.onder');
    const { organisation, ...counts } = withManagers(
      before,
      told({ docent: ['andere.naam@klein.example', at('hoofd')] }),
    );
    const docent = who(organisation, 'docent');
    expect(named(peopleFor(organisation, docent, 'leidinggevende'))).toBe('hoofd leider.onder');
    expect(named([nextLevel(organisation, docent)])).toBe('hoofd');
    expect(counts).toEqual({ unknown: 0, circles: 0 });
    // People are compared as objects: nobody else became another one.
    expect(organisation.people.filter((each) => !before.people.includes(each))).toEqual([docent]);
  });

  test('does not count against the file, for the bestuur, or when it is nobody of the file', () => {
    const before = without('docent');
    const { organisation, unknown } = withManagers(
      before,
      told({ leraar: [at('directeur')], bestuur: [at('docent')], docent: ['chef@elders.example'] }),
    );
    expect(organisation).toBe(before);
    expect(unknown).toBe(1);
  });

  test('never makes a circle: not with oneself, with the file, or with another manager', () => {
    const before = without('docent', 'directeur', 'hoofd');
    const own = withManagers(before, told({ docent: [at('docent')] }));
    expect(own).toMatchObject({ organisation: before, circles: 1 });
    const withFile = withManagers(before, told({ directeur: [at('leider.onder')] }));
    expect(withFile).toMatchObject({ organisation: before, circles: 1 });
    const { organisation, circles } = withManagers(
      before,
      told({ directeur: [at('hoofd')], hoofd: [at('directeur')] }),
    );
    expect(circles).toBe(1);
    expect(named([nextLevel(organisation, who(organisation, 'directeur'))])).toBe('hoofd');
    expect(named([nextLevel(organisation, who(organisation, 'hoofd'))])).toBe('bestuur');
  });
});
