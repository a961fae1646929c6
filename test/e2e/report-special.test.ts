import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { momentWords } from '../../src/bot/cases/words.ts';
import { example } from '../bot/world.ts';
import { hasBrowser } from './browser.ts';
import { asker, decider, decides, dialog, press, sent, type } from './reporting.ts';
import { soon } from './soon.ts';
import { wholeProgram } from './whole.ts';

/** The reports where it matters most who does not get them, in a real browser with the whole program behind it. */

const CANARY = 'boomklever';
const HELD = /Docent wiskunde|docent\.wiskunde|Onderbouw/;

describe.runIf(hasBrowser)('a report that must pass somebody by', () => {
  let page: Page;

  /** The form with its folded part open, and what happened filled in. */
  const begin = async (what: string): Promise<void> => {
    await type(page, 'meld');
    await dialog(page).getByLabel('Wat is er gebeurd?').fill(`${what} ${CANARY}`);
    await dialog(page).getByLabel('Nee').check();
    await press(dialog(page), 'Meer invullen');
    await dialog(page).getByLabel('Wie deed het?').waitFor();
  };
  const send = async (): Promise<void> => {
    await press(dialog(page), 'Versturen');
    await sent(page).getByText('Verstuurd', { exact: true }).first().waitFor();
  };
  const notice = () => decider(page).getByText(/^Er is een melding/);
  /** Whoever has it opens it. */
  const opens = async (label: string): Promise<void> => {
    await decides(page, label);
    await notice().waitFor();
    await press(decider(page), 'Openen');
    await dialog(page).getByText(CANARY).first().waitFor();
  };
  /** Asked after it came to somebody else: what comes, comes to everybody at the same time. */
  const nothingCame = async (...labels: readonly string[]): Promise<void> => {
    for (const label of labels) {
      await decides(page, label);
      expect([label, await decider(page).innerText()]).not.toEqual([
        label,
        expect.stringMatching(/melding|M-[2-9A-Z]/),
      ]);
    }
  };
  const clock = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const now = (): Promise<string> => page.locator('#now').innerText();
  /** As the button "+4 uur" does, for it may be forty times. */
  const toSaturday = async (): Promise<void> => {
    for (let day = ''; day !== 'za'; ) {
      const moved = await page.request.post(new URL('/page/clock', page.url()).href, { data: { step: 'vier-uur' } });
      day = momentWords(example, new Date((await moved.json()).now)).slice(0, 2);
    }
    await soon(now).toMatch(/^za/);
  };

  const withProgram = (): void => {
    const open = wholeProgram(CANARY);
    beforeEach(async () => {
      page = await open();
    });
  };

  describe('that the leidinggevende never has, or only in the end', () => {
    withProgram();

    test('sexual misconduct by staff towards a minor goes to the bestuur, past every leidinggevende', async () => {
      await begin('Een collega stuurt een leerling van 15 ’s nachts seksuele appjes.');
      await dialog(page).getByLabel('Wie deed het?').selectOption({ label: 'Een medewerker' });
      await press(dialog(page), 'Verder');
      await dialog(page).getByText('Dit gaat naar Bestuurder').first().waitFor();
      await dialog(page).getByText('0900-1113111').first().waitFor();
      await send();
      await opens('Bestuurder');
      await dialog(page).getByText('vertrouwensinspecteur').first().waitFor();
      await page.keyboard.press('Escape');
      await nothingCame('Teamleider onderbouw', 'Vestigingsdirecteur', 'Algemeen directeur', 'Crisiscoördinator');
      // The control: who has it is told.
      await decides(page, 'Bestuurder');
      expect(await decider(page).innerText()).toMatch(/M-[2-9A-Z]{6}/);
    });

    test('urgent on a Saturday: the crisis contact, and after an hour who is next', async () => {
      await toSaturday();
      await begin('Er wordt een vechtpartij aangekondigd in de groepsapp.');
      await dialog(page).getByLabel('Dit heeft haast').check();
      await press(dialog(page), 'Verder');
      await dialog(page).getByText('Dit gaat naar Crisiscoördinator').first().waitFor();
      await send();
      await asker(page).getByText('000-0000004').first().waitFor();
      await decides(page, 'Crisiscoördinator');
      await decider(page).getByText('Melding met spoed').first().waitFor();
      await nothingCame('Vestigingsdirecteur');
      await clock('+30 min');
      await clock('+30 min');
      await clock('Tot er iets gebeurt');
      await decides(page, 'Vestigingsdirecteur');
      await notice().or(decider(page).getByText('Melding met spoed')).first().waitFor();
    });
  });

  describe('that the leidinggevende has', () => {
    withProgram();

    test('passed on with an exclusion added: who is excluded has nothing any more', async () => {
      await begin('De cijferlijst van 2B staat in een groepsapp.');
      await dialog(page).getByLabel('Wat voor melding').selectOption({ label: 'Vertrouwelijke gegevens' });
      await press(dialog(page), 'Verder');
      await send();
      await decides(page, 'Functionaris gegevensbescherming');
      await notice().waitFor();
      await opens('Vestigingsdirecteur');
      await press(dialog(page), 'Doorzetten');
      await dialog(page).getByLabel('Aan wie geef je het?').selectOption({ label: 'Algemeen directeur' });
      await dialog(page).getByLabel('Waarom?').fill(`Zij kent de klas. ${CANARY}`);
      await dialog(page).getByRole('checkbox', { name: 'Functionaris' }).check();
      await press(dialog(page), 'Doorzetten');
      await opens('Algemeen directeur');
      await page.keyboard.press('Escape');
      await asker(page).getByText('Doorgezet naar').first().waitFor();
      await decides(page, 'Functionaris gegevensbescherming');
      await soon(() => decider(page).innerText()).not.toMatch(/Er is een melding|M-[2-9A-Z]{6}/);
    });

    test('with the name held back a question comes back answered, and nothing tells who answered', async () => {
      const seen: string[] = [];
      const look = async (): Promise<void> => {
        seen.push(await decider(page).innerText(), await dialog(page).innerText());
      };
      await begin('Een leerling wordt gepest.');
      await dialog(page).getByLabel('Houd mijn naam achter').check();
      await press(dialog(page), 'Verder');
      await dialog(page).getByText('Houd ik achter').waitFor();
      await send();
      await opens('Vestigingsdirecteur');
      await look();
      await press(dialog(page), 'Iets vragen aan de melder');
      await dialog(page).getByLabel('Je vraag').fill('Wanneer was dit?');
      await look();
      await press(dialog(page), 'Vraag versturen');
      await asker(page).getByText('Vraag aan jou').waitFor();
      await press(asker(page), 'Antwoord geven');
      await dialog(page).getByLabel('Je antwoord').fill(`Gisteren. ${CANARY}`);
      await press(dialog(page), 'Versturen');
      await decider(page).getByText('Er is nieuws van de melder.').waitFor();
      await press(decider(page), 'Openen');
      await dialog(page).getByText('Gisteren.').waitFor();
      await dialog(page).getByText('De melder houdt de naam achter').first().waitFor();
      await look();
      for (const each of seen) expect(each).not.toMatch(HELD);
    });
  });
});
