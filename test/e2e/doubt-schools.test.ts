import { describe, expect, test } from 'vitest';
import { ANSWER, QUESTION, QUESTION_SECRETS, unanswered } from '../bot/cases/questions.ts';
import { ways } from '../bot/cases/world.ts';
import { example } from '../bot/world.ts';
import { walkOf, walkThrough } from '../doubt/walks.ts';
import { hasBrowser } from './browser.ts';
import { asker, decider, decides, dialog, press, type } from './reporting.ts';
import { wholeProgram } from './whole.ts';

/** A doubt from its first question to the decision at each school, in a real browser with the whole program behind it. */

const CANARY = 'kwikstaart';

/** What stands on the buttons of a walk, one after the other. */
function titlesOf(school: string, choices: string): string[] {
  const ids = choices.split(' ');
  return ids.map((id, i) => {
    const here = walkThrough(walkOf(school), ids.slice(0, i));
    const option = here.kind === 'advice' ? undefined : here.question.options.find((each) => each.id === id);
    if (option === undefined) throw new Error(`no choice ${id} at ${school}`);
    return option.say;
  });
}

const functionOf = (name: string): string => {
  const found = example.people.find(({ email }) => email === `${name}@voorbeeld.example`);
  if (found === undefined) throw new Error(`nobody called ${name}`);
  return found.function;
};

describe.runIf(hasBrowser)('a doubt at each school', () => {
  const open = wholeProgram(CANARY, QUESTION_SECRETS);

  test.each(ways)(
    '$school: through the walk, to somebody, and back',
    async ({ school, choices, contact, asker: who }) => {
      const name = example.locations.find(({ id }) => id === school)?.name ?? '';
      const page = await open({}, name);
      await asker(page)
        .getByRole('combobox', { name: 'Wie vraagt' })
        .selectOption({ label: functionOf(who) });
      await type(page, 'twijfel');
      for (const title of titlesOf(school, choices)) await press(asker(page), title);
      await asker(page)
        .getByRole('button', { name: /^Vraag het aan/ })
        .last()
        .click();
      await dialog(page).getByLabel('Wat wil je weten?').fill(`Mag dit online? ${CANARY}`);
      await press(dialog(page), 'Versturen');
      await asker(page).getByText('Nog niet plaatsen', { exact: true }).first().waitFor();

      await decides(page, functionOf(contact));
      await decider(page).getByText('Een collega twijfelt en vraagt het aan jou.').waitFor();
      expect(await decider(page).innerText()).not.toContain(CANARY);
      await press(decider(page), 'Openen');
      await dialog(page).getByText(CANARY).waitFor();
      await dialog(page).getByLabel('Niet plaatsen').check();
      await press(dialog(page), 'Besluit versturen');
      await asker(page).getByText('Niet plaatsen', { exact: true }).first().waitFor();
      await decider(page).getByText('Besluit: niet plaatsen.').waitFor();
    },
  );

  test.each(unanswered)(
    '$school: what the protocol does not say goes to the contact, and the answer comes back',
    async ({ school, contact, title, asker: who }) => {
      const page = await open({}, example.locations.find(({ id }) => id === school)?.name ?? '');
      await asker(page)
        .getByRole('combobox', { name: 'Wie vraagt' })
        .selectOption({ label: functionOf(who) });
      await type(page, QUESTION);
      await press(asker(page), title);
      expect(await dialog(page).getByLabel('Wat wil je weten?').inputValue()).toBe(QUESTION);
      await press(dialog(page), 'Versturen');
      await asker(page).getByText('Wacht op antwoord', { exact: true }).first().waitFor();

      await decides(page, functionOf(contact));
      await decider(page).getByText('Een collega heeft een vraag waar het protocol niets over zegt.').waitFor();
      await press(decider(page), 'Openen');
      await dialog(page).getByText(QUESTION).waitFor();
      await dialog(page).getByLabel('Dit is mijn antwoord').check();
      await dialog(page).getByLabel('Je antwoord').fill(ANSWER);
      await press(dialog(page), 'Antwoord versturen');
      await asker(page).getByText('Er is een antwoord.').first().waitFor();
      expect(await decider(page).innerText()).not.toMatch(QUESTION_SECRETS);
    },
  );

  test('a thumb and a line under an answer are thanked for in its place, and who owns the protocol reads them', async () => {
    const page = await open();
    await type(page, QUESTION);
    await press(asker(page), '👎 Dit klopt niet');
    await asker(page).getByText('Bedankt. Wie het protocol beheert, ziet je vraag, zonder je naam.').waitFor();
    expect(await asker(page).getByRole('button', { name: '👎 Dit klopt niet' }).count()).toBe(0);
    await press(asker(page), 'Zeg wat er niet klopt');
    await dialog(page).getByLabel('Een regel is genoeg').fill('Dit hoort wel in het protocol.');
    await press(dialog(page), 'Versturen');
    await asker(page).getByRole('button', { name: 'Zeg wat er niet klopt' }).waitFor({ state: 'detached' });

    await asker(page).getByRole('combobox', { name: 'Wie vraagt' }).selectOption({ label: 'Vestigingsdirecteur' });
    await type(page, 'vragen zonder antwoord');
    const row = asker(page)
      .getByText(/1 keer een duim omlaag/)
      .last();
    await row.waitFor();
    expect(await row.innerText()).toContain(`“${QUESTION}” · “Dit hoort wel in het protocol.”`);
  });
});
