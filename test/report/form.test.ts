import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Values } from '../../src/conversation/event.ts';
import { emailsIn, parseReport, REPORT_MOST } from '../../src/report/form.ts';
import { example, mail, reports } from './world.ts';

const parse = (values: Values) => parseReport(values, { organisation: example, proposeKind: reports.kinds.propose });
const faults = (values: Values) => {
  const parsed = parse(values);
  return 'ok' in parsed ? [] : parsed.errors.map(({ field }) => field);
};
const reportIn = (values: Values) => {
  const parsed = parse(values);
  if (!('ok' in parsed)) throw new Error(JSON.stringify(parsed.errors));
  return parsed.report;
};

describe('three answers', () => {
  test('are enough: the rest is left open, and the kind is proposed', () => {
    expect(reportIn({ wat: 'Er wordt iemand gepest.', waar: 'De app van 2B', speelt: 'ja' })).toEqual({
      what: 'Er wordt iemand gepest.',
      where: 'De app van 2B',
      ongoing: 'ja',
      kind: 'pesten',
      urgent: false,
      about: [],
      nameWithheld: false,
      heard: [],
    });
  });

  test('are not all needed', () => {
    expect(reportIn({ wat: 'Iets', waar: ' ', speelt: '', soort: '', over: '', wie: '' })).toMatchObject({
      where: '',
      kind: 'anders',
    });
    expect(parse({ wat: ' \n ' })).toEqual({
      errors: [{ field: 'wat', message: 'Vertel eerst kort wat er is gebeurd.' }],
    });
    expect(faults({})).toEqual(['wat']);
  });
});

describe('the rest of the form', () => {
  test('is taken over', () => {
    const values = {
      wat: 'Een nepaccount met mijn foto',
      soort: 'haat',
      wanneer: 'gisteren',
      wie: 'leerling',
      minderjarig: 'weet-niet',
      door: 'medewerker',
      werkt: 'ja',
      link: 'https://voorbeeld.example/1',
      spoed: 'true',
      over: `${mail('rector')}, ${mail('conrector')}`,
      anoniem: 'true',
    };
    expect(reportIn(values)).toMatchObject({
      kind: 'haat',
      when: 'gisteren',
      affected: 'leerling',
      affectedMinor: 'weet-niet',
      by: 'medewerker',
      byWorksHere: 'ja',
      link: 'https://voorbeeld.example/1',
      urgent: true,
      about: [mail('rector'), mail('conrector')],
      nameWithheld: true,
    });
  });

  test('holds no more than the form says', () => {
    for (const [field, most] of Object.entries(REPORT_MOST)) {
      const fits = { wat: 'iets', [field]: 'x'.repeat(most) };
      expect(faults(fits)).toEqual([]);
      expect(parse({ ...fits, [field]: 'x'.repeat(most + 7) })).toEqual({
        errors: [{ field, message: `Dit is te lang: hoogstens ${most} tekens. Maak het 7 korter.` }],
      });
    }
  });

  test('takes no choice that is not on its list', () => {
    for (const field of ['speelt', 'soort', 'wie', 'minderjarig', 'door', 'werkt'])
      for (const value of ['zomaar', 'JA', 'constructor', '0'])
        expect(faults({ wat: 'iets', [field]: value })).toEqual([field]);
  });

  test('takes nobody who is not of the organisation', () => {
    const message = 'Kies hier mensen uit de lijst. Staat iemand er niet bij, laat die dan weg.';
    expect(parse({ wat: 'iets', over: `${mail('rector')},iemand@elders.example` })).toEqual({
      errors: [{ field: 'over', message }],
    });
    const many = Array.from({ length: 51 }, (_, i) => `p${i}@voorbeeld.example`).join(',');
    expect(parse({ wat: 'iets', over: many })).toEqual({
      errors: [{ field: 'over', message: 'Kies hoogstens 50 mensen.' }],
    });
  });

  test('tells everything that is wrong at once, in the order of the form', () => {
    expect(faults({ wat: '', link: 'x'.repeat(501), soort: 'zomaar', over: 'niemand' })).toEqual([
      'wat',
      'link',
      'soort',
      'over',
    ]);
  });

  test('knows a toggle by the words of every client', () => {
    for (const on of ['true', 'True', 'ja', 'on', '1']) expect(reportIn({ wat: 'iets', spoed: on }).urgent).toBe(true);
    for (const off of ['false', '', 'nee', 'off', '0'])
      expect(reportIn({ wat: 'iets', anoniem: off }).nameWithheld).toBe(false);
  });

  test('loses control characters and keeps lines', () => {
    expect(reportIn({ wat: 'een\r\ntwee\u0000', waar: '\u0007hier' })).toMatchObject({
      what: 'een\ntwee',
      where: 'hier',
    });
  });
});

describe('e-mails of several', () => {
  test('come with commas, semicolons or spaces, in any case, each once', () => {
    expect(emailsIn(' A@b.example, a@B.example;c@d.example  e@f.example,')).toEqual([
      'a@b.example',
      'c@d.example',
      'e@f.example',
    ]);
    expect(emailsIn(undefined)).toEqual([]);
  });
});

test('whatever is typed, it is a report or says what is wrong with it', () => {
  const fields = ['wat', 'waar', 'speelt', 'soort', 'wie', 'door', 'over', 'link', '__proto__'];
  const values = fc.dictionary(fc.constantFrom(...fields), fc.string({ unit: 'binary', maxLength: 50 }), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(values, (typed) => {
      const parsed = parse(typed);
      if ('ok' in parsed) expect(parsed.report.what.isWellFormed()).toBe(true);
      else expect(parsed.errors.length).toBeGreaterThan(0);
    }),
  );
});
