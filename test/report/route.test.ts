import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../src/organisation/schema.ts';
import type { LawCase } from '../../src/protocol/knowledge.ts';
import type { Report, ReportKind } from '../../src/report/report.ts';
import { reportKinds } from '../../src/report/report.ts';
import { routeOf } from '../../src/report/route.ts';
import { example, library, mail, protocolOf, report, reports, who } from './world.ts';

/** A member of staff of each school. */
const reporters = {
  calvijn: 'docent.wiskunde',
  model: 'leraar.nederlands',
  msvr: 'leraar.muziek',
  gsv: 'leerkracht.groep7',
  aeres: 'docent.dierverzorging',
} as const;
type School = keyof typeof reporters;
const schools = Object.keys(reporters) as School[];

type Situation = {
  readonly parts?: Partial<Report>;
  readonly told?: readonly LawCase[];
  readonly reporter?: string;
  readonly organisation?: Organisation;
  readonly day?: string;
  /** As at a school that wrote a protocol of its own and nothing about reports. */
  readonly unwritten?: boolean;
};

const route = (school: School, given: Situation = {}) =>
  routeOf({
    report: report(given.parts),
    reporter: who(given.reporter ?? reporters[school], given.organisation),
    protocol: protocolOf(school),
    organisation: given.organisation ?? example,
    reports: given.unwritten ? undefined : reports.byProtocol.get(school),
    law: library.law,
    told: given.told ?? [],
    day: given.day ?? '2026-11-24',
  });

const bare = (email: string) => email.replace(/@.*/, '');
/** "vestigingsdirecteur B.6, algemeen.directeur": each recipient with the article it rests on. */
const line = (recipients: readonly { readonly email: string; readonly article?: string; readonly law?: string }[]) =>
  recipients.map(({ email, article, law }) => [bare(email), article ?? law].filter(Boolean).join(' ')).join(', ');
const to = (school: School, given: Situation = {}) => line(route(school, given).recipients);

/** The same board, with somebody away on the day of the tests. */
const without = (...names: readonly string[]): Organisation => ({
  ...example,
  people: example.people.map((person) =>
    names.some((name) => person.email === mail(name))
      ? { ...person, absent: [{ from: '2026-11-23', to: '2026-11-27' }] }
      : person,
  ),
});

/** Read against the documents: whom each names when staff see something that is not allowed. */
const everyKind: Readonly<Record<School, (kind: ReportKind) => string>> = {
  // B.6: unlawful use of social media is reported to the vestigingsdirecteur, whatever it is.
  calvijn: () => 'vestigingsdirecteur B.6, algemeen.directeur, bestuurder',
  // A.9: schoolleiding or bestuur.
  model: () => 'rector A.9, conrector A.9, bestuurder A.9',
  // Nobody is named: the organisation's choice, without an article.
  msvr: () => 'directeur.montessori, bestuurder',
  // A.10 names the teacher or the directeur; for staff the directeur.
  gsv: () => 'directeur.basisschool A.10, bestuurder',
  // Nobody is named for reporting: 1.5.2 says who goes to the police, 1.3.5 who takes measures; for the rest nobody.
  aeres: (kind) => {
    if (['bedreigen', 'stalken', 'seksueel', 'haat'].includes(kind))
      return 'locatiedirecteur 1.5.2, algemeen.directeur.mbo, bestuurder';
    const measures = ['pesten', 'kwetsen', 'reputatie'].includes(kind) ? ' 1.3.5' : '';
    return `teamleider.dier${measures}, locatiedirecteur${measures}, algemeen.directeur.mbo, bestuurder`;
  },
};

describe.each(schools)('at %s', (school) => {
  test.each(reportKinds)('%s goes to whom this protocol names', (kind) => {
    const found = route(school, { parts: { kind } });
    expect(line(found.recipients)).toBe(everyKind[school](kind));
    expect(line(found.beside)).toBe(kind === 'vertrouwelijk' ? 'functionaris.gegevensbescherming datalek' : '');
    expect(found.deadline72h).toBe(kind === 'vertrouwelijk' ? true : undefined);
    expect(found.excluded).toEqual([mail(reporters[school])]);
    expect(found.call).toEqual([]);
    expect(found.straight).toBeUndefined();
    expect(found.urgent).toBe(false);
  });

  test('misconduct by staff towards a pupil goes straight to the bestuur, past everybody', () => {
    const parts = { kind: 'seksueel', by: 'medewerker', affected: 'leerling', affectedMinor: 'ja' } as const;
    const found = route(school, { parts });
    expect(line(found.recipients)).toBe('bestuurder meld-overleg-aangifteplicht');
    expect(found.straight).toBe('misbruik');
    // Whatever the form says of it.
    expect(found.urgent).toBe(true);
    expect(found.law.slice(0, 2)).toEqual(['meld-overleg-aangifteplicht', 'vertrouwensinspecteur']);
    expect(found.call).toEqual(['Vertrouwensinspecteur: 0900-1113111']);
    const leaders = example.people.filter(({ roles }) => roles.some(({ role }) => role === 'leidinggevende'));
    expect(found.bypassed).toEqual(expect.arrayContaining(leaders.map(({ email }) => email)));
    expect(found.bypassed).toEqual(expect.arrayContaining([mail('crisiscoordinator'), mail('vestigingsdirecteur')]));
  });

  test('what is about the bestuur goes to its supervisor, whatever it is', () => {
    for (const kind of reportKinds) {
      const found = route(school, { parts: { kind, about: [mail('bestuurder')] } });
      expect(line(found.recipients)).toBe('voorzitter.toezicht toezichthouder');
      expect(found.call).toEqual(['Vertrouwensinspecteur: 0900-1113111']);
      expect(found.law).toEqual(expect.arrayContaining(['toezichthouder', 'vertrouwensinspecteur']));
    }
  });

  test('what is about the first who would get it goes to the level above', () => {
    const first = route(school).recipients[0]?.email ?? '';
    const found = route(school, { parts: { about: [first] } });
    const expected = {
      calvijn: 'algemeen.directeur, bestuurder',
      // The conrector works under the rector.
      model: 'bestuurder A.9',
      msvr: 'bestuurder',
      gsv: 'bestuurder',
      aeres: 'locatiedirecteur 1.3.5, algemeen.directeur.mbo, bestuurder',
    };
    expect(line(found.recipients)).toBe(expected[school]);
    expect(found.excluded.slice(0, 2)).toEqual([mail(reporters[school]), first]);
  });
});

describe('who works under somebody it is about', () => {
  test('gets nothing and is excluded, but for the privacy officer', () => {
    const about = [mail('algemeen.directeur')];
    const found = route('calvijn', { parts: { kind: 'vertrouwelijk', about } });
    expect(line(found.recipients)).toBe('bestuurder');
    expect(found.bypassed).toContain(mail('vestigingsdirecteur'));
    expect(found.bypassed).not.toContain(mail('rector'));
    const board = route('calvijn', { parts: { kind: 'vertrouwelijk', about: [mail('bestuurder')] } });
    expect(line(board.beside)).toBe('functionaris.gegevensbescherming datalek');
  });

  test('stays where it is about somebody who leads nobody', () => {
    const found = route('calvijn', { parts: { about: [mail('docent.geschiedenis')] } });
    expect(line(found.recipients)).toBe('vestigingsdirecteur B.6, algemeen.directeur, bestuurder');
    expect(found.bypassed).toEqual([]);
  });
});

describe('what the reporter is told', () => {
  test('that the protocol names nobody, in its own sentence, and that the organisation chose', () => {
    const found = route('msvr');
    expect(found.defaultUsed).toBe(true);
    expect(found.silent).toBe('Dit protocol zegt niet bij wie je een misstand op sociale media meldt.');
    expect(found.recipients[0]?.reason).toBe(
      'het protocol noemt hiervoor niemand; de organisatie koos de functie schoolleiding',
    );
    expect(route('aeres', { parts: { kind: 'gehackt' } }).recipients[0]?.reason).toBe(
      'het protocol noemt hiervoor niemand; de organisatie koos de schoolleiding',
    );
  });

  test('that aeres says who acts, and not to whom one reports', () => {
    const found = route('aeres', { parts: { kind: 'bedreigen' } });
    expect(found.defaultUsed).toBeUndefined();
    expect(found.silent).toBe('Dit protocol zegt niet bij wie je een misstand op sociale media meldt.');
    expect(found.recipients[0]?.reason).toBe(
      'de directeur van de locatie, die doet aangifte als het misschien strafbaar is',
    );
  });

  test('who stands in, and whom the protocol names in vain', () => {
    expect(route('calvijn').recipients[0]?.reason).toBe('de vestigingsdirecteur');
    expect(route('calvijn').recipients[0]?.openly).toBe('de vestigingsdirecteur');
    const away = route('calvijn', { organisation: without('vestigingsdirecteur') });
    expect(line(away.recipients)).toBe('algemeen.directeur B.6, bestuurder, vestigingsdirecteur B.6');
    expect(away.recipients[0]?.reason).toBe('de vestigingsdirecteur; vervangt Vestigingsdirecteur');
    expect(away.recipients[0]?.openly).not.toContain('estigingsdirecteur');
    const found = route('calvijn', { parts: { about: [mail('vestigingsdirecteur')] } });
    expect(found.passedOver).toEqual({ name: 'de vestigingsdirecteur', article: 'B.6' });
    expect(found.recipients[0]?.reason).toBe('het volgende niveau');
  });

  test('nothing of it where the protocol names somebody', () => {
    const { defaultUsed, silent, passedOver } = route('calvijn');
    expect([defaultUsed, silent, passedOver]).toEqual([undefined, undefined, undefined]);
  });
});

describe('who is away', () => {
  test('is replaced by who stands in, unless that one may not get it', () => {
    const organisation = without('teamleider.dier');
    expect(to('aeres', { organisation })).toBe(
      'teamleider.groen 1.3.5, locatiedirecteur 1.3.5, algemeen.directeur.mbo, bestuurder, teamleider.dier 1.3.5',
    );
    const about = [mail('teamleider.groen')];
    // The deputy of the deputy is the locatiedirecteur.
    expect(to('aeres', { organisation, parts: { about } })).toBe(
      'locatiedirecteur 1.3.5, algemeen.directeur.mbo, bestuurder, teamleider.dier 1.3.5',
    );
  });

  test('comes last without anybody who stands in: late is better than nobody', () => {
    const organisation = without('directeur.montessori');
    expect(to('msvr', { organisation })).toBe('bestuurder, directeur.montessori');
    expect(to('msvr', { organisation: without('directeur.montessori', 'bestuurder') })).toBe(
      'directeur.montessori, bestuurder',
    );
  });

  test('is never replaced by a leidinggevende where the law wants the bestuur itself', () => {
    const away = without('bestuurder');
    const organisation = {
      ...away,
      people: away.people.map((each) =>
        each.email === mail('bestuurder') ? { ...each, deputy: mail('rector') } : each,
      ),
    };
    const parts = { kind: 'seksueel', by: 'medewerker', affectedMinor: 'ja' } as const;
    const found = route('calvijn', { parts, organisation });
    expect(line(found.recipients)).toBe('bestuurder meld-overleg-aangifteplicht');
    expect(found.excluded).toContain(mail('rector'));
  });
});

describe('the reporter', () => {
  test('who is the one the protocol names reports to the level above', () => {
    const found = route('calvijn', { reporter: 'vestigingsdirecteur' });
    expect(line(found.recipients)).toBe('algemeen.directeur, bestuurder');
    expect(found.defaultUsed).toBeUndefined();
    expect(found.passedOver?.name).toBe('de vestigingsdirecteur');
    expect(to('model', { reporter: 'rector' })).toBe('conrector A.9, bestuurder A.9');
  });

  test('who is the bestuur reports to its supervisor what only the bestuur may get', () => {
    const parts = { kind: 'seksueel', by: 'medewerker', affectedMinor: 'ja' } as const;
    expect(to('calvijn', { reporter: 'bestuurder', parts })).toBe('voorzitter.toezicht');
    expect(to('calvijn', { reporter: 'bestuurder' })).toBe('vestigingsdirecteur B.6, algemeen.directeur');
  });

  test('who is the privacy officer needs no second line of the same', () => {
    const found = route('calvijn', { reporter: 'functionaris.gegevensbescherming', parts: { kind: 'vertrouwelijk' } });
    expect(found.beside).toEqual([]);
    expect(found.nobodyBeside).toBe(true);
    expect(found.deadline72h).toBe(true);
  });
});

describe('nobody at all', () => {
  const alone: Organisation = {
    ...example,
    people: example.people.filter(({ email }) => [mail('bestuurder'), mail('docent.wiskunde')].includes(email)),
  };

  test('is never silence: whom to call stands there', () => {
    const found = route('calvijn', { organisation: alone, parts: { kind: 'bedreigen', about: [mail('bestuurder')] } });
    expect(found.recipients).toEqual([]);
    expect(found.call).toEqual(['Vertrouwensinspecteur: 0900-1113111', 'Politie, zonder spoed: 0900-8844']);
  });

  test('tells who of the organisation may know, and never who may not', () => {
    const supervisors = {
      ...example,
      people: example.people.map((each) => ({ ...each, roles: [], reportsTo: undefined })),
    };
    const found = route('calvijn', { organisation: supervisors, reporter: 'docent.wiskunde' });
    expect(found.recipients).toEqual([]);
    expect(found.call).toEqual(['Crisiscoördinator: 000-0000004', 'Vertrouwensinspecteur: 0900-1113111']);
    const about = [mail('crisiscoordinator')];
    expect(route('calvijn', { organisation: supervisors, parts: { about } }).call).toEqual([
      'Vertrouwensinspecteur: 0900-1113111',
    ]);
  });

  test('is not reached while there is a supervisor above a bestuur that reports', () => {
    const few = {
      ...example,
      people: example.people.filter(({ email }) => [mail('bestuurder'), mail('voorzitter.toezicht')].includes(email)),
    };
    const found = route('calvijn', { organisation: few, reporter: 'bestuurder' });
    expect(line(found.recipients)).toBe('voorzitter.toezicht');
    expect(found.recipients[0]?.reason).toBe(
      'de interne toezichthouder, want er is niemand anders die dit kan krijgen',
    );
  });

  test('is not reached while there is a next level, a role nobody has or not', () => {
    const unfilled: Organisation = {
      ...example,
      defaults: {},
      people: example.people.map((each) => ({ ...each, roles: each.roles.filter(({ role }) => role === 'bestuur') })),
    };
    expect(to('calvijn', { organisation: unfilled })).toBe(
      'teamleider.onderbouw, vestigingsdirecteur, algemeen.directeur, bestuurder',
    );
    expect(route('calvijn', { organisation: unfilled }).defaultUsed).toBe(true);
  });

  test('has the role of the protocol: then the organisation chose, and the reason says so', () => {
    const unfilled: Organisation = {
      ...example,
      people: example.people.map((each) => ({
        ...each,
        roles: each.roles.filter(({ role }) => role !== 'vestigingsdirecteur'),
      })),
    };
    const found = route('calvijn', { organisation: unfilled });
    expect(found.recipients[0]?.reason).toBe(
      'de functie uit het protocol is hier niet ingevuld; daarom de schoolleiding',
    );
    expect(found.recipients[0]?.article).toBeUndefined();
    expect(found.defaultUsed).toBe(true);
  });
});

describe('a protocol of which nobody wrote how it deals with reports', () => {
  test('is asked for its contacts, and then for who takes measures', () => {
    expect(to('calvijn', { unwritten: true })).toContain('vestigingsdirecteur B.6');
    expect(to('model', { unwritten: true })).toBe('rector A.9, conrector A.9, bestuurder A.9');
    expect(to('aeres', { unwritten: true, parts: { kind: 'bedreigen' } })).toContain('locatiedirecteur 1.5.2');
    expect(to('aeres', { unwritten: true })).toContain('locatiedirecteur 1.3.5');
    expect(route('msvr', { unwritten: true }).defaultUsed).toBe(true);
  });
});

describe('danger and crime', () => {
  test('stand in the law, the most urgent first, and danger in whom to call', () => {
    const found = route('calvijn', { parts: { kind: 'bedreigen' }, told: ['strafbaar', 'gevaar'] });
    expect(found.law).toEqual(['noodnummer-112', 'politie-0900-8844']);
    expect(found.call).toEqual(['Direct gevaar: 112']);
  });

  test('make aeres name its locatiedirecteur for what is no crime by itself', () => {
    expect(to('aeres', { parts: { kind: 'anders' }, told: ['strafbaar'] })).toContain('locatiedirecteur 1.5.2');
  });

  test('data that leaked go to the privacy officer whatever the kind', () => {
    const found = route('gsv', { parts: { kind: 'gehackt' }, told: ['datalek'] });
    expect(line(found.beside)).toBe('functionaris.gegevensbescherming datalek');
    expect(found.deadline72h).toBe(true);
  });
});
