import { beforeEach, describe, expect, test } from 'vitest';
import { mail } from '../bot/cases/world.ts';
import { TOLD } from '../bot/report/reporting.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import type { Someone } from '../fakes/slack/someone.ts';
import { click, letters, modalOf, refsIn, reportedBy, seen, submit } from './steps.ts';

/** The reports where it matters most who does not get them, through signed requests. */

let school: School;
let me: Someone;

beforeEach(async () => {
  school = await startSchool();
  me = school.as('docent.wiskunde');
});

/** Everything that Slack was ever told to show to somebody, old versions of cards and closed modals too. */
function shownTo({ user, chat }: Someone): string {
  const { calls } = school.slack.workspace;
  const theirs = calls.filter(({ given }) =>
    [given.channel, given.user_id].some((id) => id === user.id || id === chat),
  );
  return theirs.map(({ given }) => JSON.stringify(given)).join('\n');
}

const opened = async (who: Someone, ref: string): Promise<string> => {
  who.closesModals();
  const on = who.messages().findLast(({ blocks }) => letters(blocks).includes(ref));
  if (on === undefined) throw new Error(`${who.user.email} has no card of ${ref}`);
  await click(school, who, on, 'Openen');
  return letters(modalOf(who).view);
};

async function days(count: number): Promise<void> {
  for (let hours = 0; hours < count * 24; hours += 12) await school.later(12);
}

test('about the own leidinggevende: asked about, passed by, and nothing of it comes to them, for a week', async () => {
  const leader = school.as('teamleider.dier');
  const next = school.as('locatiedirecteur');
  const mine = school.as('docent.dierverzorging');
  await mine.command('/meld');
  await school.settle();
  await submit(school, mine, { wat: 'Mijn leidinggevende zet me in de app voor zebra uit.', speelt: 'ja' });
  expect(letters(modalOf(mine).view)).toContain('Ja, over Teamleider dierverzorging');
  expect(await submit(school, mine, {})).toMatchObject({ response_action: 'errors' });
  await submit(school, mine, { over: leader.user.email });
  const [ref = ''] = refsIn(mine);
  expect(await opened(next, ref)).toContain('zebra');
  await days(7);
  expect(shownTo(leader)).toBe('');
  expect(shownTo(next)).toContain(ref);
});

test('sexual misconduct by staff towards a minor goes to the bestuur, past every leidinggevende, for weeks', async () => {
  const passed = ['teamleider.onderbouw', 'vestigingsdirecteur', 'algemeen.directeur', 'crisiscoordinator'];
  for (const name of passed) school.as(name);
  const bestuur = school.as('bestuurder');
  const wat = 'Een collega stuurt seksuele appjes aan een leerling van 15, zebra.';
  const { check, ref } = await reportedBy(school, me, { ...TOLD, wat, soort: 'seksueel', door: 'medewerker' });
  expect(check).toContain('Dit gaat naar Bestuurder');
  expect(check).toContain('0900-1113111');
  expect(await opened(bestuur, ref)).toContain('vertrouwensinspecteur');
  await click(school, bestuur, modalOf(bestuur), 'Doorzetten');
  expect(letters(modalOf(bestuur).view)).not.toMatch(/vestigingsdirecteur/i);
  await days(14);
  expect(seen(bestuur).at(-1)).toContain('nog steeds');
  for (const name of passed) expect(shownTo(school.as(name))).toBe('');
});

test('with the name held back a question comes back answered, and nothing tells who answered', async () => {
  const leader = school.as('vestigingsdirecteur');
  const { check, ref } = await reportedBy(school, me, { ...TOLD, anoniem: 'true' });
  expect(check).toContain('Houd ik achter');
  const read = [await opened(leader, ref)];
  await click(school, leader, modalOf(leader), 'Iets vragen aan de melder');
  read.push(letters(modalOf(leader).view));
  await submit(school, leader, { tekst: 'Wanneer was dit?' });
  await click(school, me, me.last(), 'Antwoord geven');
  await submit(school, me, { tekst: 'Gisteren, giraffe.' });
  read.push(await opened(leader, ref));
  expect(read.at(-1)).toContain('Gisteren, giraffe.');
  expect(read.at(-1)).toContain('De melder houdt de naam achter');
  await leader.command('/meldingen');
  await leader.opensHome();
  await days(3);
  // Whose own school this is too.
  const whole = [...read, shownTo(leader), JSON.stringify(leader.messages())]
    .join('\n')
    .replaceAll('Voor CSG Calvijn', '');
  expect(whole).toContain(ref);
  expect(whole).not.toMatch(/Docent wiskunde|docent\.wiskunde|CSG Calvijn|Onderbouw/);
  // Nor is there anything of Slack in it that leads to the reporter.
  for (const id of [me.user.id, me.chat]) expect(whole).not.toContain(id);
});

describe('passed on with somebody excluded', () => {
  test('their access ends at once, and their card says nothing any more', async () => {
    const leader = school.as('vestigingsdirecteur');
    const officer = school.as('functionaris.gegevensbescherming');
    const next = school.as('algemeen.directeur');
    const { ref } = await reportedBy(school, me, { ...TOLD, soort: 'vertrouwelijk' });
    expect(await opened(officer, ref)).toContain(TOLD.wat);
    const held = officer.last();
    await opened(leader, ref);
    await click(school, leader, modalOf(leader), 'Doorzetten');
    const typed = { naar: mail('algemeen.directeur'), reden: 'Zij kent de klas.' };
    expect(await submit(school, leader, { ...typed, over: typed.naar })).toMatchObject({ response_action: 'errors' });
    await submit(school, leader, { ...typed, over: officer.user.email });
    officer.closesModals();
    await click(school, officer, held, 'Openen');
    expect(JSON.stringify([officer.modal()?.view, officer.messages()])).toContain('Dit nummer ken ik niet');
    expect(JSON.stringify([officer.modal()?.view, officer.messages()])).not.toContain(ref);
    expect(await opened(next, ref)).toContain('Zij kent de klas.');
    const known = officer.messages().length;
    await days(7);
    expect(officer.messages()).toHaveLength(known);
  });
});
