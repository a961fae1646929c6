import type { Values } from '../../../src/conversation/event.ts';
import type { Reply } from '../../../src/conversation/reply.ts';
import { buttonOf, type Someone, type World } from '../cases/world.ts';

/** Reporting as somebody does it: the form, the check, sent. */

/** What is typed in most tests: words that no card of ours has. */
export const TOLD = {
  wat: 'Ze noemen haar een zebrakop in de groep, al dagen lang.',
  waar: 'De okapigroep op WhatsApp',
  speelt: 'ja',
  soort: 'pesten',
  wie: 'leerling',
  minderjarig: 'ja',
  door: 'leerling',
};
export const SECRETS = /zebra|okapi|neushoorn|giraffe|pinguïn/i;

/** The second step, with these things filled in. */
export const checkOf = async (someone: Someone, told: Values = TOLD): Promise<readonly Reply[]> =>
  someone.press(await someone.command('meld'), 'Verder', told);

/** From `meld` to what comes after "Versturen". */
export const sentBy = async (someone: Someone, told: Values = TOLD, answer: Values = {}): Promise<readonly Reply[]> =>
  someone.press(await checkOf(someone, told), 'Versturen', answer);

/** From the form to a report that is with somebody: its reference. */
export async function reported(at: World, name: string, told: Values = TOLD, answer: Values = {}): Promise<string> {
  const sent = await sentBy(at.as(name), told, answer);
  await at.deliver();
  return buttonOf(sent, 'Openen').data.ref ?? '';
}

/** Whom a report at each school goes to first, and why as the reporter is told. */
export const schools = [
  {
    school: 'calvijn',
    reporter: 'docent.wiskunde',
    handler: 'vestigingsdirecteur',
    to: 'de vestigingsdirecteur (B.6)',
  },
  { school: 'model', reporter: 'leraar.nederlands', handler: 'rector', to: 'Rector: de schoolleiding (A.9)' },
  {
    school: 'msvr',
    reporter: 'leraar.muziek',
    handler: 'directeur.montessori',
    to: 'het protocol noemt hiervoor niemand',
  },
  { school: 'gsv', reporter: 'leerkracht.groep7', handler: 'directeur.basisschool', to: 'de directeur (' },
  { school: 'aeres', reporter: 'docent.dierverzorging', handler: 'teamleider.dier', to: 'hoort bij de schoolleiding' },
] as const;
