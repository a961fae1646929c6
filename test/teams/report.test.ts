import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schools, TOLD } from '../bot/report/reporting.ts';
import { allDuties, formIn } from '../fakes/forms.ts';
import {
  answerTo,
  type Board,
  clicks,
  liveCards,
  newCase,
  sentTo,
  shows,
  soon,
  startBoard,
  theCard,
} from '../fakes/teams/board.ts';
import { button, type Colleague } from '../fakes/teams/colleague.ts';

/** A report from its form to its closing, through real activities with the whole program behind them, for each protocol. */

const CANARY = 'kanarievogel 4712';
const TYPED = { ...TOLD, wat: `Ze pesten een leerling. ${CANARY}`, waar: `De groepsapp ${CANARY}`, over: '' };

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

/** From `meld` to a report that was sent: its reference. */
async function reports(reporter: Colleague, typed: Readonly<Record<string, string>> = TYPED): Promise<string> {
  const asked = answerTo(await reporter.says('meld'));
  expect(shows(asked)).toContain('"command":"meld"');
  const form = await reporter.opens({ title: '', verb: 'meld', data: {} }, asked);
  const whole = await reporter.submits(formIn(form, 'meld-meer'), typed);
  const check = await reporter.submits(formIn(whole, 'meld-verder'), typed);
  expect(JSON.stringify(check)).not.toContain(CANARY);
  return newCase(reporter, () => reporter.submits(formIn(check, 'meld-verstuur'), { over: 'geen' }));
}

describe.each(schools)('$school', ({ reporter: name, handler }) => {
  test('a report is noticed, worked on, asked about and closed; everybody has one card of it', async () => {
    const reporter = board.person(name);
    const leader = board.person(handler);
    const ref = await reports(reporter);
    await soon(() => theCard(leader, ref));
    expect(shows(theCard(reporter, ref))).toContain('Verstuurd');

    await clicks(leader, ref, 'ontvangen');
    await soon(() => expect(shows(theCard(reporter, ref))).toContain('Ontvangen'));
    await clicks(leader, ref, 'in-behandeling');
    await soon(() => expect(shows(theCard(reporter, ref))).toContain('In behandeling'));

    const opens = async (verb: string) => {
      const card = theCard(leader, ref);
      return leader.opens({ title: '', verb, data: { ref } }, card);
    };
    const read = await leader.opens(button(theCard(leader, ref), 'open-zaak'), theCard(leader, ref));
    expect(JSON.stringify(read)).toContain(CANARY);
    const before = sentTo(board, reporter);
    await leader.submits(formIn(await opens('vraag-terug'), 'stel-vraag'), { tekst: `Wie beheert de app? ${CANARY}` });
    await soon(() => {
      expect(shows(theCard(reporter, ref))).toContain('Vraag aan jou');
      // A question is a message of its own: Teams does not notify of a card that changes.
      expect(sentTo(board, reporter)).toBe(before + 1);
    });
    const card = theCard(reporter, ref);
    const answer = await reporter.opens(button(card, 'antwoord'), card);
    await reporter.submits(formIn(answer, 'geef-antwoord'), { tekst: `Dat weet ik niet. ${CANARY}` });
    await soon(() => expect(shows(theCard(leader, ref))).toContain('nieuws van de melder'));

    let form = await opens('rond-af');
    if (JSON.stringify(form).includes('vink-plichten-af'))
      form = await leader.submits(formIn(form, 'vink-plichten-af'), allDuties('gedaan'));
    await leader.submits(formIn(form, 'afhandelen'), { uitkomst: 'gesprek', terugkoppeling: `Besproken. ${CANARY}` });
    await soon(() => expect(shows(theCard(reporter, ref))).toContain('Afgehandeld'));
    const closed = theCard(reporter, ref);
    expect(JSON.stringify(await reporter.opens(button(closed, 'open-zaak'), closed))).toContain(`Besproken. ${CANARY}`);
    for (const someone of board.everybody) expect(liveCards(someone, ref).length).toBeLessThan(2);

    const links = JSON.stringify(await opens('dossier')).match(/http:[^"]*\/dossier\/[^"]*/g) ?? [];
    const files = await Promise.all(links.map((link) => fetch(link).then((response) => response.text())));
    expect(files.map((file) => file.slice(0, 1)).toSorted()).toEqual(['%', '{']);
    expect(files.find((file) => file.startsWith('{'))).toContain(CANARY);
  });
});

test('with the name withheld nothing that reaches who has it, or the one it is about, tells who reported it', async () => {
  const reporter = board.person('docent.wiskunde');
  const about = board.person('teamleider.onderbouw');
  const leader = board.person('vestigingsdirecteur');
  const before = JSON.stringify(about.cards());
  const ref = await reports(reporter, {
    ...TYPED,
    anoniem: 'true',
    over: 'teamleider.onderbouw@voorbeeld.example',
  });
  await soon(() => theCard(leader, ref));
  const card = theCard(leader, ref);
  const read = JSON.stringify(await leader.opens(button(card, 'open-zaak'), card));
  expect(read).toContain('De melder houdt de naam achter');
  expect(read + shows(card)).not.toMatch(/Docent wiskunde|docent\.wiskunde|CSG Calvijn|29:docent|aad-docent/);
  expect(JSON.stringify(about.cards())).toBe(before);
});
