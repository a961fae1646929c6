import { describe, expect, test } from 'vitest';
import { commands } from '../../src/bot.ts';
import { checkCard, maxCardBytes } from '../../src/cards/elements.ts';
import { typed } from '../../src/conversation/commands.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';
import { createWorld, only } from './world.ts';

/** The real bot with the real engine, learned once. */
const world = createWorld({ answers: learnedAnswers(library) });

const CONTROL = Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join('');
const LONG = 100_000;

const inputs: Readonly<Record<string, string>> = {
  empty: '',
  'only spaces and lines': ' \n\t\r\n ',
  'one emoji': '🤷',
  'an emoji of many parts': '👩‍👩‍👧‍👦',
  'only punctuation': '?!?!… --- (((',
  'one letter': 'a',
  'one digit': '7',
  Chinese: '我可以把学生的照片放在网上吗？',
  Arabic: 'هل يمكنني نشر صورة الفصل؟',
  Cyrillic: 'Можно ли выложить фото класса?',
  'right to left override': 'mag \u202Ekcoh ti si\u202C dit',
  'zero width letters': 'm\u200Ba\u200Bg\u200B \u200Bd\u200Bi\u200Bt',
  'half a character': 'mag \uD83D dit \uDE00?',
  'stacked accents': `m${'\u0301'.repeat(5000)}ag dit?`,
  'control characters': `mag${CONTROL}ik${CONTROL}dit?`,
  'a zero byte': 'mag\0ik',
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  markdown: '**vet** [klik](https://kwaad.example) `code` # kop\n- lijst',
  'a template of cards': `${'$'}{$root} ${'$'}{1+1} {{school}} {school}`,
  'a mention of everybody': '<!channel> <@U123> @everyone <at>Iedereen</at>',
  SQL: "'; DROP TABLE cases; --",
  JSON: '{"kind":"report","__proto__":{"x":1}}',
  'a word without end': 'a'.repeat(LONG),
  '100,000 characters': 'Mag ik een foto van de klas plaatsen? '.repeat(LONG / 38 + 1).slice(0, LONG),
  '100,000 spaces': `mag${' '.repeat(LONG)}dit`,
  '100,000 marks': '?'.repeat(LONG),
  '100,000 lines': 'a\n'.repeat(LONG / 2),
  '100,000 digits and dots': '1.'.repeat(LONG / 2),
  'a look-up without end': `artikel ${'C.3 '.repeat(LONG / 4)}`,
  '100,000 emoji': '🤷'.repeat(LONG / 2),
  'a link of 100,000': `https://example.nl/${'x'.repeat(LONG)}`,
};

describe.each([...library.protocols.keys()])('%s', (protocol) => {
  const where = { channel: 'page', protocol } as const;

  test.each(Object.entries(inputs))('%s gets a friendly answer', async (_, text) => {
    for (const what of [typed(text, commands), { kind: 'action', verb: 'vraag', data: { vraag: text } }] as const) {
      const { screen } = only(await world.tell(what, where));
      expect(() => checkCard(screen.card)).not.toThrow();
      expect(Buffer.byteLength(JSON.stringify(screen.card))).toBeLessThan(maxCardBytes);
      expect(screen.summary.length).toBeGreaterThan(10);
    }
    expect(world.failed).toEqual([]);
  });
});

describe('as an argument of a command', () => {
  const where = { channel: 'page', protocol: 'calvijn' } as const;
  const cases = Object.entries(inputs).flatMap(([name, text]) => commands.map((command) => ({ name, text, command })));

  test.each(cases)('$command with $name', async ({ command, text }) => {
    const { screen } = only(await world.tell({ kind: 'command', name: command, argument: text }, where));
    expect(() => checkCard(screen.card)).not.toThrow();
    expect(Buffer.byteLength(JSON.stringify(screen.card))).toBeLessThan(maxCardBytes);
    expect(world.failed).toEqual([]);
  });
});

test('what cannot be read as a question is said to be so', async () => {
  const where = { channel: 'page', protocol: 'calvijn' } as const;
  for (const text of ['', '🤷', '?!?!… --- (((', ' \n ']) {
    expect(only(await world.say(text, where)).screen.summary).toContain('Ik kan hier geen vraag in lezen');
  }
});
