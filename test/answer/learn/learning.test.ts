import { describe, expect, test } from 'vitest';
import { linearOf } from '../../../src/answer/learn/linear.ts';
import { createNeighbours } from '../../../src/answer/learn/neighbours.ts';
import { seedOf } from '../../../src/answer/learn/random.ts';
import { createSpace } from '../../../src/answer/learn/space.ts';
import { learnLinear } from '../../../src/answer/learn/teaching.ts';
import { createNames, hasSeveralWords } from '../../../src/answer/text/names.ts';

const { growing, textOf } = createNames();
const bag = (text: string) => new Map(text.split(' ').map((word) => [growing.one(word), 1]));
const tellsAlone = (feature: number) => !hasSeveralWords(textOf(feature));
const taught = [
  [0, 'foto klas online'],
  [0, 'foto kind plaatsen'],
  [0, 'plaatje toestemming ouders'],
  [1, 'wachtwoord delen invaller'],
  [1, 'wachtwoord collega geven'],
  [2, 'telefoon inleveren ochtend'],
] as const;
const space = createSpace(
  taught.map(([, text]) => bag(text)),
  tellsAlone,
);
const examples = taught.map(([label, text]) => ({ label, vector: space.vector(bag(text)), seed: seedOf(text) }));
const namesOf = (ids: Int32Array, within = space) => [...ids].map((id) => textOf(within.features[id] ?? -1));
const halves = (text: string): [number, number] => {
  const [first = '', second = ''] = text.split(' ');
  return [growing.half(first), growing.half(second)];
};
const top = (scores: Float32Array) => scores.indexOf(Math.max(...scores));

describe('space', () => {
  test('gives unit vectors and leaves unknown words out', () => {
    const { ids, weights } = space.vector(bag('foto onbekend'));
    expect(namesOf(ids)).toEqual(['foto']);
    expect(weights[0]).toBeCloseTo(1);
    expect(space.vector(bag('niets hiervan')).ids).toHaveLength(0);
  });

  test('weighs a rare word more than a common one', () => {
    const { ids, weights } = space.vector(bag('foto toestemming'));
    const weight = (name: string) => weights[namesOf(ids).indexOf(name)] ?? 0;
    expect(weight('toestemming')).toBeGreaterThan(weight('foto'));
  });

  test('drops a pair of words that only one example has', () => {
    const [often, once] = ['a b', 'c d'].map((text) => growing.pair(...halves(text)));
    const row = (...features: (number | undefined)[]) => new Map(features.map((feature = -1) => [feature, 1]));
    const pairs = createSpace([row(often, once), row(often)], tellsAlone);
    const { ids } = pairs.vector(row(often, once));
    expect(namesOf(ids, pairs)).toEqual(['a_b']);
  });
});

describe('neighbours', () => {
  const neighbours = createNeighbours(space, examples, 3);

  test('find the label of the most similar example, and the example', () => {
    const { scores, nearest } = neighbours(space.vector(bag('wachtwoord collega')));
    expect(top(scores)).toBe(1);
    expect(nearest[1]).toBe(4);
    expect(nearest[2]).toBe(-1);
  });

  test('forget one question before the next', () => {
    neighbours(space.vector(bag('wachtwoord collega')));
    expect(neighbours(space.vector(bag('telefoon'))).scores[1]).toBe(0);
  });
});

describe('neighbours of one label', () => {
  const alike = createSpace([bag('foto'), bag('foto klas'), bag('klas')], tellsAlone);
  const of = (...texts: string[]) => texts.map((text) => ({ label: 0, vector: alike.vector(bag(text)) }));

  test('count the nearest most, the second for less, and no others', () => {
    const score = (...texts: string[]) => createNeighbours(alike, of(...texts), 1)(alike.vector(bag('foto'))).scores[0];
    expect(score('foto')).toBeCloseTo(0.7);
    expect(score('foto', 'foto')).toBeCloseTo(1);
    expect(score('foto', 'foto', 'foto klas')).toBeCloseTo(1);
    const partly = (score('foto klas') ?? 0) / 0.7;
    expect(score('klas', 'foto klas', 'foto')).toBeCloseTo(0.7 + 0.3 * partly);
    expect(score('foto', 'klas', 'foto klas')).toBeCloseTo(0.7 + 0.3 * partly);
    expect(score('klas')).toBe(0);
  });

  test('name the first of two that are as near', () => {
    expect(createNeighbours(alike, of('klas', 'foto', 'foto'), 1)(alike.vector(bag('foto'))).nearest[0]).toBe(1);
  });
});

test('examples that do not stand by their labels are refused', () => {
  expect(() => createNeighbours(space, examples.toReversed(), 3)).toThrow(RangeError);
});

describe('linear', () => {
  const linear = linearOf(learnLinear(space, examples, 3), 3);

  test.each([
    ['foto ouders', 0],
    ['invaller wachtwoord', 1],
    ['telefoon ochtend', 2],
  ])('%s belongs to label %i', (text, label) => {
    const probabilities = linear(space.vector(bag(text)));
    expect(top(probabilities)).toBe(label);
    expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 4);
  });

  test('learns the same from the same examples, in whatever order they stand', () => {
    const again = linearOf(learnLinear(space, examples.toReversed(), 3), 3);
    const question = space.vector(bag('foto wachtwoord telefoon'));
    expect([...again(question)]).toEqual([...linear(question)]);
  });
});
