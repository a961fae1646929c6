import { describe, expect, test } from 'vitest';
import { cleaned, tooLong } from '../../src/conversation/typed.ts';

describe('what people type', () => {
  test('keeps its letters and line ends, and loses control characters and half characters', () => {
    expect(cleaned('  een\r\ntwee\u2028drie\u0000vier\u007f  ')).toBe('een\ntwee\ndrie vier');
    expect(cleaned('kapot \ud83d teken')).toBe('kapot \ufffd teken');
    expect(cleaned(undefined)).toBe('');
  });

  test('is told by how much it is too long', () => {
    expect(tooLong('12345', 5)).toBeUndefined();
    expect(tooLong('12345678', 5)).toBe('Dit is te lang: hoogstens 5 tekens. Maak het 3 korter.');
  });
});
