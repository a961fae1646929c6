import { describe, expect, test } from 'vitest';
import { createFeatures } from '../../../src/answer/text/features.ts';
import { createReader } from '../../../src/answer/text/lexicon.ts';
import { createNames } from '../../../src/answer/text/names.ts';
import { createVocabulary } from '../../../src/answer/text/vocabulary.ts';

const reader = createReader({
  synonyms: [
    ['foto', 'kiekje', 'plaatje'],
    ['verwijderen', 'van internet halen', 'wissen'],
    ['groepsapp', 'klassenapp'],
  ],
  abbreviations: { vd: 'van de', ll: 'leerling' },
  english: { picture: 'foto' },
});
const names = createNames();
const reading = createFeatures(
  reader,
  createVocabulary(
    new Map([
      ['foto', 3],
      ['schelden', 3],
      ['klas', 3],
      ['app', 3],
      ['internet', 3],
    ]),
  ),
  names,
);

/** The features of a text by their names. */
function features(text: string, { weights, words } = reading.readExample(text)) {
  return { weights: new Map([...weights].map(([feature, weight]) => [names.textOf(feature), weight])), words };
}

describe('features', () => {
  test('name the synonym group beside the word itself', () => {
    const { weights } = features('een kiekje');
    expect(weights.get('kiek')).toBe(1);
    expect(weights.get('=foto')).toBeCloseTo(0.9);
  });

  test('find a phrase whatever its endings', () =>
    expect(features('hij haalt het van internet halen').weights.has('=verwijderen')).toBe(true));

  test('write abbreviations out', () =>
    expect(features('foto vd ll').words).toEqual(['foto', 'van', 'de', 'leerling']));

  test('write English as Dutch, and take what is left of it for no Dutch with an error', () => {
    expect(features('who can scheldem their pictures').words).toEqual(['who', 'can', 'scheldem', 'their', 'foto']);
    expect(features('scheldem').words).toEqual(['schelden']);
  });

  test('take a compound apart and keep it whole', () => {
    const { weights } = features('klassenapp');
    expect([...weights.keys()]).toEqual(expect.arrayContaining(['klas', 'app', '=groepsapp']));
  });

  test('keep how it is said apart from what it is about', () => {
    const { weights } = features('mag ik dat');
    expect([...weights.keys()].every((name) => name.startsWith('~'))).toBe(true);
    expect(weights.has('~mag_~ik')).toBe(true);
  });

  test("take what is known of a group's word for one that only the group has, also when an article has it since", () => {
    const learned = createNames(['groepsap', '=groepsapp', 'foto']);
    const { read, readExample } = createFeatures(reader, createVocabulary(new Map([['groepsapp', 3]])), learned);
    const named = () => [...read('de klassenapp').weights.keys()].map(learned.textOf);
    expect(named()).toEqual(['groepsap', '=groepsapp']);
    readExample('klassenapp');
    expect(named()).toEqual(expect.arrayContaining(['klassenap', 'groepsap', '=groepsapp']));
  });

  test('leave out of a question what no example has, until one has it', () => {
    const question = 'zwembad in de gymzaal';
    const before = features(question, reading.read(question));
    const example = features(question);
    expect([...before.weights.keys()].filter((name) => name.includes('zwembad'))).toEqual([]);
    expect(example.weights.has('zwembad_gymzal')).toBe(true);
    expect(features(question, reading.read(question))).toEqual(example);
  });
});
