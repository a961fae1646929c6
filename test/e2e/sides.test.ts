import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { screenOf } from '../cards/screens.ts';
import { seriousFindings } from './axe.ts';
import { board } from './board.ts';
import { hasBrowser } from './browser.ts';
import { type FakeDesk, fakeDesk } from './fake-desk.ts';
import { downwards, focused, sideways, styleOf } from './look.ts';
import { soon } from './soon.ts';
import { ask, type Trial, tryPage } from './try-page.ts';

const asker = (page: Page): Locator => page.locator('#asker');
const decider = (page: Page): Locator => page.locator('#decider');
const whoAsks = (page: Page): Locator => page.getByLabel('Wie vraagt', { exact: true }).and(page.locator('select'));
const whoDecides = (page: Page): Locator => page.getByLabel('Wie beslist', { exact: true }).and(page.locator('select'));
const chosen = (select: Locator): Promise<string> => select.locator('option:checked').innerText();
const skip = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tot er iets gebeurt' }).click();
const step = (page: Page): Locator => page.locator('.tour [aria-current="step"] h2');

/** From a doubt to a question that somebody has to decide. */
const askSomebody = async (page: Page, question = 'Mag *deze* <b>foto</b>?'): Promise<void> => {
  await ask(page, 'twijfel');
  await page.getByRole('button', { name: 'Vraag het aan …' }).last().click();
  await page.getByLabel('Wat wil je weten?').fill(question);
  await page.getByRole('dialog').getByRole('button', { name: 'Verstuur' }).click();
  await asker(page).getByText('Nog niet plaatsen').waitFor();
};

describe.runIf(hasBrowser)('both sides of a case', () => {
  let desk: FakeDesk;
  let trial: Trial;
  beforeEach(async () => {
    desk = fakeDesk();
    const { bot, ...sides } = desk;
    trial = await tryPage(bot, { ...sides, people: board });
  });
  afterEach(async () => {
    await trial?.close();
    expect(trial.faults()).toEqual([]);
  });

  test('a doubt goes from the one who asks to the one who decides, and back', async () => {
    const page = await trial.open();
    expect([await chosen(whoAsks(page)), await chosen(whoDecides(page))]).toEqual([
      'Docent wiskunde',
      'Teamleider onderbouw',
    ]);
    await decider(page).getByText('Hier komt een bericht').waitFor();
    await askSomebody(page);
    await decider(page).getByRole('button', { name: 'Openen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Twijfel V-2A3B4C' });
    await dialog.getByText('Mag *deze* <b>foto</b>?').waitFor();
    await dialog.getByText('Teamleider onderbouw').waitFor();
    await dialog.getByLabel('Niet plaatsen').check();
    await dialog.getByRole('button', { name: 'Beslis' }).click();
    await asker(page).getByText('besloot: niet-plaatsen').waitFor();
    // The decision is a message of its own; the card that waited for it points there, in the place where it was.
    await asker(page).getByText('Verderop staat een nieuwer bericht').waitFor();
    expect(await asker(page).getByText('Nog niet plaatsen').count()).toBe(0);
    expect(await asker(page).locator('.message.card').count()).toBe(3);
    await soon(() => decider(page).locator('.message').allInnerTexts()).toEqual([
      expect.stringMatching(/di 6 okt.*09:30.*bijgewerkt[\s\S]*Je hebt besloten/),
    ]);
    const people = trial.events.map(({ who, what }) => `${who.person} ${'verb' in what ? what.verb : what.kind}`);
    expect(people).toEqual([
      'docent@bord.example home',
      'docent@bord.example text',
      'docent@bord.example vraag-aan',
      'docent@bord.example stuur-twijfel',
      'leider@bord.example open-zaak',
      'leider@bord.example beslis',
    ]);
  });

  test('with the clock come a reminder on the same card, and then the deputy; the tour ticks them off', async () => {
    const page = await trial.open();
    expect(await step(page).innerText()).toBe('Twijfel en vraag het');
    await page.getByRole('button', { name: 'Begin met een twijfel' }).click();
    await page.getByRole('button', { name: 'Vraag het aan …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verstuur' }).click();
    await decider(page).getByText('vraagt het aan jou').waitFor();
    await soon(() => step(page).innerText()).toBe('Beslis');

    await skip(page);
    await decider(page).getByText('Herinnering').waitFor();
    expect(await decider(page).locator('.message').count()).toBe(1);
    await page.getByText('di 6 okt 14:00').or(page.getByText('di 6 okt, 14:00')).first().waitFor();

    await skip(page);
    await decider(page).getByText('Nieuw bericht voor').getByRole('button', { name: 'Teamleider bovenbouw' }).click();
    await decider(page).getByText('ligt nu bij jou').waitFor();
    expect(await chosen(whoDecides(page))).toBe('Teamleider bovenbouw');
    expect(await decider(page).getByText('Nieuw bericht voor').isVisible()).toBe(false);
    await asker(page).getByText('ligt nu bij Teamleider bovenbouw').waitFor();
    expect(await asker(page).getByText('Nog niet plaatsen').count()).toBe(0);
    await page.locator('#tour-3.done').waitFor();

    await whoDecides(page).selectOption({ label: 'Teamleider onderbouw' });
    await decider(page).getByText('bij je plaatsvervanger').waitFor();
  });

  test('the clock goes by the hour and by the working day, and says so when nothing waits', async () => {
    const page = await trial.open();
    const now = () => page.locator('#now').getAttribute('datetime');
    await soon(now).toBe('2026-10-06T07:30:00.000Z');
    await page.getByRole('button', { name: '+30 min' }).click();
    await soon(now).toBe('2026-10-06T08:00:00.000Z');
    await page.getByRole('button', { name: '+4 uur' }).click();
    await soon(now).toBe('2026-10-06T12:00:00.000Z');
    await page.getByRole('button', { name: '+1 werkdag' }).click();
    await soon(now).toBe('2026-10-07T12:00:00.000Z');
    await page.getByRole('status').getByText('Het is nu woensdag 7 oktober 2026').waitFor();
    await skip(page);
    await page.getByRole('status').getByText('Er staat niets te wachten').waitFor();
  });

  test('nobody is on both sides, who is away is shown so, and names are letters', async () => {
    const page = await trial.open();
    expect(await whoDecides(page).locator('option').allInnerTexts()).not.toContain('Docent wiskunde');
    await page.getByLabel('School', { exact: true }).selectOption({ label: 'School vier' });
    await soon(() => chosen(whoAsks(page))).toBe('Noor <b>de Wit</b>, Leerkracht');
    expect(await chosen(whoDecides(page))).toBe('Directeur (afwezig)');
    await soon(() => trial.events.at(-1)?.where.protocol).toBe('gsv');
    await whoAsks(page).selectOption({ label: 'Directeur (afwezig)' });
    await soon(() => chosen(whoDecides(page))).toBe('Bestuurder');
  });

  test('somebody from outside is nobody to the bot', async () => {
    const page = await trial.open();
    await whoAsks(page).selectOption({ label: 'Iemand van buiten de school' });
    await soon(() => trial.events.at(-1)?.who.person ?? 'nobody').toBe('nobody');
    await ask(page, 'hallo');
    expect(trial.events.at(-1)?.who).not.toHaveProperty('person');
  });

  test('who comes back, or looks from another window, finds the cards as they are now', async () => {
    const page = await trial.open();
    const other = await trial.open();
    await page.bringToFront();
    await askSomebody(page);
    await decider(other).getByText('vraagt het aan jou').waitFor();
    await decider(page).getByRole('button', { name: 'Openen' }).click();
    await page.getByRole('dialog').getByLabel('Akkoord').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Beslis' }).click();
    await decider(other).getByText('Je hebt besloten').waitFor();
    await page.reload();
    await decider(page).getByText('Je hebt besloten').waitFor();
    expect(await decider(page).getByText('Nieuw bericht voor').isVisible()).toBe(false);
  });

  test('what is being typed stays when something comes in, and the focus too', async () => {
    const page = await trial.open();
    await askSomebody(page);
    const box = page.getByRole('textbox', { name: 'Bericht van wie beslist' });
    await box.fill('een halve zin');
    await desk.mailbox.notify({ organisation: board.id, email: 'leider@bord.example' }, screenOf('text.typical'));
    await decider(page).locator('.message').nth(1).waitFor();
    expect([await box.inputValue(), await focused(page)]).toEqual(['een halve zin', 'Bericht van wie beslist']);
  });

  test('on a phone both sides are tabs, and a tab says when something came', async () => {
    const page = await trial.open({ viewport: { width: 360, height: 740 } });
    const tab = (name: string) => page.getByRole('tab', { name });
    expect(await decider(page).isVisible()).toBe(false);
    await askSomebody(page);
    await tab('Wie beslist (nieuw bericht)').waitFor();
    await tab('Wie vraagt').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Wie beslist');
    await page.getByRole('tabpanel', { name: 'Wie beslist' }).getByRole('button', { name: 'Openen' }).waitFor();
    expect(await asker(page).isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 740 });
    await asker(page).waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
  });

  test('fits in 320 by 256, which is a laptop at 400 % zoom', async () => {
    const page = await trial.open({ viewport: { width: 320, height: 256 } });
    await askSomebody(page);
    await page.getByRole('tab', { name: 'Wie beslist' }).click();
    await decider(page).getByRole('button', { name: 'Openen' }).waitFor();
    expect(await sideways(page)).toBe(0);
  });

  test.each([{ viewport: { width: 1280, height: 800 } }, { viewport: { width: 360, height: 740 } }] as const)(
    'has no serious finding and fits, light and dark: $viewport.width wide',
    async (options) => {
      const page = await trial.open(options);
      const look = async () => {
        const light = await seriousFindings(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await soon(() => styleOf(page, 'html', 'colorScheme')).toBe('dark');
        const dark = await seriousFindings(page, 'html', 'contrast');
        const all = [light, dark, await sideways(page), await downwards(page)];
        await page.emulateMedia({ colorScheme: 'light' });
        return all;
      };
      if (options.viewport.width < 500) await page.getByText('Rondleiding', { exact: true }).click();
      expect(await look()).toEqual([[], [], 0, 0]);
      await page.getByRole('button', { name: 'Begin met een twijfel' }).click();
      await page.getByRole('button', { name: 'Vraag het aan …' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Verstuur' }).click();
      if (options.viewport.width < 500) await page.getByRole('tab', { name: 'Wie beslist (nieuw bericht)' }).click();
      await decider(page).getByText('vraagt het aan jou').waitFor();
      await skip(page);
      await decider(page).getByText('Herinnering').waitFor();
      await skip(page);
      await decider(page).getByText('Nieuw bericht voor').waitFor();
      expect(await look()).toEqual([[], [], 0, 0]);
    },
  );
});
