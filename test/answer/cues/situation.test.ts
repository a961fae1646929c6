import { expect, test } from 'vitest';
import { situationOf } from '../../../src/answer/cues/situation.ts';
import { words } from '../../../src/answer/text/words.ts';

test.each([
  ['Mag ik dat privé plaatsen?', 'prive'],
  ['Ik wil thuis op mijn eigen LinkedIn iets schrijven over de verbouwing', 'prive'],
  ['Een stukje over pesten op mijn werk, voor op mijn blog', 'prive'],
  ['Gisteravond buiten werktijd een tweet getikt', 'prive'],
  ['Zaterdag in het weekend iets over school geplaatst', 'prive'],
  ['tijdens het werk op insta', 'werk'],
  ['Een filmpje van de open avond voor het schoolaccount', 'werk'],
  ['Onder de post op onze Instagram', 'werk'],
  ['Dit moet in de nieuwsbrief', 'werk'],
  ['Vanaf het teamaccount gaf ik antwoord', 'werk'],
  ['twijfel of dit kan op mijn werkaccount', 'werk'],
  ['Something for our page', 'werk'],
  ['Een bericht voor de pagina van de school', 'werk'],
  ['Mag ik een klassenfoto op het instagramaccount van school zetten?', 'werk'],
  ['Ik doe de socials van onze vestiging', 'werk'],
  ['Kan dit filmpje van de open avond online?', undefined],
  ['Deel ik het bericht op onze facebook ook op mijn facebook?', undefined],
  ['mag dit', undefined],
])('%s → %s', (question, expected) => expect(situationOf(words(question))).toBe(expected));
