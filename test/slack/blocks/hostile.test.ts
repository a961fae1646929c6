import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseReadScreen } from '../../../src/cards/case-read.ts';
import { listScreen } from '../../../src/cards/list.ts';
import { textScreen } from '../../../src/cards/text.ts';
import type { Screen } from '../../../src/conversation/reply.ts';
import { limits } from '../../../src/slack/blocks/limits.ts';
import { messageOf } from '../../../src/slack/blocks/message.ts';
import { ROOT } from '../../../src/slack/blocks/metadata.ts';
import { modalOf } from '../../../src/slack/blocks/modal.ts';
import { escapeMrkdwn, pieces, prose, shortened } from '../../../src/slack/blocks/text.ts';
import { hostile } from '../../cards/hostile.ts';
import { faultInBlocks, faultInView } from '../../fakes/slack/blocks.ts';
import { lettersIn } from '../../fakes/slack/letters.ts';

/** What people type stays letters, whatever it is and however long. */

const more = [
  '<!here>',
  '<@U000001>',
  '<#C1|algemeen>',
  '<https://evil.example|bank>',
  '&lt;!channel&gt;',
  ':tada:',
  '> weg',
];
const typed = [...hostile, ...more];

const read = (line: string): Screen =>
  caseReadScreen({
    headline: 'Twijfel · V-222222',
    facts: [{ title: 'Van', value: line }],
    parts: [{ label: 'De vraag', lines: [line] }],
    soFar: '',
    decide: null,
    steps: [],
  });

/** Every mrkdwn text of a message: here nothing of a person may be read as markup. */
function marked(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(marked)];
}

describe.each(typed)('%j', (text) => {
  test('is shown as it was typed, in a message and in a modal', () => {
    for (const blocks of [messageOf(read(text), () => '').blocks, modalOf(read(text), ROOT).blocks]) {
      expect(faultInBlocks(blocks)).toBeUndefined();
      expect(lettersIn(blocks).join('\n')).toContain(text.trim());
    }
  });

  test('is no markup anywhere, and calls nobody', () => {
    const searched = listScreen({ title: 'Gevonden', intro: text, items: [], empty: text, steps: [] });
    for (const screen of [read(text), searched, textScreen({ title: text, text, steps: [] })]) {
      const { blocks, text: fallback } = messageOf(screen, () => '');
      for (const mrkdwn of [...marked(blocks), fallback]) {
        expect(mrkdwn).not.toMatch(/<[^>]*>/);
        expect(mrkdwn).not.toContain('<');
      }
      for (const mrkdwn of marked(blocks)) expect(mrkdwn.replace(/^\*|\*$/gm, '')).not.toMatch(/[*_~`]|:[\w+-]+:/);
    }
  });
});

test('any text, of any length, makes blocks that Slack takes, and a modal loses nothing of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4000 }), { minLength: 1, maxLength: 12 }),
      (lines) => {
        const words = lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
        fc.pre(words.length > 0);
        const screen = caseReadScreen({
          headline: 'x',
          facts: [],
          parts: [{ label: 'De vraag', lines: words }],
          soFar: '',
          decide: null,
          steps: [],
        });
        expect(faultInBlocks(messageOf(screen, () => 'sleutel').blocks)).toBeUndefined();
        const view = modalOf(screen, ROOT);
        expect(faultInView(view)).toBeUndefined();
        const bare = (text: string) => text.replace(/[\s\u2060]/gu, '');
        expect(bare(lettersIn(view.blocks).join(''))).toContain(bare(words.join('')));
      },
    ),
    { numRuns: 60 },
  );
});

test('pieces of a text are never too long, and together they are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 4, max: 60 }), (text, most) => {
      const found = pieces(text, most);
      for (const piece of found) expect(piece.length).toBeLessThanOrEqual(most);
      expect(found.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      expect(shortened(text, most).length).toBeLessThanOrEqual(Math.max(most, 2));
      if (text.isWellFormed()) for (const piece of found) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});

test('bold where no letter is lost by it, plain where one would be', () => {
  expect(prose([{ text: 'Mag & mits', bold: true }])).toEqual({
    type: 'mrkdwn',
    text: '*Mag &amp; mits*',
    verbatim: true,
  });
  expect(prose([{ text: 'Mag *mits*', bold: true }])).toMatchObject({ type: 'plain_text', text: 'Mag *mits*' });
  expect(prose([{ text: 'gewoon', bold: false }])).toMatchObject({ type: 'plain_text' });
});

test('the fallback text is escaped and not endless', () => {
  const summary = `<!channel> ${'&'.repeat(5000)}`;
  const { text } = messageOf({ ...textScreen({ title: '', text: 'x', steps: [] }), summary }, () => '');
  expect(text.startsWith('&lt;!channel&gt;')).toBe(true);
  expect(text.length).toBeLessThanOrEqual(limits.fallback);
  expect(escapeMrkdwn('a<b>&c')).toBe('a&lt;b&gt;&amp;c');
});
