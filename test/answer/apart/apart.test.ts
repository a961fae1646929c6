import { expect, test, vi } from 'vitest';
import { createAnswersApart } from '../../../src/answer/apart/apart.ts';
import { startThread } from '../../../src/answer/apart/thread.ts';
import { type Protocol, withBlanks } from '../../../src/protocol/protocol.ts';
import { learnedAnswers, learnedFolder } from '../../fakes/learned.ts';
import { library } from '../../protocol/library.ts';

const engine = learnedAnswers(library);
const apart = createAnswersApart(library, learnedFolder);

function protocol(id: string): Protocol {
  const found = library.protocols.get(id);
  if (found === undefined) throw new Error(`no protocol ${id}`);
  return found;
}

const QUESTIONS = [
  ['calvijn', 'Mag ik een foto van een leerling op Instagram zetten?'],
  ['gsv', 'ze schelden me uit op insta'],
  ['msvr', 'ik weet niet of dit online kan'],
  ['model', 'Wat is een leidinggevende?'],
  ['aeres', 'Wie is Frans Timmermans?'],
  ['calvijn', 'artikel C.3'],
  ['calvijn', 'hoofdstuk B'],
  ['gsv', 'dank je wel!'],
  ['aeres', 'een docent stuurt een leerling naaktfoto’s, wat nu'],
] as const;

test.each(QUESTIONS)('%s, "%s": the same as in the own thread, with the own articles', async (id, question) => {
  const own = engine.ask(protocol(id), question, { audience: 'medewerker' });
  const there = await apart.ask(protocol(id), question, { audience: 'medewerker' });
  expect(there).toEqual(own);
  for (const [i, article] of there.articles.entries()) expect(article).toBe(own.articles[i]);
});

test('a search finds the same', async () => {
  await apart.prepare(protocol('gsv'));
  expect(await apart.search(protocol('gsv'), 'foto')).toEqual(engine.search(protocol('gsv'), 'foto'));
});

test('the same is heard in a story', async () => {
  const story = 'Ze zei dat ze er straks toch niet meer is en dat niemand haar gaat missen.';
  const heard = await apart.hear(protocol('aeres'), story);
  expect(heard[0]).toBe('suicide');
  expect(heard).toEqual(engine.hear(protocol('aeres'), story));
});

test('a school’s own copy of a protocol is asked as it is', async () => {
  const own = withBlanks(protocol('model'), { school: 'De Proefschool' });
  const [article] = (await apart.ask(own, 'Mag ik een foto van een leerling plaatsen?', {})).articles;
  expect(article).toBe(own.byId.get(article?.id ?? ''));
  expect(article).not.toBe(protocol('model').byId.get(article?.id ?? ''));
});

test('many at once each get their own answer', async () => {
  const all = await Promise.all(QUESTIONS.map(([id, question]) => apart.ask(protocol(id), question, {})));
  expect(all).toEqual(QUESTIONS.map(([id, question]) => engine.ask(protocol(id), question, {})));
});

test('a fault tells where it arose and nothing of the question; the next question is answered', async () => {
  const thread = startThread({ library, folder: learnedFolder }, () => undefined);
  const broken = { ...protocol('msvr'), articles: [null] } as unknown as Protocol;
  const wanted = { call: 'ask', question: 'kanarievogel 0815', context: {} } as const;
  const failed = await thread.request(broken, wanted).catch((cause: unknown) => cause);
  expect(failed).toMatchObject({ name: 'TypeError', stack: expect.stringContaining('    at ') });
  expect(JSON.stringify([String(failed), (failed as Error).stack])).not.toContain('kanarievogel');
  expect(await thread.request(protocol('msvr'), wanted)).toMatchObject({ kind: 'unknown' });
});

test('a thread that ends rejects what it was asked, and says so once', async () => {
  const gone = vi.fn<() => void>();
  const half = { library: { ...library, lexicon: null }, folder: learnedFolder } as never;
  const thread = startThread(half, gone);
  const asked = [1, 2].map(() => thread.request(protocol('msvr'), { call: 'prepare' }));
  const results = await Promise.allSettled(asked);
  expect(results.map((each) => each.status === 'rejected' && each.reason.code)).toEqual([
    'ANSWERS_GONE',
    'ANSWERS_GONE',
  ]);
  await expect(thread.begun).rejects.toMatchObject({ code: 'ANSWERS_GONE' });
  expect(gone).toHaveBeenCalledTimes(1);
});
