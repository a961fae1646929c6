import { type Way, ways } from './world.ts';

/** What no protocol answers, and to whom it goes at each school: not always who a doubt goes to. */

/** Words that no card of ours has, as a canary for notices and logs. */
export const QUESTION = 'Hoeveel vakantiedagen heb ik dit jaar?';
export const QUESTION_SECRETS = /vakantiedagen|zeehonden/;
export const ANSWER = 'Zoveel als er zeehonden zijn.';

type Unanswered = Pick<Way, 'school' | 'asker' | 'contact'> & { readonly title: string };

const contacts: Readonly<Record<string, readonly [contact: string, title: string]>> = {
  calvijn: ['teamleider.onderbouw', 'je leidinggevende'],
  model: ['afdelingsleider.talen', 'je leidinggevende'],
  msvr: ['bouwcoordinator', 'je leidinggevende'],
  gsv: ['afdelingscoordinator.onderbouw', 'de afdelingscoördinator of de directeur'],
  aeres: ['bestuurder', 'het bevoegd gezag (College van Bestuur)'],
};

export const unanswered: readonly Unanswered[] = ways.map(({ school, asker }) => {
  const [contact = '', name = ''] = contacts[school] ?? [];
  return { school, asker, contact, title: `Vraag het aan ${name}` };
});
