import { expect, test } from 'vitest';
import { caseIn } from '../../src/answer/case.ts';
import type { Manner } from '../../src/answer/telling.ts';
import type { Topic } from '../../src/protocol/knowledge.ts';

const topic = (kind: Topic['kind'], told?: 'incident'): Pick<Topic, 'kind' | 'told'> => ({
  kind,
  ...(told === undefined ? {} : { told }),
});
const topics = [
  topic('rule'),
  topic('rule', 'incident'),
  topic('doubt'),
  topic('derail'),
  topic('incident'),
  topic('incident'),
  topic('smalltalk'),
  topic('outside'),
];

function found(manner: Manner, chances: readonly number[], by = { leader: false, hesitating: false }) {
  return caseIn({ topics }, { chances: Float32Array.from(chances) }, { manner, ...by });
}

test('the chances of a kind add up, and its best topic is what it is about', () =>
  expect(found('told', [0.5, 0, 0, 0, 0.04, 0.05, 0])).toEqual({ kind: 'incident', about: 5 }));

test('what is asked is hardly ever an incident', () =>
  expect(found('asked', [0.5, 0, 0, 0, 0.2, 0.2, 0])).toBeUndefined());

test('telling of what is wrong by its nature is an incident; asking about it is not', () => {
  expect(found('told', [0.3, 0.6, 0, 0, 0.01, 0, 0])).toMatchObject({ kind: 'incident' });
  expect(found('asked', [0.3, 0.6, 0, 0, 0.01, 0, 0])).toBeUndefined();
});

test('a leader who doubts, doubts', () => {
  const chances = [0.9, 0, 0.1, 0, 0, 0, 0];
  expect(found('asked', chances)).toBeUndefined();
  expect(found('asked', chances, { leader: true, hesitating: false })).toEqual({ kind: 'doubt', about: 2 });
});

test('who says to hesitate does, whatever it is about', () => {
  const chances = [0.9, 0, 0.05, 0, 0, 0, 0];
  expect(found('asked', chances)).toBeUndefined();
  expect(found('asked', chances, { leader: false, hesitating: true })).toEqual({ kind: 'doubt', about: 2 });
});

test('not about what no protocol is about', () => {
  const hesitating = { leader: false, hesitating: true };
  expect(found('told', [0.05, 0, 0.1, 0, 0, 0, 0, 0.8], hesitating)).toBeUndefined();
  // Said in so many words it counts for more than when it only sounds so.
  const unsure = [0.1, 0, 0.4, 0, 0, 0, 0, 0.7];
  expect(found('told', unsure, hesitating)).toEqual({ kind: 'doubt', about: 2 });
  expect(found('told', unsure)).toBeUndefined();
  expect(found('told', [0.45, 0, 0.4, 0, 0, 0, 0, 0.1], hesitating)).toEqual({ kind: 'doubt', about: 2 });
  // A doubt that sounds a little like it.
  expect(found('told', [0.25, 0, 0.4, 0, 0, 0, 0, 0.28], hesitating)).toEqual({ kind: 'doubt', about: 2 });
});

test('a few words of small talk stay small talk', () =>
  expect(found('named', [0.1, 0, 0.2, 0, 0, 0, 0.3])).toBeUndefined());
