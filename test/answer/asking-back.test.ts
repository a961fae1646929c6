import { describe, expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

/** What only the asker knows is asked back, where a wrong guess would mislead; what has one right article is answered. */
const answers = learnedAnswers(library);
const ask = (id: string, question: string, context = {}) => answers.ask(protocolOf(id), question, context);
const first = (id: string, question: string, context: Parameters<typeof ask>[2]) =>
  ask(id, question, context).articles[0]?.id;

describe('a question that leaves open whom it is about', () => {
  test.each([
    ['calvijn', 'Wat hangt de onverlaat nu boven het hoofd?', 'E.2', 'E.4'],
    ['calvijn', 'Hoe wordt iemand gestraft die het protocol aan zijn laars lapt?', 'E.2', 'E.4'],
    ['calvijn', 'Is een berisping of schorsing mogelijk?', 'E.2', 'E.4'],
    ['calvijn', 'Wat kan ons team doen als iemand de afspraken breekt?', 'E.2', 'E.4'],
    ['calvijn', 'In wiens map komt de correspondentie over een overtreding?', 'E.1', 'E.3'],
    ['calvijn', 'Mag er onder schooltijd gescrold worden?', 'B.1', 'A.1'],
    ['calvijn', 'Mogen filmpjes van de sportdag op TikTok?', 'D.1', 'A.5'],
    ['model', 'gevolgen overtreding?', 'S.4', 'S.6'],
    ['model', 'Welke sanctie staat erop bij ons?', 'S.4', 'S.6'],
    ['model', 'Komt een overtreding in het dossier?', 'S.2', 'S.5'],
  ])('%s: %s is asked back, and each choice leads to its article', (id, question, staff, pupil) => {
    const answer = ask(id, question);
    expect(answer).toMatchObject({ kind: 'ask-back', ask: 'audience' });
    expect(
      answer.articles
        .slice(0, 2)
        .map((article) => article.id)
        .sort(),
    ).toEqual([staff, pupil].sort());
    expect([first(id, question, { audience: 'medewerker' }), first(id, question, { audience: 'leerling' })]).toEqual([
      staff,
      pupil,
    ]);
  });

  test('offers only whom the two articles are for', () => {
    expect(ask('calvijn', 'Mag er onder schooltijd gescrold worden?')).toMatchObject({
      among: ['medewerker', 'leerling'],
    });
    expect(ask('model', 'gevolgen overtreding?')).toMatchObject({ among: ['medewerker', 'leerling', 'ouder'] });
  });

  test.each([
    ['calvijn', 'Kan iemand van school verwijderd worden?', 'E.4'],
    ['calvijn', 'Kan een baan op het spel staan door een tweet?', 'E.2'],
    ['calvijn', 'Is dat plichtsverzuim?', 'E.1'],
    ['calvijn', 'Wat zijn de fatsoensnormen online?', 'B.5'],
    ['calvijn', 'Wat mag er tijdens de les gedownload worden?', 'B.2'],
    ['calvijn', 'Wat hangt mij boven het hoofd als ik de fout in ga?', 'E.2'],
    ['model', 'Kan een toestel afgepakt worden?', 'S.6'],
    ['gsv', 'Wat staat er op het overtreden van de afspraken?', 'S'],
    ['aeres', 'Welke maatregelen kunnen er volgen?', '1.5.1'],
    ['msvr', 'Wat zijn de gevolgen van een overtreding?', '10'],
  ])('%s: %s means one article, or none that says something else', (id, question, article) => {
    const { kind, articles } = ask(id, question);
    expect([kind, articles[0]?.id]).toEqual(['answer', article]);
  });
});

test('the article for who is named comes before the one for others', () => {
  const question = 'Wat hangt een vader boven het hoofd die keer op keer onzin over ons op Facebook zet?';
  expect(first('calvijn', question, {})).toBe('E.4');
});

test('whom it is about, said after the question, outweighs whom the question names', () => {
  const question = 'Mogen leerlingen in de les op Instagram?';
  expect(first('calvijn', question, {})).toBe('A.1');
  expect(first('calvijn', question, { about: 'medewerker' })).toBe('B.1');
  expect(first('msvr', 'Mag ik in discussie met een ouder?', { about: 'leerling' })).toBe('4');
});

describe('a question without a subject', () => {
  test.each([
    ['calvijn', 'mag dat zomaar?'],
    ['model', 'hoe zit dat eigenlijk'],
    ['gsv', 'Is dat toegestaan?'],
    ['aeres', 'mag zoiets'],
    ['msvr', 'Wat is daar de regel voor?'],
  ])('%s: %s is asked what it is about', (id, question) =>
    expect(ask(id, question)).toMatchObject({ kind: 'ask-back', ask: 'subject' }),
  );

  test('is answered where an article surely says it, and small talk stays that', () => {
    expect(ask('aeres', 'Waarom is er eigenlijk een protocol?').kind).toBe('answer');
    expect(ask('aeres', 'hoi hoe is het met je?').kind).toBe('offtopic');
  });
});
