import { describe, expect, test } from 'vitest';
import { fittingTitle } from '../../src/bot/words.ts';

describe('a title that fits', () => {
  test('is left as it is', () => {
    expect(fittingTitle('C.3: Twijfel? Vraag je leidinggevende')).toBe('C.3: Twijfel? Vraag je leidinggevende');
    expect(fittingTitle('x'.repeat(75))).toBe('x'.repeat(75));
  });
  test('is cut between two words, and visibly', () => {
    const title = fittingTitle(`C.3: ${'woord '.repeat(20)}`);
    expect(title).toMatch(/^C\.3: (woord )+…$/);
    expect(title.length).toBeLessThanOrEqual(75);
  });
  test('one word without end is cut all the same, between two letters', () => {
    const title = fittingTitle('😀'.repeat(60));
    expect(title.length).toBeLessThanOrEqual(75);
    expect(title.isWellFormed()).toBe(true);
    expect(title).toMatch(/ …$/);
  });
});
