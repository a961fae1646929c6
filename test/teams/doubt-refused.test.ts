import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ways } from '../bot/cases/world.ts';
import { example } from '../bot/world.ts';
import { asks, type Board, decides, sentTo, shows, soon, startBoard, theCard } from '../fakes/teams/board.ts';

/** Teams refuses somebody, and the next has it at once: through signed activities, as a school runs the program. */

const CANARY = 'kanarievogel 4714';
const TYPED = { vraag: `Mag dit? ${CANARY}` };

/** Who has it after the first, by the organisation file. */
const seconds: Readonly<Record<string, string>> = {
  calvijn: 'teamleider.bovenbouw',
  model: 'conrector',
  msvr: 'directeur.montessori',
  gsv: 'directeur.basisschool',
  aeres: 'teamleider.groen',
};

let board: Board;

beforeAll(async () => {
  board = await startBoard('signed');
});
afterAll(async () => {
  const { main, connector } = board;
  await board.close();
  expect(main.log()).not.toContain(CANARY);
  expect(JSON.stringify([connector.sent, connector.updated])).not.toContain(CANARY);
});

const functionOf = (name: string) => example.people.find(({ email }) => email.startsWith(`${name}@`))?.function;

describe.each(ways)('$school', ({ school, asker: name, contact, choices }) => {
  const begin = () => {
    const second = seconds[school] ?? '';
    const [asker, first, next] = [board.person(name), board.person(contact), board.person(second)];
    const before = { first: sentTo(board, first), next: sentTo(board, next), asker: sentTo(board, asker) };
    const ask = () => asks(asker, choices.split(' '), TYPED);
    const toNext = (ref: string) =>
      soon(() => {
        expect(shows(theCard(next, ref))).toMatch(/vraagt het aan jou/);
        expect(sentTo(board, next)).toBe(before.next + 1);
        // The asker sees with whom it is, on the one card they have, however the two messages crossed.
        expect(shows(theCard(asker, ref))).toContain(`gaat naar ${functionOf(second)}`);
      });
    return { asker, first, next, before, ask, toNext };
  };

  test.each([
    ['blocked the bot', { status: 403, code: 'ConversationBlockedByUser' }],
    ['is no longer in the chat', { status: 404, code: 'ConversationNotFound' }],
  ])('who %s', async (_, refusal) => {
    const { asker, first, next, before, ask, toNext } = begin();
    board.connector.bar(first.chat, refusal);
    const ref = await ask();
    await toNext(ref);
    expect(sentTo(board, first)).toBe(before.first);
    board.connector.bar(first.chat, null);
    await decides(next, ref, { besluit: 'akkoord' });
    await soon(() => expect(shows(theCard(asker, ref))).toMatch(/Je mag het plaatsen/));
  });

  test('who removed the bot; installed again, they are reached again', async () => {
    const { first, next, before, ask, toNext } = begin();
    await first.uninstalls();
    const ref = await ask();
    await toNext(ref);
    expect(sentTo(board, first)).toBe(before.first);
    await decides(next, ref, { besluit: 'niet-plaatsen' });
    await first.installs();
    const again = await ask();
    await soon(() => expect(shows(theCard(first, again))).toMatch(/vraagt het aan jou/));
  });
});

test('without anybody who can be reached the operator hears it', async () => {
  const asker = board.person('docent.wiskunde');
  const others = board.everybody.filter((each) => each !== asker);
  for (const { chat } of others) board.connector.bar(chat, { status: 403, code: 'BotDisabledByAdmin' });
  const ref = await asks(asker, ['werk', 'tekst', 'nee', 'misschien'], TYPED);
  await soon(() => expect(board.main.log()).toMatch(new RegExp(`"ref":"${ref}","signal":"nobody-answers"`)));
  for (const { chat } of others) board.connector.bar(chat, null);
  expect(shows(theCard(asker, ref))).toMatch(/Nog niet plaatsen/);
});
