import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/answer/answer.ts';
import { createAnswers } from '../../src/answer/engine.ts';
import { contactsFor } from '../../src/protocol/protocol.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';

const answers = learnedAnswers(library);

function protocol(id: string) {
  const found = library.protocols.get(id);
  if (found === undefined) throw new Error(`no protocol ${id}`);
  return found;
}

const ask = (id: string, question: string, context: Context = {}) => answers.ask(protocol(id), question, context);
const roles = (id: string, question: string, context?: Context) => [
  ...new Set(ask(id, question, context).contacts.flatMap((contact) => contact.roles)),
];

describe('a rule is answered with its article', () => {
  test.each([
    ['calvijn', 'Kan die ene foto nog ergens opduiken als ik hem er weer af haal?', 'A.4'],
    ['model', 'Moet ik ergens voor tekenen voordat mijn foto online gaat?', 'A.5'],
    ['msvr', 'Wat kost het als ik andermans foto gebruik?', 'B.4'],
    ['gsv', 'Hoe vaak moet ik mijn wachtwoord veranderen?', 'W.2'],
    ['aeres', 'Wie gaat er naar de politie als een student strafbare dingen plaatst?', '1.5.2'],
  ])('%s: %s → %s', (id, question, article) => {
    const answer = ask(id, question);
    expect(answer.kind).toBe('answer');
    expect(answer.articles[0]?.id).toBe(article);
    expect(answer.because[0]?.article).toBe(article);
    expect(answer.because[0]?.reason).toMatch(/^gevonden omdat je vraag gaat over /);
  });
});

test('who hesitates about something else than a post gets no leidinggevende for it', () => {
  for (const id of library.protocols.keys()) {
    expect([id, ask(id, 'ik weet niet of ik naar de dokter moet').kind]).toEqual([id, 'unknown']);
    expect([id, ask(id, 'ik weet niet of ik deze foto moet plaatsen').kind]).toEqual([id, 'escalate']);
  }
});

test.each([
  ['msvr', 'Er staat een nepaccount op naam van onze directeur online. Wat vinden wij daarvan?'],
  ['msvr', 'Twee jongens achtervolgen een meisje op al haar accounts. Doen wij daar iets aan?'],
])('%s: what has surely happened is a report, also when no article comes near: %s', (id, question) =>
  expect(ask(id, question).kind).toBe('report'),
);

describe('calvijn and pictures of pupils', () => {
  test.each([
    'Mag ik een klassenfoto op Instagram zetten?',
    'mag ik een foto van de klas op facebook',
    'Ik wil foto’s van het kamp delen op Facebook',
    'Mag ik foto’s van leerlingen plaatsen?',
  ])('staff are told what binds staff, with the rule for pupils beside it: %s', (question) => {
    const answer = ask('calvijn', question);
    expect(answer.kind).toBe('answer');
    expect(answer.articles.slice(0, 2).map((article) => article.id)).toEqual(['D.1', 'A.5']);
  });

  test('a pupil is told what binds pupils', () =>
    expect(ask('calvijn', 'Mag een leerling een foto van school op TikTok zetten?').articles[0]?.id).toBe('A.5'));
});

describe('what a word means', () => {
  test('is said by the article that explains it, with its own words', () => {
    const answer = ask('model', 'definitie persoonsgegevens');
    expect(answer).toMatchObject({ kind: 'answer', definition: { term: 'persoonsgegevens', article: 'A.2' } });
    expect(answer.articles[0]?.id).toBe('A.2');
    expect(ask('aeres', 'wat verstaat het protocol onder school').articles[0]?.id).toBe('1.1');
  });

  test('is no article’s when only the introduction says it', () =>
    expect(ask('gsv', 'wat zijn sociale media')).toMatchObject({
      kind: 'unknown',
      articles: [],
      definition: { term: 'sociale media' },
    }));
});

test('who gives permission is said to whom it is for', () => {
  const contacts = (question: string) => ask('gsv', question).contacts.flatMap((contact) => contact.roles);
  expect(contacts('mogen kinderen hun telefoon in de klas')).toEqual(['leraar']);
  expect(contacts('mag ik mijn telefoon in de klas')).toEqual([]);
});

describe('a doubt goes to whom this protocol names', () => {
  const doubt = 'Ik weet niet zeker of ik dit bericht wel kan plaatsen';
  test.each([
    ['calvijn', { situation: 'werk' }, ['leidinggevende']],
    ['calvijn', { situation: 'prive' }, ['directie']],
    ['calvijn', {}, ['leidinggevende', 'directie']],
    ['model', {}, ['leidinggevende']],
    ['msvr', {}, ['leidinggevende']],
    ['gsv', {}, ['afdelingscoördinator', 'directeur']],
    ['aeres', {}, ['leidinggevende', 'marketing en communicatie']],
  ] as const)('%s %j → %j', (id, context, expected) => {
    expect(ask(id, doubt, context).kind).toBe('escalate');
    expect(roles(id, doubt, context)).toEqual(expected);
  });

  test('gsv says that it names nobody', () =>
    expect(ask('gsv', doubt).silent).toBe(protocol('gsv').meta.silent.twijfel));

  test('a leader at msvr does not publish and is sent to nobody', () => {
    const answer = ask('msvr', 'Als directeur twijfel ik of ik dit stuk kan plaatsen');
    expect(answer).toMatchObject({ kind: 'escalate', contacts: [] });
    expect(answer.articles[0]?.id).toBe('5');
  });
});

describe('a derailing discussion', () => {
  const derails = 'Onder onze facebookpost lopen de reacties helemaal uit de hand';
  test.each([
    ['calvijn', ['leidinggevende'], 'C.2'],
    ['model', ['leidinggevende'], 'B.3'],
    ['aeres', ['marketing en communicatie'], '1.4.3'],
    ['gsv', [], 'P.3'],
    ['msvr', [], '4'],
  ])('%s → %j (%s)', (id, expected, article) => {
    const answer = ask(id, derails);
    expect(answer).toMatchObject({ kind: 'escalate', case: 'ontsporing' });
    expect(roles(id, derails)).toEqual(expected);
    expect(answer.articles[0]?.id).toBe(article);
    for (const contact of answer.contacts) expect(contact.soon).toBe('meteen');
  });
});

describe('somebody who may not want to live', () => {
  const said = 'Een leerling schrijft in haar story dat ze er niet meer wil zijn';
  test.each(['calvijn', 'model', 'msvr', 'gsv', 'aeres'])('%s: whom to tell, and no rules', (id) => {
    const answer = ask(id, said);
    expect(answer.kind).toBe('report');
    expect(answer.law.map((article) => article.id)).toEqual(['luisterlijn-113', 'noodnummer-112']);
    expect(answer.articles.map((article) => article.force)).not.toContain('gevolg');
    expect(answer.articles.map((article) => article.id)).toEqual([
      ...new Set(answer.contacts.map((each) => each.article)),
    ]);
    // What somebody else did wrong does have them.
    expect(ask(id, 'Een leerling schrijft in haar story dat ze mij gaat opwachten').articles.length).toBeGreaterThan(1);
  });
});

describe('an incident', () => {
  const incident = 'ze schelden me uit op insta, al de hele week';
  test.each([
    ['calvijn', ['vestigingsdirecteur']],
    ['model', ['schoolleiding', 'bestuur']],
    ['gsv', ['leraar', 'directeur']],
    ['msvr', []],
    // Named for measures, not to report to.
    ['aeres', ['schoolleiding', 'bevoegd gezag']],
  ])('%s → %j', (id, expected) => {
    const answer = ask(id, incident);
    expect(answer.kind).toBe('report');
    expect(roles(id, incident)).toEqual(expected);
    const told = answer.contacts.filter(({ act }) => act === undefined);
    expect(answer.silent === undefined).toBe(told.length > 0);
  });

  test.each([
    ['aeres', 'een leerling stuurt me dreigende berichten', '1.5.2'],
    ['calvijn', 'iemand heeft mijn account gehackt', 'E.5'],
    ['calvijn', 'een leerling filmt stiekem een collega en zet het op tiktok', 'A.5'],
    ['model', 'een collega heeft de cijferlijst in de ouderapp gezet', 'A.2'],
  ])('%s: beside whom to tell stands what belongs to “%s”', (id, story, article) => {
    const besides = (text: string) => ask(id, text).articles.map((each) => each.id);
    expect(besides(story)).toContain(article);
    expect(besides(incident)).not.toContain(article);
  });

  test('of misconduct by staff puts the law beside the protocol', () => {
    const answer = ask('calvijn', 'Een docent stuurt naaktfoto’s naar een leerling van 15');
    expect(answer.kind).toBe('report');
    expect(answer.law.map((law) => law.id)).toContain('meld-overleg-aangifteplicht');
  });
});

describe('silence', () => {
  test.each([
    ['calvijn', 'Hoe vaak moet ik mijn wachtwoord veranderen?'],
    ['msvr', 'Mag ik een klassenfoto van de leerlingen op Instagram zetten?'],
    ['aeres', 'Hoeveel vakantiedagen heb ik nog?'],
    ['gsv', 'Wat is de wifi-code voor gasten?'],
    ['model', 'Mag ik ChatGPT gebruiken om toetsen na te kijken?'],
  ])('%s does not say: %s', (id, question) => {
    const answer = ask(id, question);
    expect(answer.kind).toBe('unknown');
    expect(answer.articles).toEqual([]);
  });

  test('names whom to ask instead', () => {
    const answer = ask('calvijn', 'Hoe vaak moet ik mijn wachtwoord veranderen?');
    expect(answer.kind === 'unknown' && answer.turnTo.flatMap((contact) => contact.roles)).toContain('leidinggevende');
  });

  test('whom to tell is said where no rule is near and it is about something that happened', () => {
    expect(ask('msvr', "Een vader beweert online dat onze meester steelt. Is zo'n bewering toegestaan?").kind).toBe(
      'report',
    );
  });

  test('whom to call, without a word of what for, asks what it is about', () => {
    const answer = ask('calvijn', 'wie moet ik bellen');
    expect(answer.kind === 'offtopic' && answer.text).toMatch(/hangt af van wat er speelt.*112/);
    expect(roles('calvijn', 'Een leerling wordt gepest, wie moet ik bellen?')).toEqual(['vestigingsdirecteur']);
  });

  test.each(['hoi', 'dank je wel!', 'vertel eens een mop'])('small talk: %s', (text) =>
    expect(ask('gsv', text).kind).toBe('offtopic'),
  );
});

test('no contact is named that the protocol does not have for that case', () => {
  for (const each of library.protocols.values()) {
    for (const answer of [
      'ik twijfel of dit kan',
      'het loopt uit de hand in de app',
      'een leerling wordt gepest op snap',
    ].map((q) => answers.ask(each, q, {}))) {
      for (const contact of answer.contacts) expect(contactsFor(each, { case: contact.case })).toContainEqual(contact);
    }
  }
});

describe('a search', () => {
  const ids = (sought: string) => answers.search(protocol('calvijn'), sought).map((article) => article.id);

  test('finds articles about it in which the word does not stand', () => {
    expect(ids('foto').slice(0, 1)).toEqual(['A.5']);
    expect(ids('foto')).toContain('D.1');
  });
  test('of nothing finds nothing', () => expect(ids('xyzzyq')).toEqual([]));
});

test('a rule for pupils is no verdict for who asks about themselves', () => {
  const mayI = (question: string) => ({ mayI: false, ...ask('calvijn', question) }).mayI;
  expect(mayI('Mag een leerling een foto van school op TikTok zetten?')).toBe(true);
  expect(mayI('Mag ik in de les op TikTok van de schoolleiding?')).toBe(false);
});

test('the same question gives the same answers, also when all is learned anew', () => {
  // Every eighth topic: learning from all of them takes many seconds, and is done before the first test as it is.
  const part = { ...library, topics: library.topics.filter((_, i) => i % 8 === 0) };
  const given = () => {
    const engine = createAnswers(part);
    return [
      'Mag ik over mijn werk schrijven op LinkedIn?',
      'Mag ik een foto van de klas plaatsen?',
      'Een leerling wordt uitgescholden in de groepsapp, wat nu?',
    ].map((question) => engine.ask(protocol('aeres'), question, {}));
  };
  const first = given();
  expect(first.some(({ because }) => because.some(({ weight }) => weight > 0))).toBe(true);
  expect(given()).toEqual(first);
});

test('what a first question needs is made when a protocol is prepared, and gives the same answers', () => {
  let reads = 0;
  const articles = protocol('msvr').articles.map((article) => ({
    ...article,
    get asks() {
      reads++;
      return article.asks;
    },
  }));
  const watched = { ...protocol('msvr'), articles };
  answers.prepare(watched);
  expect(reads).toBeGreaterThan(0);
  reads = 0;
  const question = 'Mag ik een foto van een leerling plaatsen?';
  const [kind, found] = [answers.ask(watched, question, {}).kind, answers.search(watched, 'foto')];
  expect(reads).toBe(0);
  expect(kind).toBe(ask('msvr', question).kind);
  expect(found.map(({ id }) => id)).toEqual(answers.search(protocol('msvr'), 'foto').map(({ id }) => id));
});

describe('somebody who is hurt', () => {
  test.each(['een leerling is flauwgevallen in de gang', 'epileptische aanval', 'leerling flauwgevallen wat nu'])(
    '%s: 112, and no article',
    (question) => {
      const { kind, articles, law } = ask('calvijn', question);
      expect([kind, articles, law.map(({ id }) => id)]).toEqual(['unknown', [], ['noodnummer-112']]);
    },
  );
  test('may be asked about all the same', () => {
    expect(ask('calvijn', 'Mogen omstanders een filmpje van een bewusteloos kind op TikTok zetten?').kind).not.toBe(
      'unknown',
    );
  });
});

test.each([
  'onbekende man benadert leerling via snapchat en wil afspreken',
  'onbekende man benadert leerling via snapchat',
])('%s: to be reported, with the police first', (question) => {
  const answer = ask('model', question);
  expect([answer.kind, answer.law[0]?.id]).toEqual(['report', 'groomen']);
});
