import { describe, expect, test } from 'vitest';
import { checkCard } from '../../src/cards/elements.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { buttonsIn } from '../fakes/buttons.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';
import { createWorld, example, type World, withSchools } from './world.ts';

/** Looking for an article while typing, to put in a message of one's own. */

const answers = learnedAnswers(library);
const staff = 'leerkracht.groep7@voorbeeld.example';

async function search(world: World, text: string): Promise<Extract<Reply, { kind: 'found' }>> {
  const [reply, ...more] = await world.tell({ kind: 'search', text });
  if (reply?.kind !== 'found' || more.length > 0) throw new Error('a search is answered with what was found');
  return reply;
}

const atOne = () => createWorld({ organisation: withSchools('calvijn'), answers });

describe('at a school that is known', () => {
  test('a word finds articles: two lines each, and a card that asks nothing', async () => {
    const { articles } = await search(atOne(), 'foto');
    expect(articles.length).toBeGreaterThan(1);
    expect(articles.length).toBeLessThanOrEqual(10);
    for (const { title, text, screen } of articles) {
      expect(title).toMatch(/^[A-Z]\.\d+: ./);
      expect(text).not.toBe('');
      expect(() => checkCard(screen.card)).not.toThrow();
      // Where it is put the bot may not be: nothing on it can be clicked but a link.
      expect(buttonsIn(screen.card)).toEqual([]);
    }
  });

  test('a place is that place, a chapter its articles', async () => {
    expect((await search(atOne(), 'artikel C.3')).articles.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^C\.3: /),
    ]);
    const chapter = await search(atOne(), 'hoofdstuk C');
    expect(chapter.articles.length).toBeGreaterThan(1);
    expect(chapter.articles.every(({ title }) => title.startsWith('C.'))).toBe(true);
  });

  test.each([
    ['', 'Typ een woord'],
    ['  ', 'Typ een woord'],
    ['!?', 'Typ een woord'],
    ['xqzjk', 'Niets gevonden'],
  ])('%j: says what to do', async (text, hint) => {
    const reply = await search(atOne(), text);
    expect(reply.articles).toEqual([]);
    expect(reply.hint).toContain(hint);
  });

  test('a story of any length is not repeated', async () => {
    expect(JSON.stringify(await search(atOne(), `zebra ${'foto '.repeat(5000)}`))).not.toContain('zebra');
  });
});

test('who is in the organisation file searches the protocol of their own school', async () => {
  const world = createWorld({ answers });
  const [reply] = await world.bot({
    who: { organisation: example.id, platformId: 'x', person: staff },
    where: { channel: 'teams', conversation: 'c', privacy: 'private' },
    what: { kind: 'search', text: 'foto' },
  });
  expect(JSON.stringify(reply)).toContain('Groningse');
  expect(JSON.stringify(reply)).not.toContain('Calvijn');
});

test('who is not gets a few of each school, with its name', async () => {
  const { articles } = await search(createWorld({ answers }), 'foto');
  const titles = articles.map(({ title }) => title);
  expect(titles.length).toBeLessThanOrEqual(15);
  for (const school of ['Calvijn', 'Groningse', 'Aeres']) expect(titles.join()).toContain(school);
});

test('who belongs to nobody is told so', async () => {
  const reply = await search(createWorld({ organisation: undefined, answers }), 'foto');
  expect(reply.articles).toEqual([]);
  expect(reply.hint).toContain('Ik ken jouw school nog niet');
});
