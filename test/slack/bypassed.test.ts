import { describe, expect, test } from 'vitest';
import { TOLD } from '../bot/report/reporting.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import type { Someone } from '../fakes/slack/someone.ts';
import { letters, reportedBy } from './steps.ts';

/**
 * Who a report is about must not be able to notice it in Slack either: everything that is shown to them is compared, letter by
 * letter, with a school in which the report does not exist.
 */

async function reported(school: School, name: string, told: Readonly<Record<string, string>>): Promise<string> {
  return (await reportedBy(school, school.as(name), { ...TOLD, ...told })).ref;
}

/** A button that somebody makes up, with a reference they overheard. */
const forged = (verb: string, ref: string) => ({
  channel: '',
  ts: '1700000000.000001',
  text: '',
  blocks: [
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: `${verb}#0`, text: { text: verb }, value: JSON.stringify({ ref }) }],
    },
  ],
});

async function looksAround(school: School, me: Someone, ref: string): Promise<string[]> {
  const seen: string[] = [];
  const look = () =>
    seen.push(JSON.stringify([me.messages(), me.modal()?.view, school.slack.workspace.homes.get(me.user.id)]));
  for (const word of ['openstaand', 'mijn meldingen', `hoe staat het met ${ref}?`]) {
    await me.says(word);
    await school.settle();
    look();
  }
  await me.command('/meldingen');
  await me.opensHome();
  await school.settle();
  look();
  for (const verb of ['open-zaak', 'zaak', 'ontvangen', 'in-behandeling', 'doorzet-vraag', 'rond-af', 'naam-noemen']) {
    await me.clicks({ ...forged(verb, ref), channel: me.chat }, verb);
    await school.settle();
    look();
    me.closesModals();
  }
  return seen;
}

/** The same days with and without the report; what is random anywhere is numbered in the order in which it appears. */
async function days(told: Readonly<Record<string, string>> | undefined, overheard = 'M-222222') {
  const school = await startSchool();
  const me = school.as('vestigingsdirecteur');
  const reporter = school.as('docent.wiskunde');
  for (const name of ['docent.geschiedenis', 'algemeen.directeur', 'bestuurder']) school.as(name);
  const ref = told === undefined ? overheard : await reported(school, 'docent.wiskunde', told);
  await reported(school, 'docent.geschiedenis', { wat: 'Iets anders.' });
  const seen = await looksAround(school, me, ref);
  await school.later(72);
  seen.push(...(await looksAround(school, me, ref)), letters(me.last().blocks));
  expect(reporter.user.id).toBeDefined();
  return { seen: numbered(seen.join('\n'), ref), ref };
}

function numbered(text: string, known: string): string {
  const names = new Map<string, string>();
  const random = /M-[2-9A-Z]{6}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{10}\.\d{6}|V\d{6}/g;
  return text.replaceAll(known, 'KNOWN').replace(random, (each) => {
    const name = names.get(each) ?? `#${names.size + 1}`;
    names.set(each, name);
    return name;
  });
}

describe('the one it would have gone to', () => {
  const about = { wat: 'Iets ergs.', over: 'vestigingsdirecteur@voorbeeld.example' };

  test.each([
    ['an ordinary report', about],
    ['one of which the name is withheld', { ...about, anoniem: 'true' }],
  ])('sees nothing of %s about them', async (_kind, told) => {
    const with_ = await days(told);
    const without = await days(undefined, with_.ref);
    expect(with_.seen).toBe(without.seen);
  });

  test('control: the same comparison tells when it is not about them', async () => {
    const with_ = await days({ wat: 'Iets ergs.' });
    const without = await days(undefined, with_.ref);
    expect(with_.seen).not.toBe(without.seen);
  });
});
