import { expect, test } from 'vitest';
import { readCommand, typed } from '../../src/conversation/commands.ts';

const commands = ['help', 'zoek', 'artikel', 'hoofdstuk', 'protocol', 'school'];

test.each([
  ['help', 'help', ''],
  ['Help!', 'help', ''],
  [' /HELP ', 'help', ''],
  ['zoek foto', 'zoek', 'foto'],
  ['Zoek mag ik een foto plaatsen?', 'zoek', 'mag ik een foto plaatsen?'],
  ['artikel C.3', 'artikel', 'C.3'],
  ['hoofdstuk B', 'hoofdstuk', 'B'],
  ['protocol', 'protocol', ''],
  ['School?', 'school', ''],
])('“%s” is the command %s', (text, name, argument) => {
  expect(readCommand(text, commands)).toEqual({ name, argument });
  expect(typed(text, commands)).toEqual({ kind: 'command', name, argument });
});

test.each([
  'protocol zegt wat over foto’s?',
  'artikel 3, geldt dat ook thuis?',
  'help me even met een vraag',
  'school wil een filmpje plaatsen',
  'artikel C.3\nen dan nog iets',
  `artikel ${'x'.repeat(41)}`,
  'zoekmachine',
  'meld',
  '',
  '!!!',
])('“%s” is ordinary language', (text) => {
  expect(readCommand(text, commands)).toBeNull();
  expect(typed(text, commands)).toEqual({ kind: 'text', text });
});
