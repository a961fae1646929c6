import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { referencesIn } from '../fakes/forms.ts';
import { hasBrowser } from './browser.ts';
import { asker, decider, decides, dialog, press, sent, settle, type } from './reporting.ts';
import { wholeProgram } from './whole.ts';

/** A report from its form to its closing at each school, in a real browser with the whole program behind it. */

const schools = [
  { school: 'CSG Calvijn', to: 'Dit gaat naar de vestigingsdirecteur (B.6).' },
  { school: 'De Modelschool', to: 'Dit gaat naar Rector: de schoolleiding (A.9).' },
  { school: 'Montessori Stichting Vreugd en Rust', to: 'het protocol noemt hiervoor niemand' },
  { school: 'Groningse Schoolvereniging', to: 'Dit gaat naar de directeur (' },
  { school: 'Aeres MBO', to: 'de schoolleiding' },
] as const;

const CANARY = 'kwikstaart';

describe.runIf(hasBrowser)('a report at each school', () => {
  const open = wholeProgram(CANARY);

  /** The form up to the step that says who gets it. */
  const told = async (page: Page, what: string): Promise<void> => {
    await type(page, 'meld');
    await dialog(page).getByLabel('Wat is er gebeurd?').fill(what);
    await dialog(page).getByLabel('Nee').check();
    await press(dialog(page), 'Verder');
  };

  test.each(schools)('$school: from the form to its closing', async ({ school, to }) => {
    const page = await open({}, school);
    await told(page, `Een leerling wordt gepest in de groepsapp. ${CANARY}`);
    await dialog(page).getByText(to).first().waitFor();
    await press(dialog(page), 'Versturen');
    await sent(page).waitFor();
    await decider(page).getByText('Er is een melding voor jou.').waitFor();
    expect(await decider(page).innerText()).not.toContain(CANARY);
    await press(decider(page), 'Openen');
    await dialog(page).getByText(CANARY).waitFor();
    await press(dialog(page), 'Afhandelen');
    await settle(page, 'We hebben met de klas gepraat.');
    await asker(page).getByText('Afgehandeld', { exact: true }).first().waitFor();
    await press(asker(page), 'Openen');
    await dialog(page).getByText('We hebben met de klas gepraat.').waitFor();
  });

  test('about the own leidinggevende: asked about, passed by, and nothing comes to them', async () => {
    const page = await open({}, 'Aeres MBO');
    await told(page, `Mijn leidinggevende scheldt mij uit in de teamapp. ${CANARY}`);
    await dialog(page).getByText('Dan krijgt die de melding niet te zien.').waitFor();
    await dialog(page).getByLabel(/^Ja/).check();
    await press(dialog(page), 'Versturen');
    const [ref = ''] = referencesIn(await sent(page).innerText());
    await decides(page, 'Locatiedirecteur');
    await decider(page).getByText(ref).first().waitFor();
    // What came for the one was asked for together with what came for the other.
    await decides(page, 'Teamleider dierverzorging');
    expect(await decider(page).innerText()).not.toContain(ref);
  });
});
