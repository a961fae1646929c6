import { expect, test } from 'vitest';
import { caseIn } from '../../src/answer/case.ts';
import type { Manner } from '../../src/answer/cues/telling.ts';
import { kindsOf } from '../../src/answer/kinds.ts';
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

const plain = { leader: false, hesitating: false, weighing: false, quarrelling: false, ownAct: false };

function found(manner: Manner, chances: readonly number[], by: Partial<typeof plain> = {}) {
  return caseIn({ kinds: kindsOf(topics) }, { chances: Float32Array.from(chances) }, { manner, ...plain, ...by });
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
  const chances = [0.7, 0, 0.3, 0, 0, 0, 0];
  expect(found('asked', chances)).toBeUndefined();
  expect(found('asked', chances, { leader: true })).toEqual({ kind: 'doubt', about: 2 });
});

test('who is about to put something online, and does not hesitate, is told the rule', () => {
  const chances = [0.6, 0, 0.3, 0, 0, 0, 0];
  expect(found('told', chances)).toEqual({ kind: 'doubt', about: 2 });
  expect(found('told', chances, { ownAct: true })).toBeUndefined();
  expect(found('told', chances, { ownAct: true, hesitating: true })).toEqual({ kind: 'doubt', about: 2 });
});

test('who says to hesitate does, whatever it is about', () => {
  const chances = [0.9, 0, 0.05, 0, 0, 0, 0];
  expect(found('asked', chances)).toBeUndefined();
  expect(found('asked', chances, { hesitating: true })).toEqual({ kind: 'doubt', about: 2 });
});

test('who has something at hand and is held back doubts, if less surely', () => {
  const weighing = { weighing: true };
  expect(found('asked', [0.7, 0, 0.15, 0, 0, 0, 0])).toBeUndefined();
  expect(found('asked', [0.7, 0, 0.15, 0, 0, 0, 0], weighing)).toEqual({ kind: 'doubt', about: 2 });
  expect(found('asked', [0.9, 0, 0.02, 0, 0, 0, 0], weighing)).toBeUndefined();
});

test('who tells of people who discuss and of heat tells of a discussion, not of an incident', () => {
  const chances = [0.5, 0, 0, 0.04, 0.2, 0, 0];
  expect(found('told', chances)).toMatchObject({ kind: 'incident' });
  expect(found('told', chances, { quarrelling: true })).toEqual({ kind: 'derail', about: 3 });
});

test('what somebody puts online at this moment is no incident yet, unless much speaks for one', () => {
  expect(found('told', [0.7, 0, 0, 0, 0.1, 0, 0])).toMatchObject({ kind: 'incident' });
  expect(found('told', [0.7, 0, 0, 0, 0.1, 0, 0], { ownAct: true })).toBeUndefined();
  expect(found('told', [0.3, 0, 0, 0, 0.5, 0, 0], { ownAct: true })).toMatchObject({ kind: 'incident' });
});

test('what is asked of an incident is its rule, not a discussion', () => {
  expect(found('asked', [0.1, 0, 0, 0.24, 0, 0, 0])).toMatchObject({ kind: 'derail' });
  expect(found('asked', [0.1, 0, 0, 0.24, 0.9, 0, 0])).toBeUndefined();
});

test('not about what no protocol is about', () => {
  const hesitating = { hesitating: true };
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
