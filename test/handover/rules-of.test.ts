import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../src/handover/rules-of.ts';
import type { Organisation } from '../../src/organisation/schema.ts';
import { organisationFile } from '../../src/organisation/schema.ts';

const at = new Date('2026-11-23T09:00:00.000Z');
const doubt = { location: 'noord', subject: 'twijfel', kind: 'doubt', urgent: false } as const;
const mail = (name: string) => `${name}@voorbeeld.nl`;
const away = [{ from: '2026-11-20', to: '2026-11-30' }];

type Someone = { name: string; reportsTo?: string; deputy?: string; bestuur?: boolean; absent?: typeof away };

function board(...people: Someone[]): Organisation {
  return organisationFile.parse({
    id: 'voorbeeld',
    name: 'Voorbeeld',
    locations: [{ id: 'noord', name: 'Noord', protocol: 'calvijn' }],
    crisis: mail('crisis'),
    people: [...people, { name: 'crisis' }].map(({ name, reportsTo, deputy, bestuur, absent }: Someone) => ({
      email: mail(name),
      function: name,
      location: 'noord',
      ...(reportsTo ? { reportsTo: mail(reportsTo) } : {}),
      ...(deputy ? { deputy: mail(deputy) } : {}),
      ...(absent ? { absent } : {}),
      roles: bestuur ? [{ role: 'bestuur', reach: 'board' }] : [],
    })),
  });
}

const lineOf = (organisation: Organisation) => rulesOf(organisation, doubt, at).line;

describe('the rules of a case', () => {
  test('each subject has its deadline', () => {
    const organisation = board({ name: 'bestuurder', bestuur: true });
    const deadline = (more: object) => rulesOf(organisation, { ...doubt, ...more }, at).deadline;
    expect(deadline({})).toEqual({ amount: 1, unit: 'werkdag' });
    expect(deadline({ subject: 'ontsporing', urgent: true })).toEqual({ amount: 1, unit: 'uur' });
    expect(deadline({ kind: 'report', subject: 'misstand' })).toEqual({ amount: 1, unit: 'werkdag' });
    expect(deadline({ kind: 'report', urgent: true })).toEqual({ amount: 1, unit: 'uur' });
  });

  test('the deputy, or whoever stands in for an absent deputy', () => {
    const { deputyOf } = lineOf(
      board(
        { name: 'a', deputy: 'b' },
        { name: 'b', deputy: 'c', absent: away },
        { name: 'c' },
        { name: 'd', deputy: 'e' },
        { name: 'e', absent: away },
      ),
    );
    expect(deputyOf(mail('a'))).toMatchObject({ email: mail('c'), reason: 'vervangt a' });
    expect(deputyOf(mail('c'))).toBeUndefined();
    expect(deputyOf(mail('d'))).toBeUndefined();
    expect(deputyOf(mail('wie'))).toBeUndefined();
  });

  test('going up passes over who is absent, and always ends at the bestuur', () => {
    const { nextLevelOf } = lineOf(
      board(
        { name: 'leraar', reportsTo: 'leider' },
        { name: 'leider', reportsTo: 'directeur', deputy: 'leraar', absent: away },
        { name: 'directeur', absent: away },
        { name: 'bestuurder', bestuur: true, absent: away },
      ),
    );
    expect(nextLevelOf(mail('leraar'))?.email).toBe(mail('bestuurder'));
    expect(nextLevelOf(mail('directeur'))?.email).toBe(mail('bestuurder'));
    expect(nextLevelOf(mail('bestuurder'))).toBeUndefined();
  });

  test('the crisis contact, or who stands in', () => {
    expect(rulesOf(board({ name: 'bestuurder', bestuur: true }), doubt, at).crisis?.email).toBe(mail('crisis'));
  });
});
