import { expect, test } from 'vitest';
import { weighs } from '../../../src/answer/cues/weighing.ts';
import { words } from '../../../src/answer/text/words.ts';

test.each([
  'Mijn stuk over de cao staat klaar. Haal ik me daar gedoe mee op de hals?',
  'Voor de nieuwsbrief heb ik een stukje over de brand, wie leest dat na?',
  'Ik wil een foto van het feest plaatsen, maar mijn man zegt van niet.',
  "I typed it, I deleted it, it's about the rota. Help me choose?",
  'ben ik gek als ik deze selfie op mijn profiel zet',
])('at hand and held back: %s', (text) => expect(weighs(words(text))).toBe(true));

test.each([
  'Mogen leerlingen filmen in de les?',
  'Wie beslist over de telefoons in de klas?',
  'Welke foto’s staan er op de schoolsite?',
  'Mag ik een foto van de sportdag plaatsen?',
  `Mijn stuk over de cao staat klaar. ${'Het was een lange dag op school. '.repeat(7)} Wie leest het na?`,
])('either alone is a plain question: %s', (text) => expect(weighs(words(text))).toBe(false));
