import type { Locator, Page } from 'playwright-core';
import { soon } from './soon.ts';

/** Reporting on the page, with a hand on the mouse. */

export const asker = (page: Page): Locator => page.locator('#asker');
export const decider = (page: Page): Locator => page.locator('#decider');
export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const press = (within: Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).last().click();
export const decides = (page: Page, label: string): Promise<unknown> =>
  decider(page).getByRole('combobox', { name: 'Wie beslist' }).selectOption({ label });
export const type = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await page.keyboard.press('Enter');
};

/** In the dialog of "Afhandelen": the checklist, a click for each, and then how it ends. */
export async function settle(page: Page, feedback: string): Promise<void> {
  const closing = dialog(page).getByLabel('Wat is de uitkomst?');
  const first = dialog(page).getByText('Voordat je afhandelt.');
  await closing.or(first).first().waitFor();
  while (!(await closing.isVisible())) {
    const left = await dialog(page).innerText();
    await press(dialog(page), 'Gedaan');
    await soon(() => dialog(page).innerText()).not.toBe(left);
  }
  await closing.selectOption({ label: 'Er is een gesprek geweest' });
  await dialog(page).getByLabel('Wat hoort wie het meldde?').fill(feedback);
  await press(dialog(page), 'Afhandelen');
}
