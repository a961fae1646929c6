import type { AskBack } from '../answer/answer.ts';
import { chooseScreen } from '../cards/choose.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Audience } from '../protocol/schema.ts';
import { choice, situations } from './choices.ts';
import { audienceName, capital, listed } from './words.ts';

/**
 * What only the asker knows, as a question with buttons. What is typed instead is read as the answer too: see following.ts.
 * @param key the question's, which the buttons carry
 */
export function askBackScreen(
  back: AskBack,
  { protocol, answer: key }: { protocol: Protocol; answer: string },
): Screen {
  switch (back.ask) {
    case 'situation':
      return chooseScreen({
        question: 'Is het voor je werk of privé?',
        intro: 'Het protocol maakt daarin verschil.',
        options: situations(key),
      });
    case 'audience':
      return whichPeople(
        back.among.map((audience) => ({ audience, name: audienceName(audience, protocol) })),
        key,
      );
    case 'subject':
      return chooseScreen({
        question: 'Waar gaat je vraag over?',
        intro: 'Typ het in een paar woorden, bijvoorbeeld: “een filmpje van het schoolfeest”. Of kijk in het protocol.',
        options: [{ title: 'Bekijk het protocol', verb: 'toon-protocol', data: {} }],
      });
  }
}

function whichPeople(people: readonly { readonly audience: Audience; readonly name: string }[], key: string): Screen {
  const [first = '', ...others] = people.map(({ name }) => name);
  return chooseScreen({
    question: 'Over wie gaat je vraag?',
    intro: `Voor ${first} geldt iets anders dan voor ${listed(others, 'of')}.`,
    options: people.map(({ audience, name }) => choice(capital(name), { answer: key, audience })),
  });
}
