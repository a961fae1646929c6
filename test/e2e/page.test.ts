import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser } from './browser.ts';
import { fakeBot } from './fake-bot.ts';
import { focused, styleOf } from './look.ts';
import { soon } from './soon.ts';
import { ask, cards, type Trial, tryPage } from './try-page.ts';

describe.runIf(hasBrowser)('the page in a browser', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryPage(fakeBot);
  });
  afterEach(async () => {
    await trial?.leave();
    expect(trial.faults()).toEqual([]);
  });
  afterAll(() => trial?.close());

  const told = () => trial.events.at(-1)?.what;

  const openForm = async (page: Page) => {
    await ask(page, 'answer.verboden');
    await page.getByRole('button', { name: 'Iets melden' }).click();
    const dialog = page.getByRole('dialog', { name: 'Iets melden' });
    await dialog.waitFor();
    return {
      dialog,
      field: dialog.getByLabel('Wat is er gebeurd?'),
      send: dialog.getByRole('button', { name: 'Verstuur' }),
    };
  };

  test('typing gets an answer, and the focus stays to go on', async () => {
    const page = await trial.open();
    expect(told()).toEqual({ kind: 'home' });
    await ask(page, 'answer.typical');
    expect(await cards(page).last().innerText()).toContain('Mag, mits');
    expect(await page.locator('.message.mine').innerText()).toContain('answer.typical');
    expect(await focused(page)).toBe('Je vraag');
    expect(await page.getByRole('textbox', { name: 'Je vraag' }).inputValue()).toBe('');
    expect(told()).toEqual({ kind: 'text', text: 'answer.typical' });
  });

  test('shift and Enter makes a new line and sends nothing', async () => {
    const page = await trial.open();
    await page.getByRole('textbox', { name: 'Je vraag' }).fill('een');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('twee');
    expect(await page.getByRole('textbox', { name: 'Je vraag' }).inputValue()).toBe('een\ntwee');
    expect(await page.locator('.message.mine').count()).toBe(0);
  });

  test('an example is asked as it stands', async () => {
    const page = await trial.open();
    await page.getByRole('button', { name: 'Een leerling wil mij volgen. Wat doe ik?' }).click();
    await cards(page).nth(1).waitFor();
    expect(told()).toEqual({ kind: 'text', text: 'Een leerling wil mij volgen. Wat doe ik?' });
  });

  test('a button of a card asks the bot, and the focus goes on in its answer', async () => {
    const page = await trial.open();
    await ask(page, 'answer.typical');
    await page.getByRole('button', { name: 'Toon artikel' }).click();
    await soon(() => focused(page)).toContain('Artikel C.3: Twijfel?');
    const data = { protocol: 'calvijn', article: 'B.5' };
    expect(told()).toMatchObject({ kind: 'action', verb: 'toon-artikel', data });
  });

  test('a row of a card is a button', async () => {
    const page = await trial.open();
    await ask(page, 'answer.typical');
    await page.getByRole('button', { name: 'Deel niets dat vertrouwelijk is' }).click();
    await cards(page).nth(2).waitFor();
    expect(told()).toMatchObject({ data: { article: 'B.2' } });
  });

  test('replace swaps the card that was clicked, and no other', async () => {
    const page = await trial.open();
    await ask(page, 'answer.typical');
    await ask(page, 'answer.typical');
    await page.getByRole('button', { name: 'Dit helpt' }).first().click();
    await page.getByText('Mag niet').waitFor();
    expect(await cards(page).count()).toBe(3);
    expect(await cards(page).nth(1).innerText()).toContain('Mag niet');
    expect(await cards(page).nth(2).innerText()).toContain('Mag, mits');
  });

  test('a form keeps what was typed beside what is wrong with it, and Escape gives the focus back', async () => {
    const page = await trial.open();
    const { dialog, field, send } = await openForm(page);
    expect(await focused(page)).toContain('Wat is er gebeurd?');

    await send.click();
    await dialog.getByText('Vul dit in.').waitFor();

    await field.fill('fout');
    await send.click();
    await dialog.getByText('Vertel iets meer.').waitFor();
    expect(await dialog.getByText('Vul dit in.').count()).toBe(0);
    expect(await field.inputValue()).toBe('fout');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await focused(page)).toContain('Wat is er gebeurd?');

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Iets melden');
  });

  test('a form that is right closes its dialog and is told with its nonce', async () => {
    const page = await trial.open();
    const { dialog, field, send } = await openForm(page);
    await field.fill('Een *ster* en <b>meer</b>');
    await dialog.getByLabel('Een collega').check();
    await send.click();
    await page.getByText('Graag gedaan.').waitFor();
    expect(await dialog.isVisible()).toBe(false);
    const values = { wat: 'Een *ster* en <b>meer</b>', wie: 'collega', naam: 'false' };
    expect(told()).toEqual({ kind: 'submit', verb: 'meld-klaar', nonce: 'n-1', values });
  });

  test('everything can be done by keyboard alone', async () => {
    const page = await trial.open();
    const tabTo = async (name: string, key = 'Tab'): Promise<void> => {
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press(key);
        if ((await focused(page)) === name) return;
      }
      throw new Error(`${key} never reaches ${name}`);
    };
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Naar het vraagveld');
    await page.keyboard.press('Enter');
    await page.keyboard.type('answer.typical');
    await page.keyboard.press('Enter');
    await page.getByText('Mag, mits').waitFor();
    await tabTo('Iets melden', 'Shift+Tab');
    expect(await styleOf(page, ':focus', 'outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Iets');
    await tabTo('Verstuur');
    await page.keyboard.press('Enter');
    await soon(() => focused(page)).toContain('Graag gedaan.');
  });

  test('the choice of a school is told, remembered and greeted', async () => {
    const page = await trial.open();
    await page.getByLabel('School').selectOption({ label: 'School "vier" & <b>meer</b>' });
    await soon(() => trial.events.at(-1)).toMatchObject({ what: { kind: 'home' }, where: { protocol: 'gsv' } });
    await page.reload();
    await cards(page).first().waitFor();
    expect(await page.getByLabel('School').inputValue()).toBe('gsv');
    expect(trial.events.at(-1)?.where.protocol).toBe('gsv');
  });

  test('dark follows the machine, and the button changes and remembers it', async () => {
    const page = await trial.open({ colorScheme: 'dark' });
    const dark = await styleOf(page, 'html', 'backgroundColor');
    await page.getByRole('button', { name: 'Donkere kleuren', pressed: true }).click();
    const light = await styleOf(page, 'html', 'backgroundColor');
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: 'Donkere kleuren', pressed: false }).waitFor();
    expect(await styleOf(page, 'html', 'backgroundColor')).toBe(light);
  });
});

describe.runIf(hasBrowser)('a bot that is gone', () => {
  test('is told to whoever asks, and the page works again when it is back', async () => {
    const trial = await tryPage(fakeBot);
    try {
      const page = await trial.open();
      await page.route('**/page/event', (route) => route.abort());
      await page.getByRole('textbox', { name: 'Je vraag' }).fill('hallo');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('Ik kan de bot niet bereiken').waitFor();
      await page.unroute('**/page/event');
      await ask(page, 'answer.typical');
    } finally {
      await trial.close();
    }
  });
});
