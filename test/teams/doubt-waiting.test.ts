import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ways } from '../bot/cases/world.ts';
import { asks, type Board, decides, sentTo, shows, soon, startBoard, theCard } from '../fakes/teams/board.ts';
import type { Colleague } from '../fakes/teams/colleague.ts';

/** Nobody answers: through real activities, with the clock of the program put forward. */

const CANARY = 'kanarievogel 4713';
const TYPED = { vraag: `Mag dit? ${CANARY}` };

/** Who has it after whom, by the organisation file. */
const lines: Readonly<Record<string, readonly string[]>> = {
  calvijn: ['teamleider.onderbouw', 'teamleider.bovenbouw', 'vestigingsdirecteur', 'algemeen.directeur', 'bestuurder'],
  model: ['rector', 'conrector', 'bestuurder'],
  msvr: ['bouwcoordinator', 'directeur.montessori', 'bestuurder'],
  gsv: ['afdelingscoordinator.onderbouw', 'directeur.basisschool', 'bestuurder'],
  // The protocol names marketing too; the locatiedirecteur stands in for them.
  aeres: [
    'teamleider.dier',
    'teamleider.groen',
    'marketing',
    'locatiedirecteur',
    'algemeen.directeur.mbo',
    'bestuurder',
  ],
};

let board: Board;

beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  const { main, connector } = board;
  expect(await board.close()).toBe(0);
  expect(main.log()).not.toContain(CANARY);
  expect(JSON.stringify([connector.sent, connector.updated])).not.toContain(CANARY);
});

const lineOf = (school: string): readonly Colleague[] => (lines[school] ?? []).map(board.person);
const signals = () => board.main.log().split('"signal":"nobody-answers"').length - 1;

/** They were sent so many messages, and the last is the only card of the case they can click. */
const noticed = (someone: Colleague, ref: string, messages: number, words: RegExp) => (): void => {
  expect(shows(theCard(someone, ref))).toMatch(words);
  expect(sentTo(board, someone)).toBe(messages);
};

describe.each(ways)('$school', (way) => {
  test('reminder, deputy, next levels, and every day at the end of the line; one card each, the asker’s in place', async () => {
    const asker = board.person(way.asker);
    const line = lineOf(way.school);
    const counts = new Map(line.map((each) => [each, sentTo(board, each)]));
    const ref = await asks(asker, way.choices.split(' '), TYPED);
    const own = theCard(asker, ref).id;
    const told = sentTo(board, asker);
    for (const [i, holder] of line.entries()) {
      const before = counts.get(holder) ?? 0;
      const notice = noticed(holder, ref, before + 1, /vraagt het aan jou/);
      await (i === 0 ? soon(notice) : board.next(notice));
      await board.next(noticed(holder, ref, before + 2, /Herinnering/));
      const former = line[i - 1];
      if (former !== undefined) expect(shows(theCard(former, ref))).toMatch(/Dit ligt nu bij/);
    }
    const [bestuur] = line.slice(-1);
    if (bestuur === undefined) throw new Error('there is no line');
    const sent = sentTo(board, bestuur);
    const signalled = signals();
    for (const day of [1, 2]) {
      await board.next(noticed(bestuur, ref, sent + day, /ligt nog steeds bij jou/));
      // The operator is told after the message was taken.
      await vi.waitFor(() => expect(signals()).toBe(signalled + day));
    }
    const card = theCard(asker, ref);
    expect([card.id, sentTo(board, asker)]).toEqual([own, told]);
    expect(shows(card)).toMatch(/gaat naar Bestuurder.*blijf ik elke dag herinneren/);
    // Late is better than never, and nothing is due any more.
    await decides(bestuur, ref, { besluit: 'akkoord' });
    await soon(noticed(asker, ref, told + 1, /Je mag het plaatsen/));
  });
});
