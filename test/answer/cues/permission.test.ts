import { expect, test } from 'vitest';
import { asksPermission, isAboutPermission } from '../../../src/answer/cues/permission.ts';
import { words } from '../../../src/answer/text/words.ts';

test.each([
  ['Mag ik dit plaatsen?', true, true],
  ['Zijn leerlingen verboden te filmen?', true, true],
  ['Is er een verbod op telefoons?', false, true],
  ['Which form can I use for consent?', true, false],
  ['Kan ik dit plaatsen?', true, false],
  ['Waar kan ik het formulier vinden?', false, false],
])('%s', (question, verdict, permission) => {
  expect([asksPermission(words(question)), isAboutPermission(words(question))]).toEqual([verdict, permission]);
});
