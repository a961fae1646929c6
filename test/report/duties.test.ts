import { describe, expect, test } from 'vitest';
import type { LawCase } from '../../src/protocol/knowledge.ts';
import { dutiesFor, measuresFor, requiredIn } from '../../src/report/duties.ts';
import { type Report, reportKinds } from '../../src/report/report.ts';
import { example, library, mail, protocolOf, report, reports } from './world.ts';

const schools = ['calvijn', 'model', 'msvr', 'gsv', 'aeres'] as const;
type School = (typeof schools)[number];

const duties = (school: School, parts: Partial<Report> = {}, told: readonly LawCase[] = [], known = reports) =>
  dutiesFor({
    report: report(parts),
    told,
    protocol: protocolOf(school),
    organisation: example,
    reports: known,
    law: library.law,
  });
/** Each duty as its id, with ! when it must be done. */
const ids = (...given: Parameters<typeof duties>) => duties(...given).map(({ id, must }) => (must ? `${id}!` : id));
const textOf = (id: string, ...given: Parameters<typeof duties>) =>
  duties(...given).find((each) => each.id === id)?.text;

describe('the police', () => {
  const threat = { kind: 'bedreigen', by: 'leerling' } as const;

  test.each([
    ['calvijn', 'calvijn-aangifte!', 'E.5'],
    ['aeres', 'aeres-aangifte!', '1.5.2'],
    ['model', 'model-politie', 'S.7'],
    ['gsv', 'gsv-politie', 'S'],
  ] as const)('%s: %s, by %s', (school, id, article) => {
    expect(ids(school, threat)).toContain(id);
    const duty = duties(school, threat).find((each) => id.startsWith(each.id));
    expect(duty?.source).toMatchObject({ kind: 'protocol', article });
  });

  test('msvr says nothing of it; the number to call stands at every school', () => {
    expect(ids('msvr', threat)).toEqual(['wet-politie']);
  });

  test('by aeres it is the directeur of that location', () => {
    expect(textOf('aeres-aangifte', 'aeres', threat)).toBe(
      'Is het misschien strafbaar? Dan doet de directeur van deze locatie aangifte bij de politie.',
    );
  });

  test('is not for what is no crime, unless the text tells of one', () => {
    expect(ids('calvijn', { kind: 'pesten', by: 'leerling' })).not.toContain('calvijn-aangifte!');
    expect(ids('calvijn', { kind: 'pesten', by: 'leerling' }, ['strafbaar'])).toContain('calvijn-aangifte!');
  });
});

describe('what each protocol asks when a pupil bullies', () => {
  test.each([
    ['calvijn', ['calvijn-maatregel-leerling!', 'calvijn-leerlingdossier!', 'calvijn-verwijderen']],
    ['model', ['model-maatregel!', 'model-leerlingdossier!', 'model-verwijderen']],
    ['msvr', []],
    ['gsv', ['gsv-eerst-gesprek!', 'gsv-maatregel', 'gsv-ouders!']],
    ['aeres', ['aeres-maatregel!']],
  ] as const)('%s', (school, expected) => {
    expect(ids(school, { kind: 'pesten', by: 'leerling' })).toEqual(expected);
  });
});

describe('what each protocol asks when a member of staff does', () => {
  test.each([
    ['calvijn', ['calvijn-maatregel-medewerker!', 'calvijn-personeelsdossier!', 'calvijn-verwijderen']],
    ['model', ['model-maatregel!', 'model-inspecteur!', 'model-personeelsdossier!']],
    ['msvr', []],
    ['gsv', ['gsv-eerst-gesprek!', 'gsv-maatregel']],
    ['aeres', ['aeres-maatregel!']],
  ] as const)('%s', (school, expected) => {
    expect(ids(school, { kind: 'pesten', by: 'medewerker' })).toEqual(expected);
  });
});

describe('who did it is not known', () => {
  test('then what depends on it is there, and asks', () => {
    const both = { kind: 'pesten' } as const;
    expect(textOf('calvijn-personeelsdossier', 'calvijn', both)).toMatch(/^Deed een medewerker dit\? Alle brieven/);
    expect(textOf('calvijn-leerlingdossier', 'calvijn', both)).toMatch(/^Deed een leerling of een ouder dit\? Alle/);
    expect(ids('calvijn', { ...both, by: 'onbekend' })).toEqual(ids('calvijn', both));
    expect(textOf('calvijn-leerlingdossier', 'calvijn', { ...both, by: 'ouder' })).toMatch(/^Alle brieven/);
  });
});

test('what the law is called is in the word of the school as well', () => {
  const places = (school: School) =>
    duties(school, { kind: 'seksueel', by: 'medewerker', affectedMinor: 'ja' }).map(({ source }) => source.place);
  expect(places('aeres')[0]).toBe('Iemand van school en een minderjarige student; meld bij het bestuur');
  expect(places('calvijn')[0]).toContain('minderjarige leerling');
});

describe('a colleague is named as who it is about', () => {
  const about = [mail('teamleider.bovenbouw')];

  test('then nothing asks whether a pupil did it, and what a colleague must get does not ask either', () => {
    const named = { kind: 'pesten', about } as const;
    expect(ids('calvijn', named)).toEqual(ids('calvijn', { ...named, by: 'medewerker' }));
    expect(textOf('calvijn-personeelsdossier', 'calvijn', named)).toMatch(/^Alle brieven/);
    const ladders = (parts: Partial<Report>) =>
      measuresFor({ report: report(parts), protocol: protocolOf('calvijn'), reports }).ladders.map((each) => each.for);
    expect(ladders(named)).toEqual([['medewerker']]);
  });

  test.each<[string, Partial<Report>]>([
    ['a colleague is who was hurt', { about, affected: 'medewerker' }],
    ['who did it does not work here', { about, byWorksHere: 'nee' }],
    ['who reports does not know', { about, by: 'onbekend' }],
  ])('but not when %s', (_, parts) => {
    expect(textOf('calvijn-leerlingdossier', 'calvijn', parts)).toMatch(/^Deed een leerling of een ouder dit\?/);
  });

  test('nor with who did it chosen, or works here in some other way', () => {
    expect(ids('calvijn', { about, by: 'leerling' })).toEqual(ids('calvijn', { by: 'leerling' }));
    expect(ids('calvijn', { byWorksHere: 'ja' })).toEqual(ids('calvijn', { by: 'medewerker' }));
  });
});

describe('the law', () => {
  const misconduct = { kind: 'seksueel', by: 'medewerker', affectedMinor: 'ja' } as const;

  test.each(schools)('comes first at %s with misconduct: the vertrouwensinspecteur, and the police', (school) => {
    expect(ids(school, misconduct).slice(0, 2)).toEqual(['wet-vertrouwensinspecteur!', 'wet-aangifte-misbruik!']);
  });

  test('takes away a first talk and a "may" of the protocol that would get in its way', () => {
    expect(ids('gsv', misconduct)).not.toContain('gsv-eerst-gesprek!');
    expect(ids('gsv', misconduct)).not.toContain('gsv-politie');
    expect(ids('model', misconduct)).not.toContain('model-politie');
    expect(ids('gsv', { ...misconduct, affectedMinor: 'nee' })).toContain('gsv-eerst-gesprek!');
  });

  test.each(schools)('gives 72 hours at %s when data leaked, and the privacy officer must know', (school) => {
    expect(ids(school, { kind: 'vertrouwelijk' }).slice(0, 2)).toEqual(['wet-fg!', 'wet-ap-72-uur!']);
  });

  test.each<[LawCase, string]>([
    ['gevaar', 'wet-112!'],
    ['suicide', 'wet-113!'],
    ['seksueel-beeld', 'wet-beeld-minderjarige!'],
    ['thuis', 'wet-meldcode!'],
    ['strafbaar', 'wet-politie'],
    ['klokkenluiden', 'wet-klokkenluiders!'],
    ['bestuur-betrokken', 'wet-bestuur-betrokken!'],
  ])('%s: %s', (lawCase, id) => {
    expect(ids('msvr', { kind: 'anders' }, [lawCase])).toContain(id);
    expect(ids('msvr', { kind: 'anders' })).not.toContain(id);
  });

  test('speaks of the bestuur when it is about the bestuur', () => {
    expect(ids('msvr', { about: [mail('bestuurder')] })).toContain('wet-bestuur-betrokken!');
  });
});

describe('a duty', () => {
  test('has an id of its own over all schools, and a source that staff can read', () => {
    for (const school of schools) {
      const seen = reportKinds.flatMap((kind) => duties(school, { kind }, ['gevaar', 'thuis', 'strafbaar']));
      for (const { id, source } of seen) {
        expect(id).toMatch(new RegExp(`^(wet|${school})-`));
        expect(source.place).not.toBe('');
      }
    }
  });

  test('that must be done is required', () => {
    const found = duties('gsv', { kind: 'pesten', by: 'leerling' });
    expect(requiredIn(found)).toEqual(['gsv-eerst-gesprek', 'gsv-ouders']);
  });

  test('asks about pupils by the word of the school', () => {
    const [made] = reports.law.duties;
    if (made === undefined) throw new Error('no duty');
    const asking = (when: object) => ({ byProtocol: new Map(), law: { duties: [{ ...made, when: [when] }] } });
    const first = (school: School, when: object, parts: Partial<Report> = {}) =>
      duties(school, parts, [], { ...reports, ...asking(when) })[0]?.text.replace(made.text, '…');
    expect(first('aeres', { by: ['leerling'] })).toBe('Deed een student dit? …');
    expect(first('gsv', { affected: ['leerling'] })).toBe('Raakt het een leerling? …');
    expect(first('gsv', { minor: ['ja'] })).toBe('Is de leerling minderjarig? …');
    expect(first('aeres', { minor: ['nee'] })).toBe('Is de student 18 of ouder? …');
    expect(first('gsv', { minor: ['ja'] }, { affectedMinor: 'ja' })).toBe('…');
    expect(first('gsv', { minor: ['ja'] }, { affectedMinor: 'nee' })).toBeUndefined();
    expect(first('gsv', { urgent: true })).toBeUndefined();
    expect(first('gsv', { urgent: true }, { urgent: true })).toBe('…');
  });
});

describe('measures', () => {
  const measures = (school: School, by?: Report['by']) =>
    measuresFor({ report: report(by === undefined ? {} : { by }), protocol: protocolOf(school), reports });
  const steps = (school: School, by: Report['by']) =>
    measures(school, by).ladders.flatMap((ladder) => ladder.steps.map(({ text }) => text));

  test('stand from light to heavy as the article lists them', () => {
    for (const school of schools)
      for (const { steps: listed } of measures(school).ladders) {
        const own = listed.filter(({ text }) => !text.startsWith('eerst een gesprek'));
        const [first] = own;
        const article = protocolOf(school).byId.get(first?.article ?? '')?.measures ?? [];
        if (article.length > 0)
          expect(article.filter((each) => own.some(({ text }) => text === each))).toEqual(own.map(({ text }) => text));
      }
  });

  test('are those of who did it', () => {
    expect(steps('calvijn', 'ouder')).toEqual(['waarschuwing', 'schorsing', 'verwijdering van school']);
    expect(steps('calvijn', 'medewerker').at(-1)).toBe('ontslag op staande voet');
    expect(steps('gsv', 'medewerker')).not.toContain('verwijdering van school');
    expect(steps('gsv', 'leerling')[0]).toBe('eerst een gesprek met de leerling');
    expect(measures('calvijn').ladders).toHaveLength(3);
    expect(measures('calvijn', 'onbekend').ladders).toHaveLength(3);
  });

  test('say who decides, where the protocol does', () => {
    expect(measures('calvijn', 'leerling').ladders[0]?.steps[0]?.by).toBe('de directie (A.7)');
    expect(measures('calvijn', 'ouder').ladders[0]?.steps[0]?.by).toBeUndefined();
    expect(measures('gsv', 'leerling').ladders[0]?.steps[0]?.by).toBeUndefined();
    expect(measures('gsv', 'leerling').ladders[0]?.steps[1]?.by).toBe('de directie (Afspraken, slotalinea)');
    expect(measures('model', 'leerling').notes[0]?.text).toBe(
      'Wie over een maatregel beslist, staat niet in dit protocol.',
    );
  });

  test('are missed in plain words where the protocol names none', () => {
    expect(measures('msvr', 'leerling')).toMatchObject({
      ladders: [],
      notes: [{ text: 'Dit protocol noemt hiervoor geen maatregelen.' }, { place: 'Richtlijn 10' }, {}],
    });
    expect(measures('gsv', 'ouder').ladders).toEqual([]);
  });
});

describe('a protocol of which nobody wrote how it deals with reports', () => {
  const unwritten = { ...reports, byProtocol: new Map() };

  test('still has the duties of the law, and says that the rest is not written', () => {
    expect(ids('calvijn', { kind: 'vertrouwelijk', by: 'leerling' }, [], unwritten)).toEqual([
      'wet-fg!',
      'wet-ap-72-uur!',
    ]);
    const { ladders, notes } = measuresFor({ report: report(), protocol: protocolOf('calvijn'), reports: unwritten });
    expect(ladders).toEqual([]);
    expect(notes).toEqual([
      { text: 'Van dit protocol staan de maatregelen en plichten nog niet op een rij. Kijk in het protocol zelf.' },
    ]);
  });
});
