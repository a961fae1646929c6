import { describe, expect, test } from 'vitest';
import { agreed, faultsIn, small } from './small.ts';

const file = 'klein.yaml';

/** The line on which a text stands for the first time, counted from 1. */
function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`"${part}" does not stand in the file`);
  return text.slice(0, at).split('\n').length;
}

function edited(from: string, to: string): string {
  if (!small.includes(from)) throw new Error(`"${from}" does not stand in the small organisation`);
  return small.replace(from, to);
}

/** What is broken: the text that is replaced, by what, where the fault must point, and what it must say. */
type Broken = readonly [what: string, from: string, to: string, at: string, says: RegExp];

const names: readonly Broken[] = [
  ['another id than the file', 'id: klein', 'id: groot', 'id: groot', /the file is called klein\.yaml/],
  ['a location twice', 'id: zuid', 'id: noord', 'id: noord\n', /location noord stands twice, first on line \d+; give/],
  [
    'a team twice',
    '{ id: boven,',
    '{ id: onder,',
    '{ id: onder, name: Boven',
    /team onder stands twice, first on line \d+;/,
  ],
  [
    'a person twice',
    'docent@k',
    'DIRECTEUR@k',
    'DIRECTEUR@k',
    /directeur@klein\.example stands twice, first on line \d+;/,
  ],
  ['a protocol', 'protocol: kort', 'protocol: lang', 'protocol: lang', /protocol "lang"; there is groot, kort/],
  [
    'the location of a team',
    'Bovenbouw, location: noord',
    'Bovenbouw, location: oost',
    'location: oost',
    /"oost".*noord, zuid/,
  ],
  [
    'the location of a person',
    'location: zuid',
    'location: west',
    'location: west',
    /leraar@klein\.example is at "west"/,
  ],
  [
    'the location of a holiday',
    'locations: [noord]',
    'locations: [oost]',
    'locations: [oost]',
    /studiedag is at "oost"/,
  ],
  ['a team', 'team: boven', 'team: brug', 'team: brug', /in team "brug", which is not under teams/],
  [
    'a team elsewhere',
    'location: zuid\n',
    'location: zuid\n    team: onder\n',
    'team: onder\n    reportsTo: hoofd',
    /works at zuid, but team onder is at noord/,
  ],
  [
    'the leidinggevende',
    'To: hoofd@',
    'To: hoof@',
    'reportsTo: hoof@',
    /reportsTo of leraar@.* is hoof@.*not under people/,
  ],
  ['the deputy', 'deputy: directeur@', 'deputy: direct@', 'deputy: direct@', /deputy of leider\.boven@.* is direct@/],
  ['the crisis contact', 'crisis: directeur@', 'crisis: direct@', 'crisis: direct@', /crisis contact is direct@/],
  [
    'a role',
    'role: teamleider',
    'role: tiemleider',
    '[{ role: leidinggevende, reach: team }, { role: tiem',
    /knows the role "tiemleider"/,
  ],
  ['the team of a role', 'of: boven', 'of: brug', 'of: brug', /for team "brug"/],
  ['the location of a role', 'team, of: boven', 'location, of: oost', 'of: oost', /role directeur is at "oost"/],
  [
    'a team for a role',
    'team, of: boven',
    'team',
    'reach: team }]\nhours',
    /reach team, but hoofd@klein\.example is in no team/,
  ],
  ['a case with a default', 'misstand: bestuur', 'mistand: bestuur', 'mistand', /no case "mistand"; there is twijfel/],
  ['the role of a default', 'misstand: bestuur', 'misstand: bestuurder', 'misstand: b', /knows the role "bestuurder"/],
  ['the role of a phone', 'politie: 0900', 'agent: 0900', 'agent', /knows the role "agent"/],
];

const circles: readonly Broken[] = [
  ['reportsTo oneself', 'To: hoofd@', 'To: leraar@', 'reportsTo: leraar@', /leraar@.* → leraar@/],
  [
    'each other',
    'location: zuid\n    reportsTo: bestuur@',
    'location: zuid\n    reportsTo: leraar@',
    'reportsTo: hoofd@',
    /leraar@.* → hoofd@.* → leraar@/,
  ],
  [
    'deputies',
    'deputy: directeur@',
    'deputy: leider.onder@',
    'deputy: leider.boven@',
    /leider\.onder@.* → leider\.boven@.* → leider\.onder@/,
  ],
];

const empty: readonly Broken[] = [
  [
    'the bestuur',
    'role: bestuur, reach: board',
    'role: bestuur, reach: location',
    'people:',
    /nobody has the role bestuur with reach board/,
  ],
  [
    'a contact at a school',
    '{ role: directeur, reach: location }, { role: directeur, reach: team',
    '{ role: directeur, reach: team',
    'id: zuid',
    /"directeur" at zuid; protocol kort names it for twijfel \(1\)/,
  ],
  [
    'a default',
    'misstand: bestuur',
    'misstand: privacy',
    'misstand: privacy',
    /"privacy" at noord; it stands here for misstand/,
  ],
];

const impossible: readonly Broken[] = [
  ['a date', '2026-12-04', '2026-02-30', 'absent:', /existing date/],
  ['an absence that ends first', '2026-12-04', '2026-11-04', 'absent:', /must not be before "from"/],
  ['a holiday that ends first', '2027-01-03', '2026-01-03', '2026-12-19', /must not be before "from"/],
  ['a holiday of a year', '2027-01-03', '2028-01-03', '2026-12-19', /more than 92 days/],
  ['hours that end first', '"17:00"', '"07:00"', 'hours: { days: [ma, di, wo', /later than "from"/],
  ['hours without length', '"12:00"', '"10:00"', 'hours: { days: [ma, di]', /later than "from"/],
  ['a time', '"17:00"', '"25:00"', 'hours: { days: [ma, di, wo', /00:00 to 24:00/],
  ['a day', '[ma, di]', '[ma, tu]', 'hours: { days: [ma, tu', /must be one of ma, di/],
  ['no day', '[ma, di]', '[]', 'hours: { days: []', /at least one working day/],
  ['a deadline', 'crisis:', 'deadlines: { twijfel: 1 dag }\ncrisis:', 'deadlines', /"1 werkdag" or "4 uur"/],
  [
    'a time without quotation marks',
    'from: "08:00"',
    'from: 8',
    'hours: { days: [ma, di, wo',
    /between quotation marks/,
  ],
  ['a deadline of nothing', 'crisis:', 'deadlines: { twijfel: 0 uur }\ncrisis:', 'deadlines', /"1 werkdag" or "4 uur"/],
  [
    'a time zone',
    'name: Stichting',
    'timeZone: Europe/Zwolle\nname: Stichting',
    'timeZone',
    /such as Europe\/Amsterdam/,
  ],
  ['an address', 'Bestuur@Klein.example', 'de bestuurder', 'de bestuurder', /e-mail address/],
  [
    'a number without quotation marks',
    'politie: 0900-8844',
    'politie: 112',
    'politie',
    /phones\.politie: .*between quotation marks/,
  ],
  ['a number', '"020-2"', 'bel maar', 'directeur: bel', /between quotation marks/],
  ['a reach', 'reach: board', 'reach: school', 'reach: school', /must be one of team, location, board/],
  [
    'the board of a team',
    'reach: board }',
    'reach: board, of: onder }',
    'reach: board',
    /does not go with reach board/,
  ],
  [
    'a tenant that is a name',
    '00000000-0000-4000-8000-0000000000a1',
    'klein.onmicrosoft.com',
    'teams: { tenants',
    /tenants\.0: must be the id of a Microsoft 365 tenant/,
  ],
  [
    'the old place of the tenants',
    'platforms:',
    'slack: { workspaces: [T1] }\nplatforms:',
    'slack: { w',
    /slack: there is no such name here/,
  ],
  [
    'no crisis contact',
    'crisis: directeur@klein.example\n',
    '',
    'id: klein',
    /crisis: is missing; write the e-mail address of who .* crisis: directeur@school\.nl$/,
  ],
  [
    'a crisis contact that is none',
    'crisis: directeur@klein.example',
    'crisis: bel maar',
    'crisis: bel',
    /crisis: must be an e-mail/,
  ],
  [
    'nobody’s function',
    '    function: Bestuurder\n',
    '',
    'email: Bestuur',
    /function: is missing; write what .* function: Docent/,
  ],
];

describe.each([
  ['names what does not exist or stands twice', names],
  ['goes round', circles],
  ['leaves somebody out', empty],
  ['is impossible', impossible],
])('a file that %s', (_, rows) => {
  test.each(rows)('%s', (_what, from, to, at, says) => {
    const text = edited(from, to);
    const [fault] = faultsIn({ [file]: text });
    expect(fault).toMatch(says);
    expect(fault).toContain(`${file}:${lineOf(text, at)}: `);
  });
});

describe('whoever a protocol sends people to', () => {
  const leader = '    roles: [{ role: leidinggevende, reach: team }, { role: teamleider, reach: team }]\n';

  test('is there for every team, or its people say whom they report to', () => {
    const without = edited(leader, '');
    expect(faultsIn({ [file]: without })).toEqual([]);
    const text = without.replace('    reportsTo: leider.onder@klein.example\n', '');
    const line = lineOf(text, '{ id: onder');
    expect(faultsIn({ [file]: text })).toEqual([
      expect.stringMatching(
        `^${file}:${line}: nobody has the role "leidinggevende" for team onder of noord, and without`,
      ),
    ]);
    expect(faultsIn({ [file]: text })[0]).toMatch(
      /without reportsTo: docent@klein\.example; protocol groot .* twijfel \(A\.1\)/,
    );
  });

  test('is there too for who is in no team', () => {
    const text = edited('    reportsTo: bestuur@klein.example\n    phone', '    phone');
    expect(faultsIn({ [file]: text })).toEqual([
      expect.stringMatching(
        `^${file}:${lineOf(text, 'id: noord')}: .* at noord for who is in no team, and without reportsTo: directeur@`,
      ),
    ]);
  });

  test('is told of once for all teams of a school, with each article once', () => {
    const agreedTwice = {
      ...agreed,
      protocols: agreed.protocols.map((each) =>
        each.id === 'groot'
          ? {
              ...each,
              roles: [...each.roles, { role: 'conciërge', members: [] }],
              contacts: [1, 2].map(() => ({ case: 'ontsporing', roles: ['conciërge'], article: 'A.6' })),
            }
          : each,
      ),
    };
    const said =
      /^klein\.yaml:\d+: nobody has the role "conciërge" at noord; protocol groot names it for ontsporing \(A\.6\)\. /;
    expect(faultsIn({ [file]: small }, agreedTwice)).toEqual([expect.stringMatching(said)]);
    const text = edited('misstand: bestuur', 'misstand: conciërge\n  twijfel: conciërge');
    expect(faultsIn({ [file]: text })).toEqual([
      expect.stringMatching(`^${file}:${lineOf(text, 'misstand:')}: .* at noord; it stands here for misstand, twijfel`),
      expect.stringMatching(/ at zuid; it stands here for misstand, twijfel/),
    ]);
    const one = edited('{ role: directeur, reach: team, of: boven }', '{ role: conciërge, reach: team, of: boven }');
    expect(faultsIn({ [file]: one }, agreedTwice)).toEqual([
      expect.stringMatching(/ for team onder of noord and at noord for who is in no team; protocol groot /),
    ]);
  });

  test('may be missing where a default is named for the case', () => {
    const text = edited(
      '{ role: directeur, reach: location }, { role: directeur, reach: team',
      '{ role: directeur, reach: team',
    );
    expect(faultsIn({ [file]: text })).toHaveLength(1);
    expect(faultsIn({ [file]: text.replace('defaults:', 'defaults:\n  twijfel: bestuur') })).toEqual([]);
  });

  test('is only looked for once every name is right', () => {
    const text = edited('role: bestuur, reach: board', 'role: bestuurder, reach: board');
    expect(faultsIn({ [file]: text })).toEqual([expect.stringMatching(/knows the role "bestuurder"/)]);
  });

  test('may have a role of a protocol that no school here has', () => {
    expect(faultsIn({ [file]: edited('role: teamleider', 'role: conciërge') })).toEqual([]);
  });

  test('a circle is told once', () => {
    const text = edited('location: zuid\n    reportsTo: bestuur@', 'location: zuid\n    reportsTo: leraar@');
    expect(faultsIn({ [file]: text })).toHaveLength(1);
  });
});
