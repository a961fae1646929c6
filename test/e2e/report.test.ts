import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { referencesIn } from '../fakes/forms.ts';
import { seriousFindings } from './axe.ts';
import { hasBrowser } from './browser.ts';
import { sideways } from './look.ts';
import { asker, decider, decides, dialog, press, sent, settle, type } from './reporting.ts';
import { wholeProgram } from './whole.ts';

/** A report on the page from both sides, with the whole program behind it. */

const STORY = 'ze schelden een leerling uit 2B helemaal uit in de groepsapp van de klas en het houdt maar niet op';

/** From now on the page counts what somebody clicks. */
const countClicks = (page: Page): Promise<void> =>
  page.evaluate(
    `globalThis.clicks = 0; addEventListener('click', ({ isTrusted }) => { if (isTrusted) clicks += 1; }, true);`,
  );
const clicks = (page: Page): Promise<number> => page.evaluate('clicks');

describe.runIf(hasBrowser)('a report on the page', () => {
  const open = wholeProgram(/schelden|groepsapp/);

  test('takes three clicks from "meld", and is worked on, asked about and closed from both sides', async () => {
    const page = await open();
    // Closed without sending, nothing of it stays.
    await type(page, 'meld');
    await page.keyboard.press('Escape');
    await asker(page).locator('.message.mine').waitFor({ state: 'detached' });
    await countClicks(page);
    await type(page, 'meld');
    await dialog(page).getByLabel('Wat is er gebeurd?').fill('Een *leerling* uit <b>2B</b> wordt gepest.');
    await dialog(page).getByLabel('Waar zag je het?').fill('De groepsapp');
    await dialog(page).getByLabel('Ja').check();
    await press(dialog(page), 'Verder');
    await dialog(page).getByText('Dit gaat naar de vestigingsdirecteur (B.6).').waitFor();
    await press(dialog(page), 'Versturen');
    await sent(page).waitFor();
    expect(await clicks(page)).toBe(3);
    expect(await asker(page).locator('.message.mine').innerText()).toContain('meld');
    expect(await dialog(page).isVisible()).toBe(false);
    await page.locator('#tour-4.done').waitFor();
    expect(await page.locator('#tour-1.done').count()).toBe(0);

    await decider(page).getByText('Er is een melding voor jou.').waitFor();
    expect(await decider(page).innerText()).not.toContain('gepest');
    await press(decider(page), 'Openen');
    await dialog(page).getByText('Een *leerling* uit <b>2B</b> wordt gepest.').waitFor();
    await press(dialog(page), 'Iets vragen aan de melder');
    await dialog(page).getByLabel('Je vraag').fill('Weet je wie de app beheert?');
    await press(dialog(page), 'Vraag versturen');
    await asker(page).getByText('Vraag aan jou').waitFor();
    await press(asker(page), 'Antwoord geven');
    await dialog(page).getByText('Weet je wie de app beheert?').waitFor();
    await dialog(page).getByLabel('Je antwoord').fill('De klassenvertegenwoordiger.');
    await press(dialog(page), 'Versturen');
    await decider(page).getByText('Er is nieuws van de melder.').waitFor();
    await press(decider(page), 'Openen');
    await dialog(page).getByText('De klassenvertegenwoordiger.').waitFor();
    await press(dialog(page), 'Afhandelen');

    await settle(page, 'We hebben met de klas gepraat.');
    await asker(page).getByText('Afgehandeld', { exact: true }).first().waitFor();
    await press(asker(page), 'Openen');
    await dialog(page).getByText('We hebben met de klas gepraat.').waitFor();
    await page.keyboard.press('Escape');
    await type(page, 'mijn meldingen');
    await asker(page).getByRole('heading', { name: 'Mijn meldingen' }).waitFor();
  });

  test('takes four clicks from a story, which is taken over, and its answer stays', async () => {
    const page = await open();
    await countClicks(page);
    await type(page, STORY);
    await press(asker(page), 'Meld dit');
    expect(await dialog(page).getByLabel('Wat is er gebeurd?').inputValue()).toBe(STORY);
    await dialog(page).getByLabel('Waar zag je het?').fill('WhatsApp');
    await dialog(page).getByLabel('Ja').check();
    await press(dialog(page), 'Verder');
    await press(dialog(page), 'Versturen');
    await sent(page).waitFor();
    expect(await clicks(page)).toBe(4);
    await asker(page).getByRole('button', { name: 'Meld dit' }).waitFor();
  });

  test('keeps everything through its steps, and says what is missing where it is', async () => {
    const page = await open();
    await type(page, 'meld');
    await press(dialog(page), 'Verder');
    await dialog(page).getByText('Vertel eerst kort wat er is gebeurd.').waitFor();
    await dialog(page).getByLabel('Wat is er gebeurd?').fill('Mijn teamleider bedreigt me in de app.');
    await press(dialog(page), 'Meer invullen');
    await dialog(page).getByLabel('Wie deed het?').selectOption({ label: 'Een medewerker' });
    await dialog(page).getByLabel('Houd mijn naam achter').check();
    await press(dialog(page), 'Verder');
    await press(dialog(page), 'Versturen');
    await dialog(page).getByText('Kies hier iets: ja of nee.').waitFor();
    await press(dialog(page), 'Terug');
    expect(await dialog(page).getByLabel('Wat is er gebeurd?').inputValue()).toBe(
      'Mijn teamleider bedreigt me in de app.',
    );
    expect(await dialog(page).getByLabel('Houd mijn naam achter').isChecked()).toBe(true);
    await press(dialog(page), 'Verder');
    await dialog(page).getByText('Houd ik achter').waitFor();
    await dialog(page).getByLabel('Ja, over Teamleider onderbouw').check();
    await press(dialog(page), 'Versturen');
    await sent(page).getByText('houd ik achter').waitFor();
    await decider(page).getByText('de melder houdt de naam achter').waitFor();
    await decides(page, 'Teamleider onderbouw');
    expect(await decider(page).innerText()).not.toMatch(/M-[2-9A-Z]{6}/);
  });

  test.each([
    { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ] as const)('has no serious finding and fits, $colorScheme, $viewport.width wide', async (options) => {
    const page = await open(options);
    const look = async () => [await seriousFindings(page, '#dialog'), await sideways(page)];
    await type(page, 'meld');
    await dialog(page)
      .getByLabel('Wat is er gebeurd?')
      .fill('Mijn teamleider bedreigt me, en er is een cijferlijst gelekt.');
    expect(await look()).toEqual([[], 0]);
    await press(dialog(page), 'Meer invullen');
    await dialog(page).getByLabel('Wie deed het?').waitFor();
    expect(await look()).toEqual([[], 0]);
    await press(dialog(page), 'Verder');
    await dialog(page).getByLabel('Ja, over Teamleider onderbouw').check();
    expect(await look()).toEqual([[], 0]);
    await press(dialog(page), 'Versturen');
    const [ref = ''] = referencesIn(await sent(page).innerText());
    if (options.viewport.width < 500) await page.getByRole('tab', { name: /Wie beslist/ }).click();
    await decides(page, 'Vestigingsdirecteur');
    const notice = decider(page).locator('.message').filter({ hasText: ref });
    await press(notice, 'Openen');
    await dialog(page).getByText('Wat er is gebeurd').waitFor();
    expect(await look()).toEqual([[], 0]);
    for (const button of [
      'Iets vragen aan de melder',
      'Doorzetten',
      'Afhandelen',
      'Notitie maken',
      'Iemand uitsluiten',
    ]) {
      await press(dialog(page), button);
      await dialog(page)
        .getByRole('button', { name: 'Terug' })
        .or(dialog(page).getByLabel('Waarom?'))
        .first()
        .waitFor();
      expect([button, ...(await look())]).toEqual([button, [], 0]);
      if (button === 'Doorzetten') {
        await page.keyboard.press('Escape');
        await press(notice, 'Openen');
      } else await press(dialog(page), 'Terug');
      await dialog(page).getByText('Wat er is gebeurd').waitFor();
    }
  });
});
