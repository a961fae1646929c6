import { beforeEach, describe, expect, test } from 'vitest';
import { QUESTION } from '../bot/cases/questions.ts';
import { SECRETS, TYPED, wayOf } from '../bot/cases/world.ts';
import { referencesIn } from '../fakes/forms.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import { buttonsIn, type Someone } from '../fakes/slack/someone.ts';
import { BOT } from '../fakes/slack/state.ts';
import { click, letters, modalOf, refsIn, seen, submit, walked } from './steps.ts';

/** What a Slack user does in a day, with the real bot: commands, channels, sharing, the home tab, shortcuts. */

let school: School;
let me: Someone;

beforeEach(async () => {
  school = await startSchool();
  me = school.as('docent.wiskunde');
});

const homeOf = (who: Someone) => school.slack.workspace.homes.get(who.user.id);

describe('commands', () => {
  test('/protocol answers a question to one person, and shares it with the channel when asked', async () => {
    const channel = school.slack.workspace.channel('U0ELSE');
    await me.command('/protocol', 'Mag ik privé over school publiceren?', channel);
    await school.settle();
    const [answer] = me.alone(channel);
    expect(letters(answer?.blocks)).toContain('Artikel D.1');
    expect(school.slack.workspace.shown(channel)).toEqual([]);
    if (answer === undefined) throw new Error('no answer');
    await click(school, me, answer, 'Deel in dit kanaal');
    const [shared] = school.slack.workspace.shown(channel);
    expect(letters(shared?.blocks)).toContain('Artikel D.1');
    // What everybody sees has no buttons: the bot may not be in that channel.
    expect(buttonsIn(shared?.blocks)).toEqual([]);
    // Who shared it is named, and nobody is called.
    expect(letters(shared?.blocks)).toContain(`Gedeeld door ${me.user.email}`);
    expect(JSON.stringify(shared?.blocks)).not.toContain('<@');
    expect(school.slack.workspace.refused()).toEqual([]);
  });

  test.each([
    'een collega heeft een naaktfoto van een leerling doorgestuurd, wat nu?',
    'ik twijfel of ik deze foto mag plaatsen',
  ])('/protocol with a story cannot be shared: %s', async (story) => {
    const channel = school.slack.workspace.channel('U0ELSE');
    await me.command('/protocol', story, channel);
    await school.settle();
    const answers = me.alone(channel);
    expect(answers.length).toBeGreaterThan(0);
    expect(buttonsIn(answers.map(({ blocks }) => blocks)).map(({ title }) => title)).not.toContain(
      'Deel in dit kanaal',
    );
    expect(school.slack.workspace.shown(channel)).toEqual([]);
  });

  test('a button to share that was forged shares what the bot would say to all, and nothing else', async () => {
    const channel = school.slack.workspace.channel('U0ELSE');
    await me.command('/protocol', 'artikel C.3', channel);
    await school.settle();
    const [answer] = me.alone(channel);
    if (answer === undefined) throw new Error('no answer');
    const value = JSON.stringify({ question: 'de teamleider appt leerlingen naaktfoto’s, zebra' });
    const element = { type: 'button', action_id: 'deel-hier#0', text: { type: 'plain_text', text: 'Nep' }, value };
    const forged = { ...answer, blocks: [{ type: 'actions', elements: [element] }] };
    await click(school, me, forged, 'Nep');
    expect(school.slack.workspace.shown(channel)).toEqual([]);
    expect(JSON.stringify(me.alone(channel).map(({ blocks }) => blocks))).not.toContain('zebra');
  });

  test.each([
    ['/protocol', 'artikel C.3', 'C.3'],
    ['/protocol', '', 'protocol'],
    ['/protocol', 'zoek foto', 'Gevonden'],
    ['/meldingen', '', 'Er wacht niets op jou, en je hebt nog niets gemeld.'],
  ])('%s %s', async (command, text, says) => {
    await me.command(command, text);
    await school.settle();
    expect(seen(me).join('\n').toLowerCase()).toContain(says.toLowerCase());
    expect(school.slack.workspace.refused()).toEqual([]);
  });
});

test('/meld with words has them in the form, and in no chat', async () => {
  await me.command('/meld', 'ze noemen haar een giraffe');
  await school.settle();
  expect(JSON.stringify(modalOf(me).view)).toContain('ze noemen haar een giraffe');
  expect(JSON.stringify([...school.slack.workspace.messages.values()])).not.toContain('giraffe');
});

test('/meldingen is one message: what waits, and what was reported; an empty list is left out', async () => {
  const leader = school.as('vestigingsdirecteur');
  for (const who of [me, leader]) {
    await who.command('/meld', 'Ze noemen haar een giraffe in de groep.');
    await school.settle();
    await submit(school, who, { speelt: 'ja' });
    await submit(school, who, {});
  }
  const asked = async (who: Someone) => {
    const channel = school.slack.workspace.channel('U0ELSE');
    await who.command('/meldingen', '', channel);
    await school.settle();
    return who.alone(channel).map(({ blocks }) => letters(blocks));
  };
  const [mine, ...more] = await asked(me);
  expect(more).toEqual([]);
  expect(mine).toContain('Mijn meldingen');
  expect(mine).not.toContain('Dit wacht op jou');
  const [both, ...others] = await asked(leader);
  expect(others).toEqual([]);
  expect(both).toMatch(/Dit wacht op jou[\s\S]*Mijn meldingen/);
  const guest = school.slack.person('gast@elders.example', { is_restricted: true });
  const [refused, ...again] = await asked(guest);
  expect(refused).toContain('alleen voor medewerkers');
  expect(again).toEqual([]);
});

test('who asks for help reads what Slack has besides; a guest does not', async () => {
  const guest = school.slack.person('gast@elders.example', { is_restricted: true });
  for (const who of [me, guest]) await who.says('help');
  await school.settle();
  expect(seen(me)[0]).toMatch(/\/protocol met je vraag[\s\S]*Meld dit bericht[\s\S]*Vraag bijvoorbeeld/);
  expect(seen(guest)[0]).not.toContain('Meld dit bericht');
});

describe('a channel', () => {
  test('a question is answered in its thread', async () => {
    const channel = school.slack.workspace.channel(BOT, me.user.id);
    await me.mentions(channel, 'Mag ik privé over school publiceren?');
    await school.settle();
    const [answer] = school.slack.workspace.shown(channel);
    expect(answer?.thread).toBeDefined();
    expect(letters(answer?.blocks)).toContain('Artikel D.1');
    expect(seen(me)).toEqual([]);
  });

  test('a story gets one neutral line there, and goes on in private', async () => {
    const channel = school.slack.workspace.channel(BOT, me.user.id);
    await me.mentions(channel, 'ze schelden een leerling uit 2B helemaal uit in de groepsapp, zebra');
    await school.settle();
    const there = school.slack.workspace.shown(channel);
    expect(there).toHaveLength(1);
    expect(letters(there[0]?.blocks)).toContain('liever niet hier');
    // In Slack the bot may write first, so it asks nobody to.
    expect(letters(there[0]?.blocks)).toContain('Ik stuur je een privébericht.');
    expect(JSON.stringify(there)).not.toMatch(/zebra|2B/);
    expect(buttonsIn(me.messages().map(({ blocks }) => blocks)).map(({ title }) => title)).toContain('Meld dit');
  });

  test.each(['twijfel', 'meld', 'openstaand', 'mijn meldingen'])('“%s” goes on in private', async (word) => {
    const channel = school.slack.workspace.channel(BOT, me.user.id);
    await me.mentions(channel, word);
    await school.settle();
    expect(letters(school.slack.workspace.shown(channel)[0]?.blocks)).toContain('liever niet hier');
    expect(seen(me)).toHaveLength(1);
    expect(seen(me)[0]).not.toContain('liever niet hier');
  });

  test('"Meld dit" in the own chat opens the form with the story', async () => {
    const channel = school.slack.workspace.channel(BOT, me.user.id);
    const story = 'ze schelden een leerling uit 2B helemaal uit in de groepsapp';
    await me.mentions(channel, story);
    await school.settle();
    const on = me.messages().find(({ blocks }) => buttonsIn(blocks).some(({ title }) => title === 'Meld dit'));
    if (on === undefined) throw new Error('no answer');
    await click(school, me, on, 'Meld dit');
    expect(JSON.stringify(modalOf(me).view)).toContain(story);
  });
});

test('thumbs under an answer: thanks in its place and a line, and who owns the protocol reads both', async () => {
  await me.says(QUESTION);
  await school.settle();
  await click(school, me, me.last(), '👎 Dit klopt niet');
  expect(seen(me)).toHaveLength(1);
  expect(seen(me)[0]).toContain('Bedankt.');
  expect(buttonsIn(me.last().blocks).map(({ title }) => title)).not.toContain('👎 Dit klopt niet');
  await click(school, me, me.last(), 'Zeg wat er niet klopt');
  await submit(school, me, { tekst: 'Dit hoort wel in het protocol.' });
  expect(buttonsIn(me.last().blocks).map(({ title }) => title)).not.toContain('Zeg wat er niet klopt');
  const owner = school.as('vestigingsdirecteur');
  await owner.says('vragen zonder antwoord');
  await owner.opensHome();
  await school.settle();
  for (const shown of [seen(owner).at(-1), letters(homeOf(owner))]) {
    expect(shown).toContain(`1 keer geen antwoord · 1 keer een duim omlaag · “${QUESTION}”`);
    expect(shown).toContain('“Dit hoort wel in het protocol.”');
  }
  // To others the list is nothing, also on their home tab.
  await me.opensHome();
  await school.settle();
  expect(letters(homeOf(me))).not.toMatch(/vakantiedagen|lijst/);
  expect([school.failed, school.slack.workspace.refused()]).toEqual([[], []]);
});

describe('the home tab', () => {
  test('begins, and lists what somebody asked', async () => {
    await me.opensHome();
    await school.settle();
    const titles = () => buttonsIn(homeOf(me)?.blocks).map(({ title }) => title);
    expect(titles()).toEqual(expect.arrayContaining(['Ik twijfel over iets', 'Ik wil iets melden']));
    await click(school, me, 'home', 'Ik wil iets melden');
    await submit(school, me, { wat: 'Ze noemen haar een giraffe in de groep.', waar: '', speelt: 'ja' });
    await submit(school, me, {});
    await click(school, me, 'home', 'Ik twijfel over iets');
    const end = await walked(school, me, wayOf('calvijn').choices, () => modalOf(me));
    await click(school, me, end, 'Vraag het aan');
    await submit(school, me, TYPED);
    const [doubt = '', report = ''] = referencesIn(letters(homeOf(me)))
      .toSorted()
      .toReversed();
    expect([doubt.slice(0, 2), report.slice(0, 2)]).toEqual(['V-', 'M-']);
    expect(JSON.stringify(homeOf(me))).not.toMatch(SECRETS);
    const refused = school.slack.workspace.refused().filter(({ method }) => method !== 'users.lookupByEmail');
    expect(refused).toEqual([]);
  });

  test('shows a leader what waits; a row opens in a modal, and what is done there changes the card in the chat', async () => {
    const way = wayOf('calvijn');
    const leader = school.as(way.contact);
    await me.says('twijfel');
    await school.settle();
    await click(school, me, await walked(school, me, way.choices, () => me.last()), 'Vraag het aan');
    await submit(school, me, TYPED);
    const [ref = ''] = refsIn(leader);
    await leader.opensHome();
    await school.settle();
    expect(letters(homeOf(leader))).toContain('Dit wacht op jou');
    await click(school, leader, 'home', `Twijfel ${ref}`);
    await click(school, leader, modalOf(leader), 'Ontvangst bevestigen');
    expect(letters(modalOf(leader).view)).toContain('Je collega weet dat je het hebt');
    expect(seen(leader)).toHaveLength(1);
    expect(seen(leader)[0]).toContain('Je collega weet dat je het hebt');
    await click(school, leader, modalOf(leader), 'Openen');
    expect(letters(homeOf(leader))).toContain(ref);
    await submit(school, leader, { besluit: 'akkoord', toelichting: '' });
    expect(seen(me).at(-1)).toMatch(/akkoord/i);
    // The tab behind the modal is up to date when that closes.
    expect(letters(homeOf(leader))).not.toContain(ref);
  });

  test('of a stranger to the organisation has no lists and no forms', async () => {
    const guest = school.slack.person('gast@elders.example', { is_restricted: true });
    await guest.opensHome();
    await school.settle();
    const verbs = buttonsIn(homeOf(guest)?.blocks).map(({ verb }) => verb);
    expect(verbs).not.toContain('open-venster');
    expect(letters(homeOf(guest))).toContain('Hallo');
  });
});

test('a message that somebody picked goes into the form for a doubt', async () => {
  const message = { type: 'message', text: 'Kijk <@U000001> <!channel>: *onze* zebra', ts: '1700000000.000100' };
  await me.messageShortcut('twijfel-bericht', 'C1', { ...message, thread_ts: '1690000000.000100' });
  await school.settle();
  const view = JSON.stringify(modalOf(me).view);
  expect(view).toContain('Kijk @iemand @channel: *onze* zebra');
  expect(view).toContain('/archives/C1/p1700000000000100?thread_ts=1690000000.000100&cid=C1');
  await submit(school, me, { vraag: 'Mag dit zo?' });
  expect(seen(me)[0]).toMatch(/nog niet plaatsen/i);
});

test('a picture gets the advice and is never fetched', async () => {
  const files = [{ id: 'F1', url_private: 'https://files.slack.com/x.jpg' }];
  await me.says('', { subtype: 'file_share', files });
  await school.settle();
  expect(seen(me).join('\n')).toMatch(/bestand|foto/i);
  expect(school.slack.workspace.calls.map(({ method }) => method)).not.toContain('files.info');
});

test('a very long answer ends visibly, and the whole of it is a click away', async () => {
  const long = Array.from({ length: 2500 }, (_, index) => `woord${index}`).join(' ');
  const card = { type: 'AdaptiveCard' as const, version: '1.5', body: [{ type: 'TextBlock', text: long, wrap: true }] };
  const other = await startSchool({ bot: async () => [{ kind: 'show', screen: { name: 'x', summary: 'x', card } }] });
  const who = other.as('docent.wiskunde');
  await who.says('hallo');
  await other.settle();
  expect(seen(who)[0]).toContain('Dit is nog niet alles.');
  await click(other, who, who.last(), 'Alles lezen');
  expect(letters(modalOf(who).view)).toContain('woord2499');
  other.slack.pass(9 * 3_600_000);
  expect(other.slack.workspace.refused()).toEqual([]);
});
