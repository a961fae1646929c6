import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formIn } from '../fakes/forms.ts';
import {
  answerTo,
  type Board,
  clicks,
  decides,
  liveCards,
  newCase,
  shows,
  soon,
  startBoard,
  theCard,
} from '../fakes/teams/board.ts';
import { button, type Colleague, colleague, refreshIn } from '../fakes/teams/colleague.ts';

/**
 * The bot beside other people's messages, with the whole program behind it: two people, a search, a message that is reported
 * or put to somebody from a chat the bot is not in, and cards that are opened later.
 */

const CANARY = 'kanarievogel 4712';
const LINK = 'https://teams.microsoft.com/l/message/19:noor_piet@unq.gbl.spaces/1611060744833';
const MESSAGE = `<p>Ze noemen <at id="0">haar</at> een zebrakop &amp; dat al dagen. ${CANARY}</p>`;

let board: Board;
let me: Colleague;
let handler: Colleague;

beforeAll(async () => {
  board = await startBoard();
  me = board.person('docent.wiskunde');
  handler = board.person('vestigingsdirecteur');
});
afterAll(async () => {
  const { main, connector } = board;
  expect(await board.close()).toBe(0);
  expect(main.log()).not.toContain(CANARY);
  const everything = JSON.stringify([connector.sent, connector.updated]);
  expect(everything).not.toContain(CANARY);
  expect(everything).not.toContain(LINK);
});

describe('"Meld dit bericht"', () => {
  test('is a report with its text and link, which its receiver reads; nothing goes to the chat it came from', async () => {
    const form = await me.picks('meld-bericht', MESSAGE);
    expect(JSON.stringify(form)).toContain(`Ze noemen haar een zebrakop & dat al dagen. ${CANARY}`);
    expect(JSON.stringify(form)).toContain(LINK);
    const typed = { wat: `Ze noemen haar een zebrakop. ${CANARY}`, waar: LINK, speelt: 'ja' };
    const whole = await me.submitsPicked(formIn(form, 'meld-meer'), typed);
    const full = { ...typed, soort: 'pesten', wie: 'leerling', minderjarig: 'ja', door: 'leerling', over: '' };
    const check = await me.submitsPicked(formIn(whole, 'meld-verder'), full);
    expect(JSON.stringify(check)).not.toContain(CANARY);
    const ref = await newCase(me, async () => {
      const sent = await me.submitsPicked(formIn(check, 'meld-verstuur'), { over: 'geen' });
      expect(JSON.stringify(sent)).toContain('Dit staat ook in je chat met Bij Twijfel');
    });
    expect(shows(theCard(me, ref))).toContain('Verstuurd');
    await soon(() => theCard(handler, ref));
    const card = theCard(handler, ref);
    const read = JSON.stringify(await handler.opens(button(card, 'open-zaak'), card));
    expect(read).toContain(CANARY);
    expect(read).toContain(LINK);
  });

  test('a form with a fault comes back as it was', async () => {
    const form = await me.picks('meld-bericht', MESSAGE);
    const back = JSON.stringify(await me.submitsPicked(formIn(form, 'meld-verder'), { wat: '', waar: LINK }));
    expect(back).toContain('Vertel eerst kort wat er is gebeurd');
    expect(back).toContain(LINK);
  });

  test('with a picture: what never to do with it comes first, also in the whole form', async () => {
    const form = await me.picks('meld-bericht', `${MESSAGE}<img src="https://geheim.example/x">`);
    expect(JSON.stringify(form)).toMatch(/gaan niet mee.*Stuur het niet door.*0900-8844/);
    expect(JSON.stringify(form)).not.toContain('geheim.example');
    const whole = await me.submitsPicked(formIn(form, 'meld-meer'), { wat: 'x' });
    expect(JSON.stringify(whole)).toMatch(/gaan niet mee/);
  });
});

describe('"Bij twijfel"', () => {
  test('puts a message to who decides, and the decision comes to one’s own chat', async () => {
    const form = await me.picks('twijfel-bericht', MESSAGE);
    expect(JSON.stringify(form)).toContain(CANARY);
    const typed = { draft: `Een bericht ${CANARY}`, link: LINK, vraag: 'Kan dit zo blijven staan?' };
    const ref = await newCase(me, async () => {
      const sent = await me.submitsPicked(formIn(form, 'stuur-twijfel'), typed);
      expect(JSON.stringify(sent)).toContain('Nog niet plaatsen');
    });
    const contact = board.person('teamleider.onderbouw');
    await soon(() => theCard(contact, ref));
    const read = await decides(contact, ref, { besluit: 'akkoord', toelichting: '' });
    expect(JSON.stringify(read)).toContain(CANARY);
    await soon(() => expect(shows(theCard(me, ref))).toContain('Je mag het plaatsen'));
    expect(liveCards(me, ref)).toHaveLength(1);
  });

  test('the same form twice is one case with one card', async () => {
    const form = formIn(await me.picks('twijfel-bericht', '<p>Kan dit?</p>'), 'stuur-twijfel');
    const typed = { draft: 'Kan dit?', link: '', vraag: 'Mag het?' };
    const ref = await newCase(me, async () => {
      await me.submitsPicked(form, typed);
      await me.submitsPicked(form, typed);
    });
    expect(liveCards(me, ref)).toHaveLength(1);
  });
});

describe('somebody who is not in the organisation file', () => {
  let pupil: Colleague;
  beforeAll(() => {
    pupil = colleague(board.connector, board.main.url, 'leerling@voorbeeld.example');
  });

  test('may search: the words of the protocols', async () => {
    expect(JSON.stringify(await pupil.searches('toestemming'))).toMatch(/"type":"result".*thumbnail/);
  });

  test.each(['meld-bericht', 'twijfel-bericht'])('gets no form and no names for %s', async (command) => {
    const dialog = JSON.stringify(await pupil.picks(command, MESSAGE));
    expect(dialog).toContain('alleen voor medewerkers');
    expect(dialog).not.toMatch(/Input\.|Teamleider|voorbeeld\.example/);
    expect(dialog).not.toContain(CANARY);
  });
});

test('a search gives articles of one’s own school as cards, and nothing of anybody', async () => {
  const found = JSON.stringify(await me.searches('artikel C.3'));
  expect(found).toContain('C.3: ');
  expect(found).toContain('CSG Calvijn');
  expect(found).not.toMatch(/Action\.Execute|Action\.Submit|voorbeeld\.example/);
  expect(JSON.stringify(await me.searches(''))).toContain('Typ een woord');
});

describe('a card that is opened later', () => {
  const asked = () =>
    newCase(me, async () => {
      const form = formIn(await me.picks('twijfel-bericht', '<p>Kan dit?</p>'), 'stuur-twijfel');
      await me.submitsPicked(form, { draft: 'Kan dit?', link: '', vraag: 'Mag het?' });
    });

  test('says how it stands by then, and who looks at it names nobody else', async () => {
    const ref = await asked();
    const contact = board.person('teamleider.onderbouw');
    await soon(() => theCard(contact, ref));
    const [mine, theirs] = [theCard(me, ref), theCard(contact, ref)];
    await clicks(contact, ref, 'ontvangen');
    await clicks(me, ref, 'trek-in');
    // The cards as they were, on phones that did not hear of the change.
    expect(JSON.stringify(await me.looksAt(mine))).toContain('Ingetrokken');
    expect(JSON.stringify(await contact.looksAt(theirs))).toContain('heeft dit ingetrokken');
    for (const someone of board.everybody) {
      for (const { activity } of someone.cards()) {
        const { userIds } = refreshIn(activity);
        expect([[], [`29:${someone.chat.slice(2)}`]]).toContainEqual(userIds);
      }
    }
  });

  test('of a case that is not for this person: what there is for none', async () => {
    const other = board.person('leraar.muziek');
    const card = answerTo(await other.says('help'));
    const forged = (ref: string) => ({
      ...card,
      activity: {
        attachments: [
          {
            content: {
              refresh: {
                action: { title: '', verb: 'ververs', data: { ref, stap: 'notify' } },
                userIds: [`29:${other.chat.slice(2)}`],
              },
            },
          },
        ],
      },
    });
    const real = JSON.stringify(await other.looksAt(forged(await asked())));
    expect(real).toContain('ken ik niet');
    expect(real).toBe(JSON.stringify(await other.looksAt(forged('V-222222'))));
  });
});
