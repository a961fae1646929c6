import { describe, expect, test } from 'vitest';
import { learnedFolder } from '../fakes/learned.ts';
import { run } from '../fakes/run.ts';

const ask = (args: readonly string[], input = '') =>
  run('src/cli/ask.ts', args, { input, env: { DATA_DIR: learnedFolder } });

const lines = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('one question', () => {
  test('is answered in words, with the place', async () => {
    const { code, out, err } = await ask(['--protocol', 'calvijn', 'artikel C.3']);
    expect(err).toBe('');
    expect(out).toContain('Twijfel? Vraag je leidinggevende');
    expect(out).toContain('C.3 — ');
    expect(code).toBe(0);
  });

  test('with --json gives what was found, and why', async () => {
    const { code, out } = await ask([
      '--protocol',
      'aeres',
      '--json',
      '--situation',
      'werk',
      '--audience',
      'medewerker',
      'mag',
      'ik',
      'een',
      'foto',
      'van',
      'een',
      'student',
      'plaatsen?',
    ]);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['id', 'kind', 'articles', 'contacts', 'law', 'because', 'explained']);
    expect(answer.explained).toMatchObject({ manner: 'asked', decision: 'answer', situation: 'werk', open: false });
    expect(answer).toMatchObject({ id: '1', kind: 'answer' });
    expect(answer.articles[0]).toBe('1.3.2');
    expect(answer.because[0]).toMatchObject({
      article: '1.3.2',
      reason: expect.any(String),
      weight: expect.any(Number),
    });
  });
});

test('with --explain tells how it was read, and why there is no answer', async () => {
  const { code, out } = await ask(['--protocol', 'model', '--explain', 'wat is de wifi code']);
  expect(code).toBe(0);
  expect(out).toContain('Dat staat niet in het protocol.');
  expect(out).toMatch(/^Gelezen: +wat is de wifi code$/m);
  expect(out).toMatch(/^Besloten: +zeggen dat het er niet staat: er spreekt te veel voor de wifi .*\[buiten-wifi\]$/m);
  expect(out).toMatch(/^ +9\d% +de wifi .*waar protocollen niet over gaan$/m);
});

describe('asked wrongly, it says how, with status 2', () => {
  test.each([
    [
      'a protocol that does not exist',
      ['--protocol', 'nergens', 'Mag dit?'],
      'There is no protocol "nergens"; choose one of: aeres, calvijn, gsv, model, msvr',
    ],
    ['no protocol', ['Mag dit?'], 'There is no protocol ""; choose one of: aeres, calvijn, gsv, model, msvr'],
    ['an audience that does not exist', ['--protocol', 'gsv', '--audience', 'buurman', 'Mag dit?'], 'audience: '],
    ['an option that does not exist', ['--protokol', 'gsv', 'Mag dit?'], '--protokol'],
  ])('%s', async (_, args, told) => {
    const { code, out, err } = await ask(args);
    expect(err).toContain(told);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test('nothing asked shows how to', async () => {
    const { code, out } = await ask([]);
    expect(out).toContain('--batch');
    expect(code).toBe(2);
    expect((await ask(['--help'])).code).toBe(0);
  });
});

describe('a batch', () => {
  test('answers line by line in order, and a bad line does not stop the next', async () => {
    const input = [
      { id: 'a', protocol: 'calvijn', question: 'artikel C.3' },
      { id: 7, protocol: 'gsv', question: 'hoofdstuk W', audience: null, situation: null },
      'this is not JSON',
      { id: 'c', protocol: 'nergens', question: 'Mag dit?' },
      { protocol: 'gsv', question: 'Mag dit?' },
      { id: 'd', protocol: 'gsv', question: 'Mag dit?', audience: 'buurman' },
      null,
      { id: 'e', protocol: 'aeres', question: '' },
      { id: 'f', protocol: 'aeres', question: '🤷'.repeat(1000) },
      { id: 'g', protocol: 'aeres', question: '1.4.3', extra: 'is ignored' },
    ].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const { code, out, err } = await ask(['--batch'], `${input.join('\r\n')}\n\n`);
    expect(err).toBe('');
    const answers = lines(out);
    expect(answers.map(({ id }) => id)).toEqual(['a', '7', undefined, 'c', undefined, 'd', undefined, 'e', 'f', 'g']);
    expect(answers[0]).toEqual({ id: 'a', kind: 'lookup', articles: ['C.3'], contacts: [], law: [] });
    expect(answers[1]).toMatchObject({ kind: 'lookup', articles: ['W.0', 'W.1', 'W.2', 'W.3'] });
    for (const bad of [2, 3, 4, 5, 6]) expect(answers[bad]).toHaveProperty('error', expect.any(String));
    expect(answers[3]).toMatchObject({ error: expect.stringContaining('choose one of: aeres') });
    expect(answers[5]).toMatchObject({ error: expect.stringContaining('audience') });
    for (const odd of [7, 8])
      expect(answers[odd]).toMatchObject({ kind: expect.any(String), articles: expect.any(Array) });
    expect(answers[9]).toMatchObject({ id: 'g', articles: ['1.4.3'] });
    // Some lines could not be answered, and a script can tell.
    expect(code).toBe(1);
  });

  test('of good lines ends well; contacts are roles', async () => {
    const input = [
      { id: 'x', protocol: 'msvr', question: 'richtlijn 8' },
      { id: 'y', protocol: 'calvijn', question: 'Ik twijfel of ik dit bericht op mijn werk kan plaatsen' },
    ];
    const { code, out } = await ask(['--batch'], input.map((line) => JSON.stringify(line)).join('\n'));
    const [first, second] = lines(out);
    expect(first).toEqual({ id: 'x', kind: 'lookup', articles: ['8'], contacts: [], law: [] });
    expect(second).toMatchObject({ kind: 'escalate', contacts: expect.arrayContaining(['leidinggevende']) });
    expect(code).toBe(0);
  });
});
