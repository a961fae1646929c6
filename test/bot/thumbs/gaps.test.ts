import { expect, test } from 'vitest';
import { gapsIn } from '../../../src/bot/thumbs/gaps.ts';
import type { KeptRemark } from '../../../src/conversation/remarks.ts';

const remark = (changes: Partial<KeptRemark>): KeptRemark => ({
  organisation: 'example',
  about: 'unanswered',
  protocol: 'calvijn',
  kind: 'unknown',
  topic: 'vakantie',
  article: '',
  good: false,
  question: 'hoeveel dagen',
  line: '',
  week: '2026-11-23',
  ...changes,
});

test('by subject, the most asked first, and each question once', () => {
  const remarks = [
    remark({ topic: 'fietsen', question: 'waar staat mijn fiets' }),
    remark({ question: 'krijg ik vrij' }),
    remark({}),
    remark({ question: 'Hoeveel dagen' }),
    remark({ about: 'thumb', question: '' }),
    remark({ about: 'line', question: '', line: 'dit klopt niet meer' }),
    remark({ protocol: 'gsv' }),
  ];
  expect(gapsIn(remarks)).toEqual([
    {
      protocol: 'calvijn',
      topic: 'vakantie',
      unanswered: 3,
      down: 1,
      questions: ['hoeveel dagen', 'krijg ik vrij'],
      lines: ['dit klopt niet meer'],
    },
    { protocol: 'calvijn', topic: 'fietsen', unanswered: 1, down: 0, questions: ['waar staat mijn fiets'], lines: [] },
    { protocol: 'gsv', topic: 'vakantie', unanswered: 1, down: 0, questions: ['hoeveel dagen'], lines: [] },
  ]);
});

test('thumbs up alone are no gap', () => {
  expect(gapsIn([remark({ about: 'thumb', good: true, question: '' })])).toEqual([]);
  expect(gapsIn([])).toEqual([]);
});
