import type { Locator, Page } from 'playwright-core';

/** Reporting on the page, with a hand on the mouse. */

export const asker = (page: Page): Locator => page.locator('#asker');
export const decider = (page: Page): Locator => page.locator('#decider');
export const dialog = (page: Page): Locator => page.getByRole('dialog');
/** What a click asked of the bot has been answered and drawn: the next click is one on the new screen. */
export const answered = (page: Page): Promise<void> =>
  page.locator('.busy:not([hidden])').first().waitFor({ state: 'detached' });
export const press = async (within: Locator, name: string): Promise<void> => {
  await within.getByRole('button', { name, exact: true }).last().click();
  await answered(within.page());
};
/** The card of a report that was sent from this page, and not one that came by itself. */
export const sent = (page: Page): Locator =>
  asker(page).locator('.message:not(.mail)').filter({ hasText: 'Je melding is opgeslagen.' });
export const decides = (page: Page, label: string): Promise<unknown> =>
  decider(page).getByRole('combobox', { name: 'Wie beslist' }).selectOption({ label });
export const type = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await page.keyboard.press('Enter');
  await answered(page);
};

/** In the dialog of "Afhandelen": everything that must be done on one form, if there is anything, and then how it ends. */
export async function settle(page: Page, feedback: string): Promise<void> {
  const closing = dialog(page).getByLabel('Wat is de uitkomst?');
  const duties = dialog(page).getByText(/^Dit moet volgens protocol en wet\./);
  await closing.or(duties).first().waitFor();
  if (await duties.isVisible()) {
    for (const done of await dialog(page).getByLabel('Gedaan', { exact: true }).all()) await done.check();
    await press(dialog(page), 'Verder');
  }
  await closing.selectOption({ label: 'Er is een gesprek geweest' });
  await dialog(page).getByLabel('Wat hoort wie het meldde?').fill(feedback);
  await press(dialog(page), 'Afhandelen');
}
