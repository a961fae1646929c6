import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organisationFile } from '../../src/organisation/schema.ts';
import { mentionsIn } from '../../src/report/people.ts';
import { example, protocolOf, who } from './world.ts';

/** Who is found, as what stands before the @, in order. */
const found = (text: string, reporter = 'docent.wiskunde', organisation = example) => {
  const person = who(reporter, organisation);
  const location = organisation.locations.find(({ id }) => id === person.location);
  const mentions = mentionsIn(text, { organisation, reporter: person, protocol: protocolOf(location?.protocol ?? '') });
  return mentions.map(({ email }) => email.replace(/@.*/, ''));
};

describe('by function', () => {
  test.each([
    ['docent.wiskunde', 'De vestigingsdirecteur heeft mij uitgescholden', ['vestigingsdirecteur']],
    ['docent.wiskunde', 'de teamleider van de bovenbouw appt leerlingen', ['teamleider.bovenbouw']],
    ['docent.wiskunde', 'TEAMLEIDER BOVENBOUW', ['teamleider.bovenbouw']],
    ['docent.wiskunde', 'het gaat om de docent geschiedenis', ['docent.geschiedenis']],
    ['docent.wiskunde', 'de geschiedenisdocent plaatste het', ['docent.geschiedenis']],
    ['docent.wiskunde', 'onze leraar geschiedenis filmde', ['docent.geschiedenis']],
    ['docent.wiskunde', 'de teamleiders weten ervan', ['teamleider.onderbouw', 'teamleider.bovenbouw']],
    ['docent.wiskunde', 'de algemeen directeur liet dit rondgaan', ['algemeen.directeur']],
    ['docent.wiskunde', 'de crisiscoördinator', ['crisiscoordinator']],
    ['leraar.nederlands', 'onze rector deelt dit soort grappen', ['rector']],
    ['leraar.nederlands', 'de conrector deelt dit soort grappen', ['conrector']],
    ['leraar.nederlands', 'mijn collega de leraar biologie', ['leraar.biologie']],
    ['leraar.muziek', 'de directeur', ['directeur.montessori']],
    ['leerkracht.groep3', 'de juf van groep 7 appt met een leerling', ['leerkracht.groep7']],
    ['leerkracht.groep7', 'de meester van groep 3', ['leerkracht.groep3']],
    ['leerkracht.groep3', 'de leerkracht van groep 5', []],
    ['docent.dierverzorging', 'de teamleider groen', ['teamleider.groen']],
  ])('%s: %s', (reporter, text, expected) => {
    expect(found(text, reporter)).toEqual(expected);
  });
});

describe('by relation and by role', () => {
  test.each([
    ['docent.wiskunde', 'Mijn leidinggevende pest een collega', ['teamleider.onderbouw']],
    ['docent.geschiedenis', 'mn baas', ['teamleider.bovenbouw']],
    ['docent.geschiedenis', 'mijn directe leidinggevende', ['teamleider.bovenbouw']],
    ['docent.wiskunde', 'mijn teamleider', ['teamleider.onderbouw']],
    ['docent.wiskunde', 'mijn directeur', ['vestigingsdirecteur']],
    ['teamleider.onderbouw', 'mijn chef', ['vestigingsdirecteur']],
    ['leraar.biologie', 'mijn afdelingsleider', ['afdelingsleider.exact']],
    ['leerkracht.groep7', 'mijn baas', ['afdelingscoordinator.bovenbouw', 'directeur.basisschool']],
    ['leraar.muziek', 'mijn leidinggevende', ['bouwcoordinator', 'directeur.montessori']],
    ['leraar.muziek', 'mijn bouwcoordinator', ['bouwcoordinator']],
    ['leraar.muziek', 'het college van bestuur', ['bestuurder']],
    ['leraar.muziek', 'iemand van het bestuur', ['bestuurder']],
    ['docent.wiskunde', 'De bestuurder zelf', ['bestuurder']],
    ['docent.wiskunde', 'de raad van toezicht', ['voorzitter.toezicht']],
    ['leraar.nederlands', 'de schoolleiding', ['rector', 'conrector']],
    ['docent.wiskunde', 'de directie', ['teamleider.onderbouw', 'vestigingsdirecteur', 'algemeen.directeur']],
    ['docent.dierverzorging', 'marketing en communicatie plaatste dit', ['marketing']],
  ])('%s: %s', (reporter, text, expected) => {
    expect(found(text, reporter)).toEqual(expected);
  });
});

describe('nobody', () => {
  test.each([
    'Een docent heeft mij uitgescholden',
    'een leraar en een leerling',
    'de mentor van 2B',
    'Een leerling wordt gepest in de groepsapp',
    'mijn collega',
    'haar baas is boos',
    '',
    '@@@ 💥',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('the reporter least of all', () => {
    expect(found('de docent wiskunde, dat ben ik: docent.wiskunde@voorbeeld.example')).toEqual([]);
    expect(found('de rector', 'rector')).toEqual([]);
    expect(found('de raad van toezicht', 'voorzitter.toezicht')).toEqual([]);
  });
});

/** Names that nobody has. */
const names: Readonly<Record<string, { readonly name: string }>> = {
  vestigingsdirecteur: { name: 'Wiebe van der Zonnebeld' },
  'teamleider.onderbouw': { name: 'Noor Quispel' },
  'teamleider.bovenbouw': { name: 'Aäron El Khattari' },
  'docent.geschiedenis': { name: 'Roos Bakker' },
  'docent.wiskunde': { name: 'Tjalling Oudeman' },
  rector: { name: 'Roos Vlierhout' },
  conrector: { name: 'Jan Quispel' },
};

/** The example board with those names. */
const named = organisationFile.parse({
  ...example,
  deadlines: {},
  retention: {},
  people: example.people.map((person) => ({
    ...person,
    ...names[person.email.replace(/@.*/, '')],
  })),
});
describe('by name', () => {
  const inTown = (text: string, reporter = 'docent.wiskunde') => found(text, reporter, named);

  test.each([
    ['Noor Quispel schreef dit', ['teamleider.onderbouw']],
    ['noor quispel schreef dit', ['teamleider.onderbouw']],
    ['ik zag dat N. Quispel dit schreef', ['teamleider.onderbouw']],
    ['volgens Wiebe van der Zonnebeld mag het', ['vestigingsdirecteur']],
    ['volgens wiebe zonnebeld mag het', ['vestigingsdirecteur']],
    ['volgens Wiebe van der Zonebeld mag het', ['vestigingsdirecteur']],
    ['mevr quispel en dhr zonnebeldt', ['teamleider.onderbouw', 'vestigingsdirecteur', 'conrector']],
    ['meneer El Khattari', ['teamleider.bovenbouw']],
    ['Aaron el-Khattari', ['teamleider.bovenbouw']],
    ['dit was dus Roos', ['docent.geschiedenis']],
    ['juf roos van 2B', ['docent.geschiedenis', 'rector']],
    ['met Bakker erbij', ['docent.geschiedenis']],
    ['stuur het naar VESTIGINGSDIRECTEUR@voorbeeld.example', ['vestigingsdirecteur']],
  ])('%s', (text, expected) => {
    expect(inTown(text).toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    'bij de bakker',
    'er stond een roos bij',
    'Roosendaal',
    'de naam Jan Bakker',
    'ik kocht quispelse appels',
  ])('not in: %s', (text) => {
    expect(inTown(text)).toEqual([]);
  });

  test('those of the own team come first, then those of the own school', () => {
    expect(inTown('mevrouw Quispel', 'docent.wiskunde')).toEqual(['teamleider.onderbouw', 'conrector']);
    expect(inTown('mevrouw Quispel', 'leraar.biologie')).toEqual(['conrector', 'teamleider.onderbouw']);
  });

  test('tells which words did it', () => {
    const reporter = who('docent.wiskunde', named);
    const text = 'Gisteren riep de teamleider van de bovenbouw iets tegen Noor  Quispel.';
    const mentions = mentionsIn(text, { organisation: named, reporter, protocol: protocolOf('calvijn') });
    expect(mentions.map(({ words, by }) => [words, by])).toEqual([
      ['Noor  Quispel', 'name'],
      ['teamleider van de bovenbouw', 'function'],
    ]);
  });
});

describe('whatever is typed', () => {
  const first = fc.constantFrom('Noor', 'Bas', 'Élise', 'Jo', 'Mohammed', 'Fenna');
  const between = fc.constantFrom('', 'de', 'van der', 'ten');
  const last = fc.constantFrom('Vosmeer', 'Appelhof', 'Sí', 'Bruinsma', 'Zandwijk', 'O’Dell');

  test('a full name is found in any sentence, in any case', () => {
    fc.assert(
      fc.property(first, between, last, fc.boolean(), fc.lorem(), (one, middle, other, lower, around) => {
        const name = [one, middle, other].filter((part) => part !== '').join(' ');
        const people = example.people.map((person) =>
          person.email.startsWith('rector@') ? { ...person, name } : person,
        );
        const organisation = { ...example, people };
        const text = `${around} ${lower ? name.toLowerCase() : name}, ${around}`;
        expect(found(text, 'docent.wiskunde', organisation)).toContain('rector');
      }),
    );
  });

  test('it ends, finds people of the organisation only, each once and never the reporter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...example.people),
        (text, reporter) => {
          const emails = mentionsIn(`${text} de directeur, mijn baas, het bestuur en de teamleiders`, {
            organisation: example,
            reporter,
            protocol: protocolOf(reporter.location),
          }).map(({ email }) => email);
          expect(emails).not.toContain(reporter.email);
          expect(new Set(emails).size).toBe(emails.length);
          expect(example.people.map(({ email }) => email)).toEqual(expect.arrayContaining(emails));
        },
      ),
    );
    const long = `${'de teamleider '.repeat(20_000)}${'x'.repeat(200_000)}`;
    expect(found(long).length).toBeGreaterThan(0);
  });
});
