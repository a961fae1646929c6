import { describe, expect, test } from 'vitest';
import { contactsFor, type NamedContact } from '../../src/protocol/protocol.ts';
import type { Audience, ContactCase, Situation } from '../../src/protocol/schema.ts';
import { articleOf, protocolOf } from './library.ts';

/** Where the five documents differ, and that is the point: each answer must be the one of its own school. */

type Asked = { case: ContactCase; audience?: Audience; situation?: Situation };

/** Whom one turns to, as "C.3 leidinggevende"; who acts of their own accord is left out. */
function turnTo(id: string, { audience = 'medewerker', ...asked }: Asked): string[] {
  return contactsFor(protocolOf(id), { audience, ...asked })
    .filter((contact) => contact.act === undefined)
    .map(told);
}

const told = ({ article, roles, soon }: NamedContact) => [article, soon, roles.join(' + ')].filter(Boolean).join(' ');

const duty = (id: string, article: string, what: string) =>
  articleOf(id, article).duties.find((each) => each.what === what);

describe('doubt', () => {
  test('calvijn: at work the leidinggevende, in private the directie', () => {
    expect(turnTo('calvijn', { case: 'twijfel', situation: 'werk' })).toEqual(['C.3 leidinggevende']);
    expect(turnTo('calvijn', { case: 'twijfel', situation: 'prive' })).toEqual(['D.1 directie']);
    expect(protocolOf('calvijn').roles.get('directie')?.members).toEqual([
      'teamleider',
      'vestigingsdirecteur',
      'algemene directie',
    ]);
  });

  test('model: the leidinggevende', () => expect(turnTo('model', { case: 'twijfel' })).toEqual(['B.4 leidinggevende']));

  test('msvr: the leidinggevende, but leaders in doubt do not publish', () => {
    expect(turnTo('msvr', { case: 'twijfel' })).toEqual(['8 leidinggevende']);
    const leaders = articleOf('msvr', '5');
    expect(leaders.contacts).toEqual([]);
    expect(leaders.text).toContain('Twijfel je, plaats het dan niet');
  });

  test('gsv: names no one; staff help each other, then afdelingscoördinator or directeur; the leraar is the pupil’s', () => {
    expect(turnTo('gsv', { case: 'twijfel' })).toEqual([]);
    expect(protocolOf('gsv').meta.silent.twijfel).toMatch(/zegt niet aan wie/);
    expect(turnTo('gsv', { case: 'hulp' })).toEqual(['A.6 afdelingscoördinator + directeur']);
    expect(turnTo('gsv', { case: 'hulp', audience: 'leerling' })).toEqual([
      'A.6 leraar + afdelingscoördinator + directeur',
    ]);
    expect(articleOf('gsv', 'A.6').text).toMatch(/Help elkaar/);
  });

  test('aeres: the leidinggevende or marketing en communicatie', () => {
    expect(turnTo('aeres', { case: 'twijfel' })).toEqual(['1.4.4 leidinggevende + marketing en communicatie']);
  });
});

describe('a discussion that derails', () => {
  test.each([
    ['calvijn', ['C.2 meteen leidinggevende']],
    ['model', ['B.3 meteen leidinggevende']],
    ['aeres', ['1.4.3 meteen marketing en communicatie']],
    ['gsv', []],
    ['msvr', []],
  ])('%s: %j', (id, expected) => expect(turnTo(id, { case: 'ontsporing' })).toEqual(expected));

  test('gsv does not react online except to correct what is untrue, and names nobody', () => {
    expect(articleOf('gsv', 'P.3')).toMatchObject({ force: 'mag-niet' });
    expect(articleOf('gsv', 'P.3').text).toMatch(/geen reactie via sociale media[\s\S]*niet klopt/);
    expect(protocolOf('gsv').meta.silent.ontsporing).toBeDefined();
  });

  test('msvr does not argue with pupil or parent online, and names nobody', () => {
    expect(articleOf('msvr', '4')).toMatchObject({ force: 'mag-niet' });
    expect(articleOf('msvr', '4').text).toMatch(/leerlingen en ouders/);
    expect(protocolOf('msvr').meta.silent.ontsporing).toBeDefined();
  });
});

describe('wrongdoing seen', () => {
  test.each([
    ['calvijn', ['B.6 zsm vestigingsdirecteur']],
    ['model', ['A.9 schoolleiding + bestuur']],
    ['gsv', ['A.10 leraar + directeur']],
    ['msvr', []],
    ['aeres', []],
  ])('%s: %j', (id, expected) => expect(turnTo(id, { case: 'misstand' })).toEqual(expected));

  test.each(['msvr', 'aeres'])('%s names nobody and says so', (id) => {
    expect(protocolOf(id).meta.silent.misstand).toMatch(/zegt niet bij wie/);
  });

  test.each(['calvijn', 'model', 'gsv'])('%s is not silent', (id) => {
    expect(protocolOf(id).meta.silent.misstand).toBeUndefined();
  });

  test('model: the bevoegd gezag phones the vertrouwensinspecteur when a line is crossed', () => {
    expect(duty('model', 'S.3', 'melden-inspecteur')).toEqual({
      what: 'melden-inspecteur',
      force: 'moet',
      by: ['bevoegd gezag'],
    });
    expect(articleOf('model', 'S.3').text).toContain('0900-1113111');
  });
});

describe('police', () => {
  test.each([
    ['calvijn', 'E.5', { what: 'aangifte', force: 'moet' }],
    ['aeres', '1.5.2', { what: 'aangifte', force: 'moet', by: ['locatiedirecteur'] }],
    ['model', 'S.7', { what: 'aangifte', force: 'mag' }],
    ['gsv', 'S', { what: 'aangifte', force: 'mag', by: ['directie'] }],
  ])('%s %s', (id, article, expected) => expect(duty(id, article, 'aangifte')).toEqual(expected));

  test('aeres: by the director of that location', () => {
    expect(protocolOf('aeres').roles.get('locatiedirecteur')?.name).toBe('de directeur van de locatie');
    expect(articleOf('aeres', '1.5.2').text).toMatch(/directeur van die locatie/);
  });

  test('msvr: nobody', () => {
    expect(protocolOf('msvr').articles.flatMap((each) => each.duties)).toEqual([]);
    expect(protocolOf('msvr').meta.silent.strafbaar).toBeDefined();
  });
});

test('removal of posts: calvijn by the vestigings- or algemene directie', () => {
  expect(duty('calvijn', 'E.6', 'verwijderen')).toEqual({
    what: 'verwijderen',
    force: 'mag',
    by: ['vestigingsdirectie', 'algemene directie'],
  });
});

test('gsv talks first, and parents are always told of a measure', () => {
  const { duties } = articleOf('gsv', 'S');
  expect(duties[0]).toEqual({ what: 'eerst-gesprek', force: 'moet' });
  expect(duties).toContainEqual({ what: 'ouders-informeren', force: 'moet' });
  expect(duties).toContainEqual({ what: 'maatregel', force: 'mag', by: ['directie'] });
  expect(articleOf('gsv', 'S').text).toMatch(/bespreekt de school dat eerst[\s\S]*ouders[\s\S]*altijd/);
});

describe('consent for pictures', () => {
  test('calvijn A.5 binds pupils, docenten or directie give it; staff have only what D.1 says of persons', () => {
    expect(articleOf('calvijn', 'A.5')).toMatchObject({ audience: ['leerling'], force: 'mag-mits' });
    expect(turnTo('calvijn', { case: 'toestemming', audience: 'leerling' })).toContain('A.5 docent + directie');
    expect(turnTo('calvijn', { case: 'toestemming', audience: 'medewerker' })).toEqual([]);
    const forStaff = protocolOf('calvijn').articles.filter(
      (each) => each.audience.includes('medewerker') && each.topics.includes('foto-toestemming'),
    );
    expect(forStaff.map(({ id }) => id)).toEqual(['D.1']);
    expect(articleOf('calvijn', 'D.1').text).toMatch(/geen\s+informatie die bij een persoon hoort/);
  });

  test('model A.5: demonstrable and written, the pupil from 16', () => {
    expect(articleOf('model', 'A.5').text).toMatch(/schriftelijk[\s\S]*aantonen[\s\S]*16 jaar/);
    expect(articleOf('model', 'A.5').audience).toContain('medewerker');
  });

  test('gsv: P.4 asks the parents, A.8 others', () => {
    expect(articleOf('gsv', 'P.4').text).toMatch(/ouders.*toestemming/);
    expect(articleOf('gsv', 'A.8').text).toMatch(/anderen[\s\S]*zonder dat zij het goedvinden/);
  });

  test('aeres 1.3.2: explicit, may be asked in writing when the year begins', () => {
    expect(articleOf('aeres', '1.3.2')).toMatchObject({ force: 'mag-mits' });
    expect(articleOf('aeres', '1.3.2').text).toMatch(/uitdrukkelijk[\s\S]*kan[\s\S]*schooljaar/);
  });

  test('msvr is silent', () => {
    const about = protocolOf('msvr').articles.filter((each) =>
      each.topics.some((topic) => ['foto-toestemming', 'toestemming-vorm', 'leerling-beeld'].includes(topic)),
    );
    expect(about).toEqual([]);
    expect(turnTo('msvr', { case: 'toestemming' })).toEqual([]);
  });
});

describe('disclaimers', () => {
  test('calvijn D.2 has two parts', () => {
    expect(articleOf('calvijn', 'D.2')).toMatchObject({ force: 'moet', situation: 'prive' });
    expect(articleOf('calvijn', 'D.2').text).toMatch(
      /persoonlijke mening[\s\S]*niet verantwoordelijk voor wat anderen/,
    );
    expect(articleOf('calvijn', 'D.2').short).toMatch(/eigen mening.* anderen/);
  });

  test('model B.2 also wants the function', () => {
    expect(articleOf('model', 'B.2').text).toMatch(/dat je daar werkt en welke functie/);
    expect(articleOf('model', 'C.3').text).not.toMatch(/functie/);
    expect(articleOf('model', 'C.4').text).toMatch(/persoonlijke mening/);
  });

  test('msvr promises an example that its document does not have, and we say so', () => {
    expect(articleOf('msvr', 'B.8')).toMatchObject({ force: 'mag' });
    expect(articleOf('msvr', 'B.8').text).toMatch(/voorbeeld staat niet in het document/);
  });
});
