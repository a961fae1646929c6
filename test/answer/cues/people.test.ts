import { expect, test } from 'vitest';
import { peopleIn } from '../../../src/answer/cues/people.ts';
import { words } from '../../../src/answer/text/words.ts';

test.each([
  ['Mag ik onder werktijd op Facebook?', ['asker']],
  ['Geldt dat voor mijn collega?', ['medewerker']],
  ['Mag ik een foto van een leerling aan zijn ouders sturen?', ['asker', 'leerling', 'ouder']],
  ['Welke straf staat daarop?', []],
])('%s names %j', (text, expected) => expect([...peopleIn(words(text))]).toEqual(expected));
