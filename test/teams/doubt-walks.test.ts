import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filled } from '../../src/doubt/placeholders.ts';
import { ways } from '../bot/cases/world.ts';
import { example } from '../bot/world.ts';
import { type Ended, positionsOf, walkOf } from '../doubt/walks.ts';
import { type Board, shows, startBoard, walks } from '../fakes/teams/board.ts';
import { buttonsOn } from '../fakes/teams/colleague.ts';
import { library } from '../protocol/library.ts';

/** Every ending of every walk, reached by the buttons of one card in Teams. */

let board: Board;

beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  expect(await board.close()).toBe(0);
});

/** The shortest way to each ending. */
function endingsOf(school: string): readonly Ended[] {
  const ends = positionsOf(walkOf(school)).filter((position): position is Ended => position.kind === 'advice');
  const shortest = new Map<string, Ended>();
  for (const end of ends) {
    const known = shortest.get(end.advice.ending);
    if (known === undefined || end.answered.length < known.answered.length) shortest.set(end.advice.ending, end);
  }
  return [...shortest.values()];
}

describe.each(ways)('$school', ({ school, asker: name }) => {
  test.each(endingsOf(school).map((end) => [end.advice.ending, end] as const))('%s', async (_, end) => {
    const asker = board.person(name);
    const before = asker.cards().length;
    const { advice, answered } = end;
    const card = await walks(
      asker,
      answered.map(({ option }) => option.id),
    );
    expect(asker.cards()).toHaveLength(before + 1);
    const protocol = library.protocols.get(school);
    if (protocol === undefined) throw new Error(`there is no protocol ${school}`);
    const person = example.people.find(({ email }) => email.startsWith(`${name}@`));
    const say = (text: string) =>
      JSON.stringify(filled(text, { school: protocol.meta.school, functie: person?.function ?? '' })).slice(1, -1);
    for (const words of [advice.badge, advice.say]) expect(shows(card)).toContain(say(words));
    for (const { text } of advice.checklist) expect(shows(card)).toContain(say(text));
    for (const id of advice.articles) expect(shows(card)).toContain(protocol.byId.get(id)?.title);
    const verbs = buttonsOn(card.activity).map(({ verb }) => verb);
    expect(verbs).toContain('twijfel-terug');
    // Who can be asked is asked by a button; where nobody is named there is none.
    expect(verbs.includes('vraag-aan')).toBe(advice.consult !== undefined);
  });
});
