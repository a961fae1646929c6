import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hostile } from '../cards/hostile.ts';
import { samples } from '../cards/screens.ts';
import { seriousFindings } from './axe.ts';
import { hasBrowser } from './browser.ts';
import { fakeBot } from './fake-bot.ts';
import { downwards, sideways, styleOf, wideCards } from './look.ts';
import { soon } from './soon.ts';
import { ask, cards, type Trial, tryPage } from './try-page.ts';

const names = samples.map(({ file }) => file.replace(/\.json$/, ''));

/** `npm run test:look` has axe look at every card in the narrow page, too. */
const whole = process.env.LOOK === 'whole';

const BATCH = 30;
const batches = names.flatMap((_, i) => (i % BATCH === 0 ? [names.slice(i, i + BATCH)] : []));

describe.runIf(hasBrowser)('what the page shows', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryPage(fakeBot);
  });
  afterAll(async () => {
    await trial?.close();
    expect(trial.faults()).toEqual([]);
  });

  test('is what was typed, letter by letter', async () => {
    const page = await trial.open();
    const loose = (text: string | null) =>
      (text ?? '')
        .replace(/\u2060/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    await ask(page, hostile.map((typed) => `toon ${typed}`).join('\n'));
    const shown = await cards(page).locator('.ac-textBlock, .ac-richTextBlock').allTextContents();
    expect(shown.slice(-2 * hostile.length).map(loose)).toEqual(
      hostile.flatMap((typed) => [loose(typed), loose(typed)]),
    );
    expect(await page.locator('.message b, .message a, .message ul, .message ol, .message em').count()).toBe(0);
  });

  describe.each([
    { viewport: { width: 1280, height: 800 }, finding: true },
    { viewport: { width: 360, height: 740 }, finding: whole },
  ])('$viewport.width wide', ({ viewport, finding }) => {
    let page: Page;
    beforeAll(async () => {
      page = await trial.open({ viewport });
    });
    afterEach(() => page.emulateMedia({ colorScheme: 'light' }));
    afterAll(() => trial.leave());

    test.each(batches)(
      `every card fits${finding ? ', and neither they nor the page have a serious finding' : ''} (%#)`,
      async (...batch) => {
        // Begun anew, so that what was looked at before is not looked at again.
        await page.reload();
        await cards(page).first().waitFor();
        await ask(page, batch.join('\n'));
        // Before them stands what everybody is greeted with.
        expect(await cards(page).count()).toBe(1 + batch.length);
        expect((await wideCards(page)).map((at) => batch[at - 1])).toEqual([]);
        expect([await sideways(page), await downwards(page)]).toEqual([0, 0]);
        if (!finding) return;
        expect(await seriousFindings(page)).toEqual([]);
        const light = await styleOf(page, 'html', 'backgroundColor');
        await page.emulateMedia({ colorScheme: 'dark' });
        await soon(() => styleOf(page, 'html', 'backgroundColor')).not.toBe(light);
        // Of all that is looked at, only contrast is a matter of colours.
        expect(await seriousFindings(page, 'html', 'contrast')).toEqual([]);
      },
    );

    test.each(['light', 'dark'] as const)(
      'a form in the dialog, with its faults, has no serious finding and fits, %s',
      async (colorScheme) => {
        await page.emulateMedia({ colorScheme });
        await page.reload();
        await cards(page).first().waitFor();
        await ask(page, 'answer.verboden');
        await cards(page).last().getByRole('button', { name: 'Iets melden' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: 'Verstuur' }).click();
        await dialog.getByText('Vul dit in.').waitFor();
        expect(await seriousFindings(page, '#dialog')).toEqual([]);
        expect(await sideways(page)).toBe(0);
      },
    );
  });

  test('fits in 320 by 256, which is a laptop at 400 % zoom', async () => {
    const page = await trial.open({ viewport: { width: 320, height: 256 } });
    await ask(page, names.filter((each) => each.endsWith('longest')).join('\n'));
    expect(await sideways(page)).toBe(0);
    await page.getByRole('textbox', { name: 'Je vraag' }).scrollIntoViewIfNeeded();
    expect(await page.getByRole('textbox', { name: 'Je vraag' }).isVisible()).toBe(true);
  });
});
