import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';

const answers = learnedAnswers(library);
const calvijn = library.protocols.get('calvijn');
if (calvijn === undefined) throw new Error('no protocol calvijn');
const explain = (question: string) => answers.explain(calvijn, question, {});

test('a place that is named needs no explanation', () => expect(explain('artikel C.3')).toBeUndefined());

test('words as they were read, whom and where', () => {
  expect(explain('mag ik ee foto vd klas op mn prive insta zetten')).toMatchObject({
    words: expect.arrayContaining(['van', 'de', 'klas']),
    manner: 'asked',
    audience: ['medewerker'],
    open: false,
    situation: 'prive',
    decision: 'answer',
    lacks: undefined,
    law: [],
  });
  expect(explain('foto online')).toMatchObject({ manner: 'named', open: true, situation: undefined });
});

test('topics and articles, the most fitting first, as the answer has them', () => {
  const question = 'Moet ik toestemming vragen voor een klassenfoto op de website?';
  const told = explain(question);
  const answer = answers.ask(calvijn, question, {});
  expect(told?.articles[0]?.article).toBe(answer.articles[0]?.id);
  expect(told?.topics[0]).toMatchObject({ topic: 'foto-toestemming', answered: true });
  const open = explain('mag dat zomaar?');
  for (const list of [open?.topics.map(({ chance }) => chance), open?.articles.map(({ weight }) => weight)]) {
    expect(list?.length).toBeGreaterThan(1);
    expect(list).toEqual(list?.toSorted((one, other) => other - one));
  }
});

test.each([
  ['een leerling bedreigt mij via snapchat, hij weet waar ik woon', { decision: 'incident', law: ['strafbaar'] }],
  ['Hoe lang duurt een schorsing?', { decision: 'unknown', lacks: 'time' }],
  ['Wat is de wificode?', { decision: 'unknown', about: 'buiten-wifi', lacks: undefined }],
  ['Ik twijfel of dit bericht online kan', { decision: 'doubt', about: 'twijfel' }],
])('%s: what it was taken for', (question, taken) => expect(explain(question)).toMatchObject(taken));
