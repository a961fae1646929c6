import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWER, QUESTION, QUESTION_SECRETS, unanswered } from '../bot/cases/questions.ts';
import { ways } from '../bot/cases/world.ts';
import { formIn, referencesIn } from '../fakes/forms.ts';
import {
  answerTo,
  asks,
  type Board,
  clicks,
  decides,
  sentTo,
  shows,
  soon,
  startBoard,
  theCard,
} from '../fakes/teams/board.ts';
import { button, buttonsOn, type Colleague } from '../fakes/teams/colleague.ts';

/**
 * A doubt from question to decision and all that can become of it, through real activities with the whole program behind them,
 * for each protocol: what everybody sees, and of what they are notified.
 */

const CANARY = 'kanarievogel 4712';
const TYPED = { vraag: `Mag dit? ${CANARY}`, draft: `Bericht ${CANARY}` };

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

describe.each(ways)('$school', (way) => {
  let asker: Colleague;
  let contact: Colleague;
  let ref = '';
  const begin = async () => {
    asker = board.person(way.asker);
    contact = board.person(way.contact);
    ref = await asks(asker, way.choices.split(' '), TYPED);
    await soon(() => theCard(contact, ref));
  };

  /** They are notified by one new message, and have one card of it: what it shows. */
  const noticed = async (someone: Colleague, before: number, words: RegExp) => {
    await soon(() => {
      expect(shows(theCard(someone, ref))).toMatch(words);
      expect(sentTo(board, someone)).toBe(before + 1);
    });
    expect(someone.cards().at(-1)?.id).toBe(theCard(someone, ref).id);
  };

  /** The card they have changes, and they are not notified. */
  const changed = async (someone: Colleague, before: number, words: RegExp) => {
    const { id } = theCard(someone, ref);
    await soon(() => expect(shows(theCard(someone, ref))).toMatch(words));
    expect(theCard(someone, ref).id).toBe(id);
    expect(sentTo(board, someone)).toBe(before);
  };

  test.each([
    ['akkoord', { toelichting: '' }, /Je mag het plaatsen/],
    ['akkoord-mits', { toelichting: `Zonder namen ${CANARY}` }, /Akkoord, onder voorwaarden/],
    ['niet-plaatsen', { toelichting: '' }, /Plaats het niet/],
  ])('%s: the asker is notified, and everybody has one card', async (besluit, typed, words) => {
    await begin();
    expect(shows(theCard(asker, ref))).toMatch(/Nog niet plaatsen/);
    const before = { asker: sentTo(board, asker), contact: sentTo(board, contact) };
    const read = await decides(contact, ref, { besluit, ...typed });
    expect(JSON.stringify(read)).toContain(CANARY);
    await noticed(asker, before.asker, words);
    await changed(contact, before.contact, /Besluit: /);
    // What the decision says stands in the window only.
    const card = theCard(asker, ref);
    const dialog = await asker.opens(button(card, 'open-zaak'), card);
    expect(JSON.stringify(dialog).includes('Zonder namen')).toBe(besluit === 'akkoord-mits');
  });

  test('bel me even: the asker is notified, it stays open, and the decision is a message of its own', async () => {
    await begin();
    const before = sentTo(board, asker);
    await decides(contact, ref, { besluit: 'bel-me', toelichting: '' });
    await noticed(asker, before, /Nog niet plaatsen.*vraagt of je even belt: 000-/);
    await decides(contact, ref, { besluit: 'akkoord', toelichting: '' });
    await noticed(asker, before + 1, /Je mag het plaatsen/);
  });

  test('ontvangst bevestigen: the asker sees it on the card that is there', async () => {
    await begin();
    const before = sentTo(board, asker);
    await clicks(contact, ref, 'ontvangen');
    await changed(asker, before, /Het is ontvangen door/);
  });

  test('doorzetten: the other is notified, who had it and who asked see it where they are', async () => {
    await begin();
    const before = { asker: sentTo(board, asker), contact: sentTo(board, contact) };
    const card = theCard(contact, ref);
    const dialog = await contact.opens(button(card, 'doorzet-vraag'), card);
    const other = board.everybody.find(({ chat }) => chat === `a:${choicesIn(dialog)[0]}`);
    if (other === undefined) throw new Error('nobody to pass it on to');
    const had = sentTo(board, other);
    await contact.submits(formIn(dialog, 'doorzetten'), { naar: other.chat.slice(2), reden: `Van jou ${CANARY}` });
    await noticed(other, had, /Een collega (twijfelt|vraagt)/);
    await changed(contact, before.contact, /Dit ligt nu bij/);
    await changed(asker, before.asker, /Nog niet plaatsen.*doorgezet door/);
    const theirs = theCard(other, ref);
    expect(JSON.stringify(await other.opens(button(theirs, 'open-zaak'), theirs))).toContain(`Van jou ${CANARY}`);
  });

  test('intrekken: everybody sees it where they are', async () => {
    await begin();
    const before = { asker: sentTo(board, asker), contact: sentTo(board, contact) };
    await clicks(asker, ref, 'trek-in');
    await changed(asker, before.asker, /Ingetrokken/);
    await changed(contact, before.contact, /heeft dit ingetrokken/);
  });

  test('who looks it up in a list has that card from then on, and the one before is quiet', async () => {
    await begin();
    const { id } = theCard(contact, ref);
    const list = answerTo(await contact.says('openstaand'));
    const row = buttonsOn(list.activity).find(({ data }) => data.ref === ref);
    if (row === undefined) throw new Error('it is not in the list');
    await contact.clicks(row, list);
    await soon(() => expect(theCard(contact, ref).id).not.toBe(id));
    expect(JSON.stringify(board.connector.current(id))).toContain('verderop een nieuwer bericht');
    await clicks(asker, ref, 'trek-in');
    await soon(() => expect(shows(theCard(contact, ref))).toContain('ingetrokken'));
  });
});

describe.each(unanswered)('$school', (way) => {
  test('what the protocol does not say is put to the contact, and the answer comes back', async () => {
    const asker = board.person(way.asker);
    const contact = board.person(way.contact);
    const said = answerTo(await asker.says(QUESTION));
    const form = await asker.opens(button(said, 'vraag-aan'), said);
    expect(JSON.stringify(form)).toContain(QUESTION);
    await asker.submits(formIn(form, 'stuur-twijfel'), { vraag: QUESTION });
    // The card that had no answer has become the card of the case.
    const [ref = ''] = referencesIn(asker.cards().find(({ id }) => id === said.id)?.activity);
    expect(shows(theCard(asker, ref))).toMatch(/Wacht op antwoord/);
    await soon(() => expect(shows(theCard(contact, ref))).toMatch(/Een collega heeft een vraag/));
    const read = await decides(contact, ref, { besluit: 'antwoord', toelichting: ANSWER });
    expect(JSON.stringify(read)).toContain(QUESTION);
    await soon(() => expect(shows(theCard(asker, ref))).toMatch(/Er is een antwoord/));
    const card = theCard(asker, ref);
    expect(JSON.stringify(await asker.opens(button(card, 'open-zaak'), card))).toContain(ANSWER);
    expect(board.main.log()).not.toMatch(QUESTION_SECRETS);
    expect(JSON.stringify([board.connector.sent, board.connector.updated])).not.toMatch(QUESTION_SECRETS);
  });
});

/** The addresses that a dialog offers to choose from. */
function choicesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"value":"([^"]+@voorbeeld\.example)"/g)].map(([, email = '']) => email);
}

test('somebody else than the contact learns nothing of a case by its reference', async () => {
  const [own, other] = ways;
  if (own === undefined || other === undefined) throw new Error('there are five');
  const ref = await asks(board.person(own.asker), own.choices.split(' '), TYPED);
  const stranger = board.person(other.asker);
  const card = answerTo(await stranger.says('help'));
  const opened = (named: string) => stranger.opens({ title: '', verb: 'open-zaak', data: { ref: named } }, card);
  const real = JSON.stringify(await opened(ref));
  expect(real).toContain('ken ik niet');
  expect(real).toBe(JSON.stringify(await opened('V-222222')));
  expect(real).not.toContain(CANARY);
});

test('thumbs under an answer: thanks in its place and a line, and who owns the protocol reads both', async () => {
  const asker = board.person('docent.geschiedenis');
  const said = answerTo(await asker.says('Waar kan ik op school mijn fiets parkeren?'));
  expect(shows(said)).toContain('👎');
  const down = buttonsOn(said.activity).find(({ data }) => data.op === 'fout');
  if (down === undefined) throw new Error('there is no thumb');
  await asker.clicks(down, said);
  const now = () => {
    const card = asker.cards().find(({ id }) => id === said.id);
    if (card === undefined) throw new Error('the card is gone');
    return card;
  };
  expect(shows(now())).toMatch(/Bedankt\..*zonder je naam/);
  expect(shows(now())).not.toContain('👎');
  const form = await asker.opens(button(now(), 'duim-woord'), now());
  await asker.submits(formIn(form, 'duim-stuur'), { tekst: 'Dit hoort wel in het protocol.' });
  expect(buttonsOn(now().activity).map(({ verb }) => verb)).not.toContain('duim-woord');
  const list = shows(answerTo(await board.person('vestigingsdirecteur').says('vragen zonder antwoord')));
  expect(list).toContain('1 keer een duim omlaag · “Waar kan ik op school mijn fiets parkeren?”');
  expect(list).toContain('“Dit hoort wel in het protocol.”');
  expect(list).not.toContain('geschiedenis');
  expect(shows(answerTo(await asker.says('vragen zonder antwoord')))).not.toContain('fiets');
});
