import { expect, test } from 'vitest';
import { SECRETS as DOUBT_SECRETS, mail, TYPED, wayOf } from '../bot/cases/world.ts';
import { SECRETS, TOLD } from '../bot/report/reporting.ts';
import { formIn, referencesIn } from '../fakes/forms.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import type { Someone } from '../fakes/slack/someone.ts';
import { button, type Colleague } from '../fakes/teams/colleague.ts';
import { click, letters, modalOf, refsIn, seen, submit, walked } from './steps.ts';

/** One case on both platforms: who asks or reports is on one, who has it on the other. */

const calvijn = wayOf('calvijn');
const cards = (of: Colleague) => JSON.stringify(of.cards().map(({ activity }) => activity));

async function asked(school: School): Promise<{ asker: Someone; ref: string }> {
  const asker = school.as(calvijn.asker);
  await asker.says('twijfel');
  await school.settle();
  await click(school, asker, await walked(school, asker, calvijn.choices, () => asker.last()), 'Vraag het aan');
  await submit(school, asker, TYPED);
  const [ref = ''] = refsIn(asker);
  return { asker, ref };
}

const noticeOf = (of: Colleague, ref: string) => {
  const found = of.cards().findLast(({ activity }) => JSON.stringify(activity).includes(ref));
  if (found === undefined) throw new Error(`no card of ${ref}`);
  return found;
};

test('asked in Slack, decided in Teams', async () => {
  const school = await startSchool();
  const leader = await school.teams.as(mail(calvijn.contact));
  const { asker, ref } = await asked(school);
  const notice = noticeOf(leader, ref);
  const read = await leader.opens(button(notice, 'open-zaak'), notice);
  expect(JSON.stringify(read)).toContain(TYPED.vraag);
  await leader.submits(formIn(read, 'beslis'), { besluit: 'akkoord', toelichting: '' });
  await school.settle();
  expect(seen(asker).at(-1)).toMatch(/akkoord/i);
  expect(JSON.stringify([...school.slack.workspace.messages.values()])).not.toMatch(DOUBT_SECRETS);
});

test('reported in Teams, handled in Slack, and back', async () => {
  const school = await startSchool();
  const leader = school.as('vestigingsdirecteur');
  const reporter = await school.teams.as(mail('docent.wiskunde'));
  await reporter.says('meld');
  const opener = reporter.cards().at(-1);
  if (opener === undefined) throw new Error('no opener');
  const form = await reporter.opens({ title: '', verb: 'meld', data: {} }, opener);
  const { wat, waar, speelt } = TOLD;
  const check = await reporter.submits(formIn(form, 'meld-verder'), { wat, waar, speelt });
  await reporter.submits(formIn(check, 'meld-verstuur'), {});
  await school.settle();
  const [ref = ''] = refsIn(leader);
  expect(ref).toMatch(/^M-/);
  await click(school, leader, leader.last(), 'Ontvangst bevestigen');
  await click(school, leader, leader.last(), 'Openen');
  expect(letters(modalOf(leader).view)).toContain(wat);
  await click(school, leader, modalOf(leader), 'Iets vragen aan de melder');
  await submit(school, leader, { tekst: 'Wie beheert de giraffegroep?' });
  expect(cards(reporter)).toContain('Vraag aan jou');
  expect(cards(reporter)).not.toMatch(SECRETS);
  expect(JSON.stringify([...school.slack.workspace.messages.values()])).not.toMatch(SECRETS);
});

test('each is reached where they prefer; a card stays where it came to be', async () => {
  const contact = mail(calvijn.contact);
  const school = await startSchool({}, { [contact]: 'teams' });
  const inSlack = school.as(calvijn.contact);
  await inSlack.says('help');
  await school.settle();
  const inTeams = await school.teams.as(contact);
  const { ref } = await asked(school);
  expect(referencesIn(cards(inTeams))).toEqual([ref]);
  expect(refsIn(inSlack)).toEqual([]);
  // What is done in the other one is on the same case, and on the same card.
  await inSlack.opensHome();
  await school.settle();
  await click(school, inSlack, 'home', `Twijfel ${ref}`);
  await click(school, inSlack, modalOf(inSlack), 'Ontvangst bevestigen');
  expect(cards(inTeams)).toContain('Je collega weet dat je het hebt');
});

test('who cannot be reached in the one is reached in the other', async () => {
  const contact = mail(calvijn.contact);
  const school = await startSchool({}, { [contact]: 'slack' });
  // No account in the workspace, though the file prefers Slack.
  const inTeams = await school.teams.as(contact);
  const { ref } = await asked(school);
  expect(referencesIn(cards(inTeams))).toEqual([ref]);
});
