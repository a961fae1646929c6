import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, back, begin, choose } from '../../src/doubt/engine.ts';
import { MOST_QUESTIONS } from '../../src/doubt/ways.ts';
import { positionsOf, protocolOf, reached, walkOf, walks, walkThrough } from './walks.ts';

const walk = fc.constantFrom(...walks.values());

/** A walk with the numbers of the buttons somebody clicks, whatever stands on them. */
const clicking = fc.tuple(walk, fc.array(fc.nat(5), { maxLength: 20 }));

const clicked = ([which, clicks]: [Parameters<typeof begin>[0], number[]]) => {
  let here = reached(begin(which));
  const seen = [here];
  for (const click of clicks) {
    if (here.kind === 'advice') break;
    const option = here.question.options[click % here.question.options.length];
    here = reached(choose(which, here.state, option?.id ?? ''));
    seen.push(here);
  }
  return { here, seen };
};

describe('whatever is clicked', () => {
  test('ends within ten questions, with articles and never with a question asked twice', () => {
    fc.assert(
      fc.property(walk, fc.array(fc.nat(5), { minLength: MOST_QUESTIONS, maxLength: 20 }), (which, clicks) => {
        const { here } = clicked([which, clicks]);
        expect(here.kind).toBe('advice');
        const asked = here.answered.map(({ question }) => question.id);
        expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 500 },
    );
  });

  test('back undoes exactly one choice', () => {
    fc.assert(
      fc.property(clicking, ([which, clicks]) => {
        const { seen } = clicked([which, clicks]);
        seen.slice(1).forEach((position, i) => {
          expect(back(which, position.state)).toEqual(seen[i]);
        });
        expect(back(which, seen[0]?.state ?? '')).toEqual({ kind: 'refused', why: 'at-the-start' });
      }),
    );
  });

  test('the state alone is enough to draw the card again, and short enough for a button', () => {
    fc.assert(
      fc.property(clicking, ([which, clicks]) => {
        const { here } = clicked([which, clicks]);
        expect(at(which, here.state)).toEqual(here);
        expect(here.state.length).toBeLessThan(200);
      }),
    );
  });
});

describe('what a card may carry that we did not write', () => {
  const calvijn = walkOf('calvijn');
  const { state } = walkThrough(calvijn, ['werk']);

  test.each([
    ['nothing', '', 'unreadable'],
    ['something else', '{"a":1}', 'unreadable'],
    ['an endless state', `${state}${'.tekst'.repeat(500)}`, 'unreadable'],
    ['the state of another school', walkThrough(walkOf('model'), ['werk']).state, 'changed'],
    ['a state of before a change', state.replace(/^\w{8}/, '00000000'), 'changed'],
    ['a choice that does not stand there', `${state}.verzonnen`, 'no-such-choice'],
    ['a choice of another question', `${state}.los`, 'no-such-choice'],
    ['a choice after the end', walkThrough(calvijn, ['los']).state.concat('.ja'), 'at-the-end'],
  ])('%s', (_, forged, why) => {
    const refused = { kind: 'refused', why };
    expect(at(calvijn, forged)).toEqual(refused);
    expect(back(calvijn, forged)).toEqual(refused);
    expect(choose(calvijn, forged, 'tekst')).toEqual(refused);
  });

  test('never throws', () => {
    const forged = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(calvijn.print, 'werk', 'tekst', 'ja', '__proto__', 'constructor', ''))
        .map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(forged, fc.string(), (text, choice) => {
        for (const position of [at(calvijn, text), back(calvijn, text), choose(calvijn, text, choice)]) {
          expect(['question', 'advice', 'refused']).toContain(position.kind);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the same click twice leads to the same place', () => {
    expect(choose(calvijn, state, 'tekst')).toEqual(choose(calvijn, state, 'tekst'));
    expect(choose(calvijn, state, 'tekst.nee')).toEqual({ kind: 'refused', why: 'no-such-choice' });
  });
});

describe.each([...walks.values()])('every advice of $id', (which) => {
  const protocol = protocolOf(which.id);
  const ends = positionsOf(which).flatMap((position) => (position.kind === 'advice' ? [position] : []));

  test('rests on articles and roles that exist', () => {
    for (const { advice } of ends) {
      const cited = [...advice.articles, ...advice.about, ...advice.checklist.map((check) => check.article)];
      expect(advice.articles.length).toBeGreaterThan(0);
      expect(cited.filter((article) => !protocol.byId.has(article))).toEqual([]);
      expect(advice.consult?.roles.filter((role) => !protocol.roles.has(role)) ?? []).toEqual([]);
    }
  });

  test('names somebody to turn to when it says to consult, and only then', () => {
    for (const { advice } of ends) {
      const consults = advice.kind === 'overleggen' || advice.kind === 'ontsporing';
      expect(advice.consult !== undefined).toBe(consults);
      expect(advice.consult?.urgent ?? false).toBe(advice.kind === 'ontsporing');
    }
  });

  test('"mag, mits" has a condition, "mag" has none', () => {
    for (const { advice } of ends) {
      const must = advice.checklist.some((check) => !check.tip);
      expect(must).toBe(advice.kind === 'mag-mits');
    }
  });
});

const doubting = new Set(['weet-niet', 'misschien', 'niet-gevraagd']);

test.each([...walks.values()])('doubt at $id never ends in posting: it is put to somebody', (which) => {
  const doubts = positionsOf(which).filter(({ answered }) => answered.some(({ option }) => doubting.has(option.id)));
  expect(doubts.length).toBeGreaterThan(5);
  for (const position of doubts) {
    const leads = position.answered.some(({ question, option }) => question.id === 'leiding' && option.id === 'ja');
    const advice = leads
      ? { kind: 'niet-plaatsen', articles: ['5'] }
      : { kind: 'overleggen', consult: { subject: 'twijfel', urgent: false } };
    expect(position).toMatchObject({ advice });
  }
});

test('an advice to consult also cites what the doubt is about', () => {
  expect(walkThrough(walkOf('aeres'), ['tekst', 'nee', 'misschien'])).toMatchObject({
    advice: { articles: ['1.4.4'], about: ['1.2.4', '1.3.5'] },
  });
  expect(walkThrough(walkOf('aeres'), ['tekst', 'nee', 'nee', 'aeres'])).toMatchObject({ advice: { about: [] } });
});

describe('a leader at msvr', () => {
  test('is never sent to anybody: whoever leads and doubts does not publish', () => {
    const leading = positionsOf(walkOf('msvr')).filter(
      (position) =>
        position.kind === 'advice' &&
        position.answered.some(({ question, option }) => question.id === 'leiding' && option.id === 'ja'),
    );
    expect(leading.length).toBeGreaterThan(10);
    for (const position of leading) expect(position.kind === 'advice' && position.advice.consult).toBeUndefined();
  });
});

describe('a discussion that derails', () => {
  test.each([...walks.values()])('begins at once at $id, and goes back to the first question', (which) => {
    const here = reached(begin(which, 'ontsporing'));
    expect(here.answered.length).toBe(1);
    expect(back(which, here.state)).toEqual(begin(which));
    const asks = here.kind === 'question' ? here.question.options.map((option) => option.id) : [];
    const ends = here.kind === 'advice' ? [here] : asks.map((option) => reached(choose(which, here.state, option)));
    for (const end of ends) {
      expect(end).toMatchObject({ advice: { kind: 'ontsporing', consult: { subject: 'ontsporing', urgent: true } } });
    }
  });
});
