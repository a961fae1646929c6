import { describe, expect, test } from 'vitest';
import type { AdviceKind } from '../../src/doubt/advice.ts';
import { protocolOf, walkOf, walkThrough } from './walks.ts';

/** What really happens at schools, and what the protocol of that school says about it. */
type Expected = {
  readonly kind: AdviceKind;
  readonly articles: readonly string[];
  readonly roles?: readonly string[];
  /** The articles that ask for a sentence to copy, one for each sentence. */
  readonly copy?: readonly string[];
  readonly silent?: string;
};
type Situation = readonly [story: string, choices: string, expected: Expected];

const calvijn: Situation[] = [
  [
    'a news item of school without people or opinion',
    'werk tekst nee nee nee',
    { kind: 'mag', articles: ['B.1', 'U.5'] },
  ],
  [
    'an opinion at work is easily taken for that of the school',
    'werk tekst nee nee ja',
    { kind: 'mag', articles: ['B.1', 'U.5', 'C.1'] },
  ],
  [
    'a picture of the class trip: no rule for staff',
    'werk beeld ja',
    { kind: 'overleggen', articles: ['C.3', 'A.5'], roles: ['leidinggevende'] },
  ],
  [
    'a picture of pupils on one’s own page',
    'prive beeld ja',
    { kind: 'overleggen', articles: ['D.1', 'A.5'], roles: ['directie'] },
  ],
  [
    'doubt at work whether it may hurt',
    'werk tekst nee misschien',
    { kind: 'overleggen', articles: ['C.3'], roles: ['leidinggevende'] },
  ],
  [
    'doubt in private whether it is confidential',
    'prive tekst weet-niet',
    { kind: 'overleggen', articles: ['D.1'], roles: ['directie'] },
  ],
  ['marks of a pupil on one’s own page', 'prive tekst ja', { kind: 'niet-plaatsen', articles: ['D.1'] }],
  [
    'something personal about a pupil, at work',
    'werk tekst ja',
    { kind: 'overleggen', articles: ['C.3', 'D.1'], roles: ['leidinggevende'] },
  ],
  ['a joke about a colleague, in private', 'prive tekst nee ja', { kind: 'niet-plaatsen', articles: ['D.1', 'B.5'] }],
  [
    'a column about the school: both sentences',
    'prive tekst nee nee ja',
    { kind: 'mag-mits', articles: ['D.1', 'D.2', 'B.4'], copy: ['D.2', 'D.2'] },
  ],
  [
    'a blog about teaching in general: no sentences',
    'prive tekst nee nee nee',
    { kind: 'mag', articles: ['D.1', 'B.4'] },
  ],
  ['a holiday picture', 'los', { kind: 'mag', articles: ['R.2'] }],
  [
    'a discussion grows sharp',
    'werk discussie ja',
    { kind: 'ontsporing', articles: ['C.2', 'D.1'], roles: ['leidinggevende'] },
  ],
  [
    'a friend request with one’s own account',
    'vriend prive',
    { kind: 'overleggen', articles: ['D.1', 'B.4'], roles: ['directie'] },
  ],
];

const model: Situation[] = [
  [
    'a film of pupils under 16, their parents signed',
    'werk beeld anders jong ja nee nee',
    { kind: 'mag-mits', articles: ['A.3', 'U.4', 'A.5'] },
  ],
  [
    'a picture of pupils of 17, only asked aloud',
    'werk beeld anders oud nee',
    { kind: 'niet-plaatsen', articles: ['A.5'] },
  ],
  [
    'not sure whether colleagues signed',
    'werk beeld anders volwassen weet-niet',
    { kind: 'overleggen', articles: ['B.4'], roles: ['leidinggevende'] },
  ],
  ['a recording of an online lesson', 'werk beeld op-afstand', { kind: 'niet-plaatsen', articles: ['A.7'] }],
  [
    'filming in the lesson without leave',
    'werk beeld in-de-les nee',
    { kind: 'overleggen', articles: ['A.1'], roles: ['schoolleiding'] },
  ],
  ['an app group with second-formers', 'werk groep nee', { kind: 'niet-plaatsen', articles: ['B.1'] }],
  ['an app group of the examination class', 'werk groep ja nee nee', { kind: 'mag-mits', articles: ['B.1'] }],
  ['a name and a harm, at work', 'werk tekst ja ja', { kind: 'niet-plaatsen', articles: ['A.2'] }],
  ['a name of a parent, in private', 'prive tekst ja', { kind: 'niet-plaatsen', articles: ['C.1', 'A.2'] }],
  [
    'a discussion about the school, at work: the function as well',
    'werk discussie nee nee nee ja',
    { kind: 'mag-mits', articles: ['A.3', 'U.4', 'B.2'], copy: ['B.2'] },
  ],
  [
    'the same at home: works there, and own opinion',
    'prive discussie nee nee nee nee ja',
    { kind: 'mag-mits', articles: ['C.1', 'C.3', 'C.4'], copy: ['C.3', 'C.4'] },
  ],
  ['against the mission of the school', 'prive tekst nee nee ja', { kind: 'niet-plaatsen', articles: ['C.2'] }],
  ['friends with a parent', 'vriend ja prive', { kind: 'niet-plaatsen', articles: ['A.6'] }],
  ['a discussion derails', 'ontspoort', { kind: 'ontsporing', articles: ['B.3', 'B.2'], roles: ['leidinggevende'] }],
];

const msvr: Situation[] = [
  ['a leader in doubt about harm', 'tekst ja nee ja misschien', { kind: 'niet-plaatsen', articles: ['5'] }],
  [
    'a teacher in the same doubt',
    'tekst nee nee ja misschien',
    { kind: 'overleggen', articles: ['8'], roles: ['leidinggevende'] },
  ],
  ['a leader who is not sure of a secret', 'discussie nee ja weet-niet', { kind: 'niet-plaatsen', articles: ['5'] }],
  ['arguing with a parent', 'discussie ja', { kind: 'niet-plaatsen', articles: ['4'] }],
  ['something confidential', 'tekst nee ja', { kind: 'niet-plaatsen', articles: ['3'] }],
  ['a colleague at a party', 'beeld nee nee feest', { kind: 'niet-plaatsen', articles: ['V.verantwoordelijkheid'] }],
  ['a cartoon of somebody else', 'tekst nee nee nee', { kind: 'niet-plaatsen', articles: ['B.4'] }],
  [
    'one’s own blog: the example that does not exist',
    'tekst nee nee ja nee blog',
    { kind: 'mag-mits', articles: ['6', '1', '2', 'B.8'], copy: ['B.8', 'B.8'] },
  ],
  [
    'talking with other teachers on behalf of MSVR',
    'discussie nee nee nee nee msvr',
    { kind: 'mag-mits', articles: ['V.kennisdeling', 'B.7', '2'] },
  ],
  [
    'a leader without doubt still speaks for MSVR',
    'tekst ja nee ja nee',
    { kind: 'mag-mits', articles: ['6', '1', '5'] },
  ],
  [
    'a row with a parent runs out of hand',
    'ontspoort ja',
    { kind: 'ontsporing', articles: ['4', '8', '5'], roles: ['leidinggevende'], silent: 'ontsporing' },
  ],
];

const gsv: Situation[] = [
  [
    'doubt: the protocol names nobody',
    'tekst nee weet-niet',
    { kind: 'overleggen', articles: ['A.6'], roles: ['afdelingscoördinator', 'directeur'], silent: 'twijfel' },
  ],
  [
    'the school trip, parents did not say yes',
    'beeld leerlingen nee',
    { kind: 'niet-plaatsen', articles: ['P.4', 'A.8'] },
  ],
  [
    'the school trip, parents said yes',
    'beeld leerlingen ja nee nee nee',
    { kind: 'mag-mits', articles: ['K.2', 'P.4', 'A.4'] },
  ],
  ['a colleague who said no', 'beeld anderen nee', { kind: 'niet-plaatsen', articles: ['A.8', 'K.2'] }],
  ['a negative discussion with an opinion', 'discussie ja nee', { kind: 'niet-plaatsen', articles: ['P.3'] }],
  ['a negative discussion with an untruth', 'discussie ja ja nee nee nee nee', { kind: 'mag-mits', articles: ['P.3'] }],
  ['a change of timetable, as a teacher', 'tekst nee nee nee ja', { kind: 'mag-mits', articles: ['K.2', 'K.5'] }],
  ['not about school, to parents', 'los nee nee', { kind: 'mag-mits', articles: ['K.4'] }],
  ['a follower one does not know', 'vriend nee', { kind: 'niet-plaatsen', articles: ['A.12'] }],
  [
    'a discussion derails, nothing untrue',
    'ontspoort nee',
    {
      kind: 'ontsporing',
      articles: ['P.3', 'A.6'],
      roles: ['afdelingscoördinator', 'directeur'],
      silent: 'ontsporing',
    },
  ],
];

const aeres: Situation[] = [
  [
    'the smallest doubt',
    'tekst nee misschien',
    { kind: 'overleggen', articles: ['1.4.4'], roles: ['leidinggevende', 'marketing en communicatie'] },
  ],
  ['a student who did not say yes', 'beeld mensen nee', { kind: 'niet-plaatsen', articles: ['1.3.2'] }],
  [
    'a form of the start of the year, on the account of Aeres',
    'beeld mensen jaar nee nee aeres',
    { kind: 'mag-mits', articles: ['1.4.1', '1.3.2'] },
  ],
  [
    'one’s own account: only that it is personal',
    'tekst nee nee eigen',
    { kind: 'mag-mits', articles: ['1.4.1', '1.4.2'], copy: ['1.4.2'] },
  ],
  ['the account of Aeres', 'tekst nee nee aeres', { kind: 'mag', articles: ['1.4.1'] }],
  ['joining a discussion', 'discussie ja', { kind: 'niet-plaatsen', articles: ['1.4.3'] }],
  ['something confidential', 'tekst ja', { kind: 'niet-plaatsen', articles: ['1.4.1', '1.3.1'] }],
  ['friends with a student', 'vriend', { kind: 'mag-mits', articles: ['1.4.5', '1.4.4'] }],
  [
    'a discussion derails',
    'ontspoort',
    { kind: 'ontsporing', articles: ['1.4.3'], roles: ['marketing en communicatie'] },
  ],
];

describe.each(Object.entries({ calvijn, model, msvr, gsv, aeres }))('%s', (id, situations) => {
  test.each(situations)('%s', (_, choices, expected) => {
    const position = walkThrough(walkOf(id), choices.split(' '));
    if (position.kind !== 'advice') throw new Error(`still asks ${position.question.id}`);
    const { advice } = position;
    expect({
      kind: advice.kind,
      articles: advice.articles,
      roles: advice.consult?.roles,
      copy: advice.disclaimer?.parts.map((part) => part.article),
      silent: advice.silent,
    }).toEqual({ roles: undefined, copy: undefined, silent: undefined, ...expected });
  });

  test('has at least eight of them', () => expect(situations.length).toBeGreaterThanOrEqual(8));
});

const partsOf = (id: string, choices: string) => {
  const position = walkThrough(walkOf(id), choices.split(' '));
  return position.kind === 'advice' ? position.advice.disclaimer : undefined;
};

describe('the sentences to copy', () => {
  test('calvijn: own opinion, and not responsible for others', () => {
    const parts = partsOf('calvijn', 'prive tekst nee nee ja')?.parts.map((part) => part.text);
    expect(parts).toEqual([expect.stringContaining('persoonlijke mening'), expect.stringContaining('anderen')]);
  });

  test('model at work: school and function', () => {
    const text = partsOf('model', 'werk discussie nee nee nee ja')?.parts[0]?.text;
    expect(text).toContain('{school}');
    expect(text).toContain('{functie}');
  });

  test('msvr: says that the example does not exist and that the words are ours', () => {
    expect(partsOf('msvr', 'tekst nee nee ja nee blog')?.note).toMatch(/niet in het document.* van ons/);
  });

  test('aeres: nothing more than that it is personal', () => {
    expect(partsOf('aeres', 'tekst nee nee eigen')?.parts.map((part) => part.text)).toEqual([
      'Ik schrijf dit op persoonlijke titel.',
    ]);
  });

  test('gsv: no article asks for one, on any way', () => {
    expect(walkOf('gsv').conditions.flatMap((condition) => condition.disclaimer)).toEqual([]);
    expect(protocolOf('gsv').meta.silent.twijfel).toBeDefined();
  });
});
