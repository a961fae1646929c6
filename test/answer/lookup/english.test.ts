import { describe, expect, test } from 'vitest';
import { look } from './look.ts';

describe('in English', () => {
  test.each([
    ['calvijn', 'point 2 of chapter B', 'B.2'],
    ['calvijn', 'can you show me the third point of chapter B', 'B.3'],
    ['calvijn', 'article D.2 please', 'D.2'],
    ['model', 'article B3', 'B.3'],
    ['model', 'the second point under sanctions', 'S.2'],
    ['model', 'show me chapter C', 'chapter C'],
    ['msvr', 'guideline 4', '4'],
    ['msvr', 'the fourth guideline please', '4'],
    ['gsv', 'point 5 of communication', 'K.5'],
    ['gsv', 'the second rule under passwords', 'W.2'],
    ['aeres', 'section 1.2', 'chapter 1.2'],
    ['aeres', 'the first point under measures', '1.5.1'],
    ['calvijn', 'What is in chapter A?', 'chapter A'],
    ['calvijn', 'second article of chapter E', 'E.2'],
    ['model', 'the last point of chapter S', 'S.7'],
    ['msvr', 'the first guideline', '1'],
    ['gsv', 'What does point 3 of profiling say?', 'P.3'],
    ['aeres', 'the second point of section 1.5', '1.5.2'],
  ])('%s: “%s” is %s', (id, text, expected) => expect(look(id, text)).toBe(expected));
});
