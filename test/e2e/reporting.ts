import type { Locator, Page } from 'playwright-core';

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

/**
 * In the dialog of "Afhandelen": the checklist, a click for each, and then how it ends. How many are left is in each step's own
 * words, so that no step is taken for the one before it; the report itself says "voordat je afhandelt" too.
 */
export async function settle(page: Page, feedback: string): Promise<void> {
  const closing = dialog(page).getByLabel('Wat is de uitkomst?');
  const step = dialog(page).getByText(/^Voordat je afhandelt\. /);
  for (;;) {
    await closing.or(step).first().waitFor();
    const [left] = await step.allInnerTexts();
    if (left === undefined) break;
    await press(dialog(page), 'Gedaan');
    await dialog(page).getByText(left, { exact: true }).waitFor({ state: 'detached' });
  }
  await closing.selectOption({ label: 'Er is een gesprek geweest' });
  await dialog(page).getByLabel('Wat hoort wie het meldde?').fill(feedback);
  await press(dialog(page), 'Afhandelen');
}
