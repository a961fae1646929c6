import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, literalRun, plain } from '../../src/cards/markdown.ts';
import { textScreen } from '../../src/cards/text.ts';
import { hostile } from './hostile.ts';

/** What no client shows differently: the kind and the amount of white space. */
const loose = (text: string): string =>
  text
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

describe('escapeText', () => {
  test.each([
    ['Bel meteen je leidinggevende (C.2), artikel 3-4.', 'Bel meteen je leidinggevende (C.2), artikel 3-4.'],
    ['mag_ik_dit en 5 - 3 = 2', 'mag_ik_dit en 5 - 3 = 2'],
    ['*vet* en _schuin_', '\\*vet\\* en \\_schuin\\_'],
    ['[klik](https://example.org)', '[klik]\\(https://example.org)'],
    ['[a]: https://example.org', '[a]\\: https://example.org'],
    ['1. een', '1.\u00a0een'],
    ['- een\n- twee', '-\u00a0een\n\n-\u00a0twee'],
    ['# kop', '#\u00a0kop'],
    ['> citaat', '\\> citaat'],
    ['---', '\\---'],
    ['<b>x</b> &lt;', '\\<b>x\\</b> \\&lt;'],
    ['{{DATE(2026-11-21T10:00:00Z,SHORT)}}', '{\\{DATE(2026-11-21T10:00:00Z,SHORT)}}'],
    ['C:\\temp\\*', 'C:\\temp\\\\\\*'],
  ])('makes %j %j: no more than a client would act on', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });

  test('keeps every letter, whatever was typed', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const typed = pieces.join('');
        fc.pre(!/[\v\f\u0085\u2028\u2029\ufeff]/.test(typed));
        expect(loose(plain(escapeText(typed)))).toBe(loose(typed));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what was typed', () => {
  test.each(hostile)('%j is not evaluated by the template engine', (typed) => {
    const { card, summary } = textScreen({
      title: typed,
      text: typed,
      steps: [{ title: 'x', verb: 'x', data: { typed } }],
    });
    const [title, text, buttons] = card.body;
    expect(loose(plain(String(title?.text)))).toBe(loose(typed));
    expect(text).toMatchObject({ inlines: [{ text: literalRun(typed) }] });
    expect(buttons).toMatchObject({ actions: [{ data: { typed }, fallback: { data: { typed, verb: 'x' } } }] });
    expect(summary).toContain(typed.trim());
  });
});
