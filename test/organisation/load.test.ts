import { describe, expect, test } from 'vitest';
import { faultsIn, load, small } from './small.ts';

const file = 'klein.yaml';
const ONE = '00000000-0000-4000-8000-0000000000a1';
const TWO = '00000000-0000-4000-8000-0000000000a2';

describe('an organisation as it should be', () => {
  const organisations = load({ [file]: small });
  const [klein] = organisations.all;

  test('is found by id, tenant and workspace', () => {
    expect(organisations.byId('klein')).toBe(klein);
    expect(organisations.byTenant(ONE)).toBe(klein);
    expect(organisations.byTenant(ONE.toUpperCase())).toBe(klein);
    expect(organisations.byWorkspace('T1')).toBe(klein);
    for (const unknown of ['T1', TWO, '', 'constructor']) expect(organisations.byTenant(unknown)).toBeUndefined();
  });

  test('has what it left out', () => {
    expect(klein?.timeZone).toBe('Europe/Amsterdam');
    expect(klein?.deadlines).toEqual({
      twijfel: { amount: 1, unit: 'werkdag' },
      ontsporing: { amount: 1, unit: 'uur' },
      melding: { amount: 1, unit: 'werkdag' },
      spoed: { amount: 1, unit: 'uur' },
    });
  });

  test('has e-mail addresses in small letters', () => {
    expect(klein?.people[0]?.email).toBe('bestuur@klein.example');
  });

  test('keeps the deadlines it sets itself', () => {
    const [own] = load({ [file]: `${small}deadlines: { twijfel: 3 werkdagen, spoed: 4 uur }\n` }).all;
    expect(own?.deadlines.twijfel).toEqual({ amount: 3, unit: 'werkdag' });
    expect(own?.deadlines.spoed).toEqual({ amount: 4, unit: 'uur' });
    expect(own?.deadlines.melding).toEqual({ amount: 1, unit: 'werkdag' });
  });
});

describe('several organisations', () => {
  const other = small.replace('id: klein', 'id: ander').replace(ONE, TWO).replace('T1', 'T2');

  test('stand beside each other', () => {
    const organisations = load({ 'ander.yaml': other, [file]: small, 'README.md': 'not an organisation' });
    expect(organisations.all.map(({ id }) => id)).toEqual(['ander', 'klein']);
    expect(organisations.byTenant(TWO)?.id).toBe('ander');
    expect(organisations.byWorkspace('T1')?.id).toBe('klein');
  });

  test('come before the made-up board', () => {
    const made = { 'example.yaml': other.replace('id: ander', 'id: example'), [file]: small };
    expect(load(made).all.map(({ id }) => id)).toEqual(['klein', 'example']);
  });

  test('do not share a tenant or a workspace', () => {
    const twice = other.replace(TWO, ONE).replace('T2', 'T1');
    expect(faultsIn({ 'ander.yaml': twice, [file]: small })).toEqual([
      expect.stringMatching(/^klein\.yaml:4: tenant [-0]+4000-8000-0+a1 is also named in .*ander\.yaml$/),
      expect.stringMatching(/^klein\.yaml:5: workspace T1 is also named in .*ander\.yaml$/),
    ]);
  });

  test('show the faults of every file at once', () => {
    const broken = {
      'ander.yaml': small,
      [file]: small.replace('crisis: directeur', 'crisis: niemand'),
      'leeg.yaml': '',
    };
    expect(faultsIn(broken).map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(Object.keys(broken)));
  });

  test('are at least one', () => {
    expect(faultsIn({})).toEqual([expect.stringMatching(/no organisation \(\*\.yaml\) in this folder/)]);
  });
});
